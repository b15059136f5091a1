import type { DemoCity, PhonePlan } from '#core/demo/locale.ts';
import type { Random } from '#core/demo/random.ts';

export interface DemoPhone {
  readonly label: string;
  /** As typed by somebody in the user's country. */
  readonly raw: string;
  readonly e164: string;
}

export interface PhoneRequest {
  readonly plan: PhonePlan;
  readonly city: DemoCity;
  readonly kind: 'mobile' | 'landline';
  readonly label: string;
  /** Written as at home (no country code needed). */
  readonly atHome: boolean;
}

/** Hands out phone numbers, no number twice. */
export interface PhoneBook {
  take(request: PhoneRequest): DemoPhone;
}

export function createPhoneBook(random: Random): PhoneBook {
  const taken = new Map<string, number>();
  const takeNational = (prefixes: readonly string[], length: number): string => {
    const key = prefixes.join();
    const restLength = length - (prefixes[0] ?? '').length;
    const count = prefixes.length * 10 ** restLength;
    const serial = taken.get(key) ?? random.int(count);
    taken.set(key, serial + 1);
    const place = (serial * strideFor(count)) % count;
    return `${prefixes[Math.floor(place / 10 ** restLength)]}${String(place % 10 ** restLength).padStart(restLength, '0')}`;
  };
  return {
    take({ plan, city, kind, label, atHome }) {
      const isMobile = kind === 'mobile';
      const prefixes = isMobile ? (city.mobile ?? plan.mobile) : city.landline;
      const national = takeNational(prefixes, isMobile ? plan.mobileLength : plan.landlineLength);
      const home = isMobile ? plan.mobileMasks : plan.landlineMasks;
      const abroad = isMobile ? plan.mobileMasksAbroad : plan.landlineMasksAbroad;
      return { label, raw: fillMask(random.pick(atHome ? home : abroad), national), e164: `+${plan.callingCode}${national}` };
    },
  };
}

/**
 * Steps of this size visit each of `count` numbers once before the first comes again (no common factor), and spread them
 * evenly from the start (golden ratio). Products stay exact up to 20 million steps.
 */
function strideFor(count: number): number {
  let stride = Math.floor(count * 0.618_033_988_75);
  while (commonFactor(stride, count) !== 1) stride++;
  return stride;
}

function commonFactor(a: number, b: number): number {
  return b === 0 ? a : commonFactor(b, a % b);
}

/** Puts digits in the place of the mask's "#", in their order. */
export function fillMask(mask: string, digits: string): string {
  let next = 0;
  return mask.replaceAll('#', () => digits.charAt(next++));
}
