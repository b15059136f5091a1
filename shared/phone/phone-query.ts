import { cleanPhone, onlyDigits } from '#shared/phone/clean-phone.ts';
import { toPhoneCountry } from '#shared/phone/countries.ts';
import { normalisePhone } from '#shared/phone/normalise-phone.ts';
import { dialingRulesOf } from '#shared/phone/numbering.ts';

/** Digits to look for among the searchable digits of phones. */
export interface PhoneQueryVariant {
  readonly digits: string;
  /** Must stand at the start (the country code was typed); otherwise anywhere. */
  readonly anchored: boolean;
}

/** Less than this left of a number without its trunk prefix would match nearly everybody. */
const shortestRemainder = 3;

/** Says whether a text can be a phone or a piece of one: at least two digits and nothing but phone punctuation. */
export function looksLikePhoneQuery(query: string): boolean {
  const text = query.normalize('NFKC').replace(/^\s*tel:/i, '');
  return /^[\p{Nd}\s+().\-\u2010-\u2015\u2212/#*]+$/u.test(text) && (text.match(/\p{Nd}/gu) ?? []).length >= 2;
}

/**
 * The ways in which a number typed in any format may be kept. Most literal first; a phone fits the query when it fits any.
 * @param country ISO code of the user's own country, whose trunk and international prefixes are recognised.
 */
export function phoneQueryVariants(query: string, country: string): PhoneQueryVariant[] {
  // A bracketed zero may still be open while it is being typed: "+44 (0".
  const { digits, international } = cleanPhone(query.replace(/(\+.*?)\(\s*0\s*(?:\)|$)/, '$1'));
  const typed = digits === '' ? onlyDigits(query) : digits;
  if (typed === '') return [];
  const complete = normalisePhone(query, country).e164;
  const whole = complete === null ? [] : [{ digits: complete.slice(1), anchored: true }];
  if (international) return unique([{ digits: typed, anchored: true }, ...whole]);
  const { trunkPrefix, abroad } = dialingRulesOf(toPhoneCountry(country));
  const fromAbroad = typed.replace(abroad, '');
  const variants = [{ digits: typed, anchored: false }, ...whole];
  if (fromAbroad !== typed && fromAbroad !== '') variants.push({ digits: fromAbroad, anchored: true });
  // A leading zero is somebody's trunk prefix, here or across the border.
  for (const prefix of [trunkPrefix, '0']) {
    const rest = typed.slice(prefix.length);
    const isTrunk = prefix !== '' && typed.startsWith(prefix) && !typed.startsWith('00');
    if (isTrunk && rest.length >= shortestRemainder) variants.push({ digits: rest, anchored: false });
  }
  // Russia's and its neighbours' "8" is no zero: it is known by the whole of a number, or by the gap behind it.
  if (/^8\d{10}$/.test(typed) || /^\s*8[\s(-]+\d{3}/.test(query)) variants.push({ digits: typed.slice(1), anchored: false });
  return unique(variants);
}

function unique(variants: readonly PhoneQueryVariant[]): PhoneQueryVariant[] {
  const seen = new Map(variants.map((variant) => [`${variant.digits}/${variant.anchored}`, variant]));
  return [...seen.values()];
}
