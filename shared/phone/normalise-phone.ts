import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { CountryCode, PhoneNumber } from 'libphonenumber-js/max';
import { cleanPhone } from '#shared/phone/clean-phone.ts';
import type { CleanPhone } from '#shared/phone/clean-phone.ts';
import { callingCodeOf, toPhoneCountry } from '#shared/phone/countries.ts';
import { dialingRulesOf } from '#shared/phone/numbering.ts';

export interface NormalisedPhone {
  /** "+34625607313", only when it is valid by the rules of its country: a false one would join two strangers. */
  readonly e164: string | null;
  /** Digits of the extension; '' without one. */
  readonly extension: string;
  /** What searches run over: the digits of E.164, or those typed. */
  readonly digits: string;
  readonly valid: boolean;
  /** Has a length that its country knows, though perhaps no such range. */
  readonly possible: boolean;
}

/** From this many digits on a number without a plus may still carry a country code that isn't the user's own. */
const shortestWithForeignCode = 11;

/**
 * Reads a phone as people write it.
 * @param country ISO code of the country whose habits apply when the number doesn't name its own.
 */
export function normalisePhone(raw: string, country: string): NormalisedPhone {
  const clean = cleanPhone(raw);
  const home = toPhoneCountry(country);
  const number = clean.international ? readInternational(clean) : readAtHome(clean, home);
  if (number !== undefined) {
    const digits = number.number.slice(1);
    return { e164: number.number, extension: clean.extension, digits, valid: true, possible: true };
  }
  const typed = clean.international ? `+${clean.digits}` : clean.digits;
  const possible = parsePhoneNumberFromString(typed, home)?.isPossible() ?? false;
  return { e164: null, extension: clean.extension, digits: clean.digits, valid: false, possible };
}

/** Written with a plus, or known to begin with a country code. */
function readInternational({ digits, digitsWithoutZero }: CleanPhone): PhoneNumber | undefined {
  // Italy dials its zero from abroad too; elsewhere "(0)" is for callers at home.
  const order = digits.startsWith('39') ? [digits, digitsWithoutZero] : [digitsWithoutZero, digits];
  return firstValid([...order, modernDigits(digits)].map((candidate) => `+${candidate}`));
}

function readAtHome(clean: CleanPhone, home: CountryCode | undefined): PhoneNumber | undefined {
  const { digits } = clean;
  const asTyped = home === undefined ? undefined : firstValid([digits], home);
  if (asTyped !== undefined && home !== undefined && isOf(asTyped, home)) return asTyped;
  const { abroad, trunkPrefix } = dialingRulesOf(home);
  const fromAbroad = [abroad, /^00/].flatMap((prefix) => {
    const rest = digits.replace(prefix, '');
    if (rest === digits) return [];
    return readInternational({ ...clean, digits: rest, digitsWithoutZero: clean.digitsWithoutZero.replace(prefix, '') }) ?? [];
  });
  // In Brazil "0055..." may be a carrier's code before some other country's number; it hardly ever is.
  const dialed = fromAbroad.find((number) => home !== undefined && isOf(number, home)) ?? fromAbroad[0] ?? asTyped;
  if (dialed !== undefined) return dialed;
  const older = home === undefined ? undefined : (readOlderForm(digits, home, trunkPrefix) ?? readWithoutZero(digits, home));
  if (older !== undefined) return older;
  const startsAtHome = trunkPrefix !== '' && digits.startsWith(trunkPrefix);
  if (digits.length < shortestWithForeignCode || startsAtHome || isOneDigitTooLong(digits, home)) return undefined;
  return readInternational(clean);
}

/** The country's former ways of writing its own numbers. */
function readOlderForm(digits: string, home: CountryCode, trunkPrefix: string): PhoneNumber | undefined {
  const code = callingCodeOf(home);
  const national = [digits, trunkPrefix !== '' && digits.startsWith(trunkPrefix) ? digits.slice(trunkPrefix.length) : digits];
  const withCode = national.map((candidate) =>
    candidate.startsWith(code) && candidate.length > 10 ? candidate : code + candidate,
  );
  return firstValid(withCode.map((candidate) => `+${modernDigits(candidate)}`));
}

/** Chile and others gave up the zero before the area code; people didn't. */
function readWithoutZero(digits: string, home: CountryCode): PhoneNumber | undefined {
  return /^0[1-9]/.test(digits) ? firstValid([digits.slice(1)], home) : undefined;
}

/**
 * Numbers from before a renumbering that everybody still has in their lists. Brazil put a 9 before all mobile numbers
 * (finished in 2016), Mexico gave up 01, 044, 045 and the 1 after the country code (2019).
 */
function modernDigits(digits: string): string {
  return digits.replace(/^55(\d\d)([689]\d{7})$/, '55$19$2').replace(/^52(?:1|01|044|045)(\d{10})$/, '52$1');
}

/** A digit typed twice is likelier than a foreign number without its plus. */
function isOneDigitTooLong(digits: string, home: CountryCode | undefined): boolean {
  return home !== undefined && firstValid([digits.slice(0, -1)], home) !== undefined;
}

function isOf({ countryCallingCode }: PhoneNumber, country: CountryCode): boolean {
  return countryCallingCode === callingCodeOf(country);
}

function firstValid(candidates: readonly string[], home?: CountryCode): PhoneNumber | undefined {
  for (const [index, candidate] of candidates.entries()) {
    if (candidates.indexOf(candidate) < index) continue;
    const number = parsePhoneNumberFromString(candidate, home);
    if (number?.isValid() === true) return number;
  }
  return undefined;
}
