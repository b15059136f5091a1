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

/** Has no factor in common with a power of ten, so that multiplying by it visits every number once. */
const stride = 7_368_787;

/** Hands out phone numbers, no number twice. */
export interface PhoneBook {
  take(request: PhoneRequest): DemoPhone;
}

export function createPhoneBook(random: Random): PhoneBook {
  const taken = new Map<string, number>();
  const takeNational = (prefixes: readonly string[], length: number): string => {
    const key = prefixes.join();
    const serial = taken.get(key) ?? random.int(1_000_000);
    taken.set(key, serial + 1);
    const prefix = prefixes[serial % prefixes.length] ?? '';
    const restLength = length - prefix.length;
    const rest = (Math.floor(serial / prefixes.length) * stride) % 10 ** restLength;
    return prefix + String(rest).padStart(restLength, '0');
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

/** Puts digits in the place of the mask's "#", in their order. */
export function fillMask(mask: string, digits: string): string {
  let next = 0;
  return mask.replaceAll('#', () => digits.charAt(next++));
}
