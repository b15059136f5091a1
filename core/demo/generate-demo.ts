import { makeDemoCompany } from '#core/demo/demo-company.ts';
import type { DemoCompanyRecord } from '#core/demo/demo-company.ts';
import { makeDemoContact } from '#core/demo/demo-contact.ts';
import type { DemoContactRecord } from '#core/demo/demo-contact.ts';
import type { DemoContext } from '#core/demo/demo-party.ts';
import { englishDemo } from '#core/demo/locale-en.ts';
import { spanishDemo } from '#core/demo/locale-es.ts';
import { greekDemo } from '#core/demo/locale-el.ts';
import { brazilianDemo } from '#core/demo/locale-pt.ts';
import { russianDemo } from '#core/demo/locale-ru.ts';
import type { DemoLocale, DemoTrade } from '#core/demo/locale.ts';
import { createPhoneBook } from '#core/demo/phone-book.ts';
import { createRandom } from '#core/demo/random.ts';
import type { Language } from '#shared/settings/contract.ts';

export type DemoRecord = DemoContactRecord | DemoCompanyRecord;

export interface DemoOptions {
  /** The same seed and options give the same records. */
  readonly seed: number;
  /** How many people; companies come on top. */
  readonly contacts: number;
  /** Companies for each contact; one for eight people unless told otherwise. */
  readonly companiesPerContact?: number | undefined;
  /** ISO code of the shop's country: those from there write their numbers without its code. */
  readonly country?: string | undefined;
  /** Whose people are at home where none of the five is of the shop's country. */
  readonly language?: Language | undefined;
  /** How many of all are from the shop's country; half unless told otherwise. */
  readonly homeShare?: number | undefined;
  /** One of the trades of the settings; any other text counts as "other". */
  readonly trade?: string | undefined;
}

/** Of all contacts, how many belong to a company where there are companies. */
const employedShare = 0.3;

const localeByLanguage: Readonly<Record<Language, DemoLocale>> = {
  es: spanishDemo,
  pt: brazilianDemo,
  ru: russianDemo,
  el: greekDemo,
  en: englishDemo,
};
const locales: readonly DemoLocale[] = Object.values(localeByLanguage);

/**
 * Makes up people and companies of the five languages, one after another without holding them in memory. A company comes
 * before those who work there. No phone comes twice.
 */
export function* generateDemo(options: DemoOptions): Generator<DemoRecord, void, undefined> {
  const { contacts, companiesPerContact = 1 / 8, homeShare = 0.5 } = options;
  const trade = options.trade !== undefined && isTrade(options.trade) ? options.trade : 'other';
  const random = createRandom(options.seed);
  const phoneBook = createPhoneBook(random);
  const home = options.language ? homeLocale({ ...options, language: options.language }) : localeOf(options.country);
  const lastCompany = new Map<DemoLocale, number>();
  let companies = 0;
  for (let serial = 0; serial < contacts; serial++) {
    const locale = home !== undefined && random.chance(homeShare) ? home : random.pickCommon(locales);
    const context: DemoContext = { random, phoneBook, locale, trade, atHome: locale.country === options.country, serial };
    while (companies < Math.floor((serial + 1) * companiesPerContact)) {
      yield makeDemoCompany({ ...context, serial: companies });
      lastCompany.set(locale, companies++);
    }
    const employer = random.chance(employedShare) ? lastCompany.get(locale) : undefined;
    yield makeDemoContact(context, employer);
  }
}

/** Who lives where the shop is, or else speaks as it does. */
export function homeLocale({
  country,
  language,
}: {
  readonly country?: string | undefined;
  readonly language: Language;
}): DemoLocale {
  return localeOf(country) ?? localeByLanguage[language];
}

function localeOf(country: string | undefined): DemoLocale | undefined {
  return locales.find((locale) => locale.country === country);
}

function isTrade(text: string): text is DemoTrade {
  return Object.hasOwn(spanishDemo.trades, text);
}
