import { cleanPhone, countDigits, isExtensionOnly } from '#shared/phone/clean-phone.ts';
import { normalisePhone } from '#shared/phone/normalise-phone.ts';

const separator = /(\s*(?:[\n\r|;,/]|(?<=\s)(?:y|e|o|u|ou|и|или|та|або|και|κ|ή|or|and)(?=\s))\s*)/iu;

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
  const pieces = cell.trim().split(separator);
  for (let index = 0; index < pieces.length; index += 2) {
    const piece = pieces[index] ?? '';
    const before = pieces[index - 1] ?? '';
    if (standsAlone({ piece, next: pieces[index + 1] ?? '' })) {
      phones.push(pending + (pending === '' ? '' : before) + piece);
      pending = '';
    } else if (phones.length > 0 && !isAreaCode(piece, pieces[index + 1])) phones[phones.length - 1] += before + piece;
    else pending += (pending === '' ? '' : before) + piece;
  }
  if (pending !== '') phones.push(pending);
  return phones
    .map(trimSeparators)
    .filter((phone) => phone !== '')
    .flatMap((phone) => splitPair(phone, country));
}

function standsAlone({ piece, next }: { piece: string; next: string }): boolean {
  const digits = countDigits(piece);
  return digits >= shortestNumber && !isExtensionOnly(piece) && !(next.trim() === '/' && isAreaCode(piece, next));
}

/** "07141" in "07141/123456". */
function isAreaCode(piece: string, next: string | undefined): boolean {
  return next?.trim() === '/' && /^\s*\(?0\d{1,4}\)?\s*$/.test(piece);
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
