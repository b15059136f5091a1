import type { PartyType } from '#shared/party/fields.ts';

/** What is known of a country's tax numbers: their length as digits, a check, and who has which. */
interface TaxRules {
  readonly isValid: (id: string) => boolean;
  /** Lengths of numbers that begin with zeros a spreadsheet drops. */
  readonly lengths: readonly number[];
  /** Whether one digit too few is a dropped zero even where the check digits disagree. */
  readonly isAlwaysWhole?: boolean;
  readonly holderOf: (id: string) => PartyType | null;
}

const digitsOf = (id: string) => [...id].map(Number);
const weigh = (id: string, weights: readonly number[]) =>
  weights.reduce((sum, weight, index) => sum + weight * (digitsOf(id)[index] ?? 0), 0);
const descending = (from: number, count: number) => Array.from({ length: count }, (_, index) => from - index);
const modulo11 = (sum: number) => (sum % 11 < 2 ? 0 : 11 - (sum % 11));
const letters = 'TRWAGMYFPDXBNJZSQVHLCKE';

function isSpanish(id: string): boolean {
  const person = /^([XYZ]?)(\d{7,8})([A-Z])$/.exec(id);
  if (person !== null) {
    const number = `${person[1] === '' ? '' : 'XYZ'.indexOf(person[1] ?? '')}${person[2]}`;
    return number.length <= 8 && letters[Number(number) % 23] === person[3];
  }
  return /^[ABCDEFGHJNPQRSUVW]\d{7}[0-9A-J]$/.test(id);
}

function isPortuguese(id: string): boolean {
  return /^[1-35-9]\d{8}$/.test(id) && modulo11(weigh(id, descending(9, 8))) === Number(id[8]);
}

function isBrazilian(id: string): boolean {
  if (/^(\d)\1*$/.test(id)) return false;
  if (/^\d{11}$/.test(id)) {
    return modulo11(weigh(id, descending(10, 9))) === Number(id[9]) && modulo11(weigh(id, descending(11, 10))) === Number(id[10]);
  }
  const first = [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];
  return (
    /^\d{14}$/.test(id) && modulo11(weigh(id, first)) === Number(id[12]) && modulo11(weigh(id, [6, ...first])) === Number(id[13])
  );
}

function isGreek(id: string): boolean {
  return /^\d{9}$/.test(id) && id !== '000000000' && (weigh(id, [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10 === Number(id[8]);
}

function isRussian(id: string): boolean {
  const check = (weights: readonly number[]) => (weigh(id, weights) % 11) % 10;
  if (/^\d{10}$/.test(id)) return check([2, 4, 10, 3, 5, 9, 4, 6, 8]) === Number(id[9]);
  const eleventh = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
  return /^\d{12}$/.test(id) && check(eleventh) === Number(id[10]) && check([3, ...eleventh]) === Number(id[11]);
}

const rules: Readonly<Record<string, TaxRules>> = {
  ES: {
    isValid: isSpanish,
    lengths: [],
    holderOf: (id) => (/^[A-HJNP-SUVW]\d/.test(id) ? 'company' : isSpanish(id) ? 'contact' : null),
  },
  PT: {
    isValid: isPortuguese,
    lengths: [],
    holderOf: (id) => (/^[56789]\d{8}$/.test(id) ? 'company' : /^[123]\d{8}$/.test(id) ? 'contact' : null),
  },
  BR: {
    isValid: isBrazilian,
    lengths: [11, 14],
    holderOf: (id) => (id.length === 14 ? 'company' : id.length === 11 ? 'contact' : null),
  },
  GR: { isValid: isGreek, lengths: [9], isAlwaysWhole: true, holderOf: () => null },
  RU: { isValid: isRussian, lengths: [10, 12], isAlwaysWhole: true, holderOf: (id) => (id.length === 10 ? 'company' : null) },
};

/** Shapes that only tax numbers have, for countries whose checks aren't known here. */
const latinShapes =
  /^(?:\d{1,2}\.?\d{3}\.?\d{3}-[\dkK]|\d{2}-\d{8}-\d|[A-ZÑ&]{3,4}\d{6}[A-Z\d]{3}|[JVEG]-?\d{8}-?\d|\d{3}\.\d{3}\.\d{3}-\d{2}|\d{2}\.\d{3}\.\d{3}\/\d{4}-\d{2})$/;

/** Says whether a text is a tax number beyond doubt: its check digits are right, or it has a shape nothing else has. */
export function isTaxId(text: string, country: string): boolean {
  return latinShapes.test(text.trim()) || (rulesOf(country)?.isValid(bareTaxId(text)) ?? false);
}

/**
 * The number as kept: without the dots and dashes that some write in it, so that equal ones are the same, and with the zeros
 * that a spreadsheet dropped where its check digits ask for them.
 */
export function restoreTaxId(text: string, country: string): string {
  const rule = rulesOf(country);
  const bare = bareTaxId(text);
  if (rule?.isValid(bare) === true) return bare;
  if (rule === undefined || !/^\d+$/.test(text)) return text;
  const length = rule.lengths.find((wanted) => text.length < wanted && text.length >= wanted - 3);
  const restored = length === undefined ? text : text.padStart(length, '0');
  const isOneShort = rule.isAlwaysWhole === true && restored.length === text.length + 1;
  return rule.isValid(restored) || isOneShort ? restored : text;
}

/** Whether only a person or only an organisation can have this number; null when it may be either's. */
export function taxIdHolder(text: string, country: string): PartyType | null {
  return rulesOf(country)?.holderOf(bareTaxId(text)) ?? null;
}

/** What a country isn't may be a word that every object knows. */
function rulesOf(country: string): TaxRules | undefined {
  return Object.hasOwn(rules, country) ? rules[country] : undefined;
}

function bareTaxId(text: string): string {
  return text
    .toUpperCase()
    .replace(/^(?:ES|PT|EL|GR)(?=[\dA-Z])(?=.{9})/, '')
    .replace(/[\s.\-/]/g, '');
}
