import type { Cell } from '#shared/import/table.ts';
import { cellText, isFormulaError, saysNothing } from '#shared/import/values/cell-text.ts';
import { isEmail, readEmails } from '#shared/import/values/read-emails.ts';
import { readDate } from '#shared/import/values/read-date.ts';
import { isMoney, readNumber } from '#shared/import/values/read-number.ts';
import { readKind, readPartyType, readYesNo } from '#shared/import/values/read-words.ts';
import { isTaxId } from '#shared/import/values/tax-id.ts';
import { looksLikeCompany } from '#shared/name/company-name.ts';
import { detectPhoneDamage } from '#shared/phone/phone-damage.ts';
import { normalisePhone } from '#shared/phone/normalise-phone.ts';
import { splitPhones } from '#shared/phone/split-phones.ts';

/** What the values of a column look like. All shares are of the filled cells, 0 to 1. */
export interface ColumnEvidence {
  readonly filled: number;
  readonly distinct: number;
  readonly longest: number;
  readonly hasLineBreaks: boolean;
  /** 1, 2, 3... down the rows. */
  readonly isCounter: boolean;
  readonly shares: Readonly<Record<TestName, number>>;
  readonly texts: readonly string[];
}

type TestName =
  | 'email'
  | 'phone'
  | 'url'
  | 'date'
  | 'number'
  | 'money'
  | 'yesNo'
  | 'taxId'
  | 'person'
  | 'company'
  | 'kind'
  | 'partyType'
  | 'street'
  | 'code';

/** More values than this add nothing to the judgement. */
const sampleSize = 200;
const dateOptions = { order: 'dmy', lastShortYear: 40 } as const;
const url =
  /^(?:https?:\/\/|www\.)\S+$|^[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.(?:com|es|pt|br|gr|ru|org|net|eu|mx|ar|cl|co|pe|рф|info|shop)(?:\/\S*)?$/iu;
const nameWord = /^(?:\p{Lu}[\p{L}\p{M}'’.-]*|d[aeo]s?|del|de|la|las|los|y|e|van|von|του|της)$/u;
const streetWord =
  /(?:^|[\s,])(?:c\/|calle|avda?\.?|avenida|pza\.?|plaza|paseo|ctra\.?|camino|rua|r\.|av\.?|travessa|praça|estrada|alameda|ул\.?|улица|пр-?т|проспект|пер\.?|наб\.?|шоссе|д\.|οδός|λεωφ\.?|street|st\.|road|rd\.|ave)(?:[\s.,]|$)/iu;

/** Looks at the values of a column, of the rows given. */
export function gatherEvidence(cells: readonly (Cell | undefined)[], country: string): ColumnEvidence {
  const texts = cells.map(cellText).filter((text) => text !== '' && !isFormulaError(text));
  const sample = texts.slice(0, sampleSize);
  const telling = sample.filter((text) => !saysNothing(text));
  const tests = makeTests(country);
  const shares = Object.fromEntries(
    Object.entries(tests).map(([name, test]) => {
      const base = name === 'yesNo' ? sample : telling;
      return [name, base.length === 0 ? 0 : base.filter(test).length / base.length];
    }),
  ) as Record<TestName, number>;
  return {
    filled: texts.length,
    distinct: new Set(texts).size,
    longest: Math.max(0, ...texts.map((text) => text.length)),
    hasLineBreaks: texts.some((text) => text.includes('\n')),
    isCounter: isCounter(texts),
    shares,
    texts: sample,
  };
}

function makeTests(country: string): Record<TestName, (text: string) => boolean> {
  return {
    email: (text) => text.includes('@') && readEmails(text).addresses.length > 0,
    phone: (text) => isPhone(text, country),
    url: (text) => url.test(text) && !isEmail(text),
    date: isDate,
    number: (text) => readNumber(text, ',') !== null,
    money: isMoney,
    yesNo: (text) => readYesNo(text) !== null,
    taxId: (text) => isTaxId(text, country),
    person: isPersonName,
    company: (text) => looksLikeCompany(text),
    kind: (text) => readKind(text) !== null,
    partyType: (text) => readPartyType(text) !== null,
    street: (text) => streetWord.test(text) && text.length > 6,
    code: (text) => /^\S*\d\S*$/.test(text),
  };
}

/** Valid as a phone, or spoilt in a way that only phones are. Amounts with decimals and dates are none. */
function isPhone(text: string, country: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  if (digits < 6 || digits > 60 || text.includes('@') || /^\d+[.,]\d{1,2}$/.test(text) || isDate(text)) return false;
  if (detectPhoneDamage(text, country) === 'exponent') return true;
  const parts = splitPhones(text, country);
  return parts.some((part) => normalisePhone(part, country).possible);
}

function isDate(text: string): boolean {
  return /[./\-\s]/.test(text) && text.length < 40 && readDate(text, dateOptions).type === 'date';
}

function isPersonName(text: string): boolean {
  if (/\d|@/.test(text) || text.length > 60) return false;
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  return words.length >= 1 && words.length <= 6 && words.every((word) => nameWord.test(word)) && !looksLikeCompany(text);
}

function isCounter(texts: readonly string[]): boolean {
  if (texts.length < 2) return false;
  const numbers = texts.map((text) => (/^\d{1,7}\.?$/.test(text) ? Number.parseInt(text, 10) : Number.NaN));
  const steps = numbers.slice(1).filter((value, index) => value === (numbers[index] ?? 0) + 1).length;
  return numbers.every((value) => !Number.isNaN(value)) && steps >= (numbers.length - 1) * 0.8;
}
