import type { ContactInput } from '#shared/contact/fields.ts';
import { fillMask } from '#core/demo/phone-book.ts';
import type { PhoneBook } from '#core/demo/phone-book.ts';
import type { DemoCity, DemoLocale, DemoTrade } from '#core/demo/locale.ts';
import type { Random } from '#core/demo/random.ts';

/** What the making of every demo record goes by. */
export interface DemoContext {
  readonly random: Random;
  readonly phoneBook: PhoneBook;
  readonly locale: DemoLocale;
  readonly trade: DemoTrade;
  /** Whether the shop is in the record's country. */
  readonly atHome: boolean;
  /** Different in every record. */
  readonly serial: number;
}

type Address = NonNullable<ContactInput['addresses']>[number];

export function makeAddress({ random, locale }: Pick<DemoContext, 'random' | 'locale'>, city: DemoCity, label: string): Address {
  const digits = () => String(1_000_000 + random.int(9_000_000));
  const house = fillMask(random.pick(locale.houses), digits());
  const letters = 'ABDEFGHJLN';
  const postalCode = fillMask(locale.postalCodeMask, digits()).replace(/X/g, () => letters.charAt(random.int(letters.length)));
  return {
    label,
    street: `${random.pick(locale.streets)}${house.startsWith(',') ? '' : ' '}${house}`,
    city: city.name,
    region: city.region,
    postalCode: city.postalCode + postalCode,
    country: locale.countryName,
  };
}

/** None, one or two different tags of the trade. */
export function pickTags({ random, locale, trade }: DemoContext): string[] {
  const { tags } = locale.trades[trade];
  const count = random.chance(0.45) ? 0 : random.chance(0.7) ? 1 : 2;
  return [...new Set(Array.from({ length: count }, () => random.pickCommon(tags)))];
}
