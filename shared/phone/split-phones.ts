import { cleanPhone, countDigits, isExtensionOnly } from '#shared/phone/clean-phone.ts';
import { normalisePhone } from '#shared/phone/normalise-phone.ts';

const separator = /(\s*(?:[\n\r|;,/]|(?<=\s)(?:y|e|o|u|ou|и|или|та|або|και|κ|ή|or|and)(?=\s))\s*)/iu;

/** Stands for a slash within a number while its cell is cut. */
const keptSlash = '\u2215';

/** Fewer digits than this are part of the number beside them: an area code, "67/68", a floor. */
const shortestNumber = 5;
/** Two numbers written with only a space between them have at least this many. */
const shortestPair = 14;
/** Characters; more are a note, and trying all its gaps would take long. */
const longestPair = 120;

/**
 * The phones in a cell, each with the words that stand by it ("600 123 456 (Ana)"), in their order. An extension stays
 * with its number. Every digit of the cell is in one of them; a cell without any digit comes back whole, an empty one as [].
 */
export function splitPhones(cell: string, country: string): string[] {
  const phones: string[] = [];
  let pending = '';
  const pieces = keepAreaCodes(cell.trim(), country).split(separator);
  for (let index = 0; index < pieces.length; index += 2) {
    const piece = pieces[index] ?? '';
    const before = pieces[index - 1] ?? '';
    if (countDigits(piece) >= shortestNumber && !isExtensionOnly(piece)) {
      phones.push(pending + (pending === '' ? '' : before) + piece);
      pending = '';
    } else if (phones.length > 0) phones[phones.length - 1] += before + piece;
    else pending += (pending === '' ? '' : before) + piece;
  }
  if (pending !== '') phones.push(pending);
  return phones
    .map((phone) => trimSeparators(phone.replaceAll(keptSlash, '/')))
    .filter((phone) => phone !== '')
    .flatMap((phone) => splitPair(phone, country));
}

/** The slash of "07141/123456" and "222/7836771", so that no number is cut there. */
function keepAreaCodes(text: string, country: string): string {
  return text.replace(/(?<![\d/])(\(?\d{2,5}\)?)\s*\/\s*(?=(\d[\d\s.-]*\d))/g, (all, code: string, rest: string) => {
    const isCode =
      /^\(?0/.test(code) || (!normalisePhone(rest, country).valid && normalisePhone(`${code} ${rest}`, country).valid);
    return isCode ? all.replace('/', keptSlash) : all;
  });
}

function trimSeparators(phone: string): string {
  return phone.replace(/^[\s,;|/]+|[\s,;|/]+$/g, '');
}

/** Cuts where a space or a plus has a valid number on either side and the whole is none. */
function splitPair(phone: string, country: string): string[] {
  if (phone.length > longestPair || countDigits(phone) < shortestPair || isOneNumber(phone, country)) return [phone];
  for (const gap of phone.matchAll(/\s+|(?<=\d)(?=\+)/g)) {
    const left = phone.slice(0, gap.index).trim();
    const right = phone.slice(gap.index + gap[0].length).trim();
    if (!normalisePhone(left, country).valid || !isOneNumber(left, country)) continue;
    const rest = splitPair(right, country);
    if (rest.every((part) => normalisePhone(part, country).valid)) return [left, ...rest];
  }
  return [phone];
}

function isOneNumber(phone: string, country: string): boolean {
  const { digits, extension } = cleanPhone(phone);
  return countDigits(phone) <= digits.length + extension.length + 2 && normalisePhone(phone, country).valid;
}
