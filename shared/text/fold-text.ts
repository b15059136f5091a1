import { asciiDigit } from '#shared/text/ascii-digits.ts';

// Search keys: what two people would call the same word must fold to the same letters, whoever typed it and on
// whichever keyboard. The key is never shown, so tolerance wins over precision ("й" and "и" are one letter here).

/** Letters that Unicode does not decompose but people leave their marks out of. */
const plainLetters: Readonly<Record<string, string>> = {
  ς: 'σ',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ı: 'i',
  ŀ: 'l',
  ґ: 'г',
};

const alreadyFolded = /^(?:[a-z0-9]+(?: [a-z0-9]+)*)?$/;
const hasLetterOrDigit = /[\p{L}\p{N}]/u;
const leavesNothing = /[\p{M}\p{Cf}\u02b9-\u02bf\u00b7]/u;
const cyrillic = /\p{Script=Cyrillic}/u;
const apostrophes = new Set(["'", '\u2018', '\u2019', '\u0060', '\u00b4']);

/** Folded form of each UTF-16 unit met so far; 65,536 entries at most. */
const foldedUnits: (string | undefined)[] = [];

/**
 * The search key of a text: lower case without accents, tonos, final sigma or look-alike forms; anything that is neither
 * letter nor digit is one space; no space at the ends. Folding a key again gives the same key.
 */
export function foldText(text: string): string {
  if (alreadyFolded.test(text)) return text;
  let folded = '';
  let gap = false;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const isPair = (unit & 0xfc00) === 0xd800 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00;
    const piece = isPair
      ? foldCodePoint(text.slice(index, ++index + 1))
      : (foldedUnits[unit] ??= foldCodePoint(text.charAt(index)));
    // Ukrainian writes one word with an apostrophe in it (В'ячеслав), and as often without.
    if (piece === ' ' && apostrophes.has(text.charAt(index)) && cyrillic.test(text.charAt(index - 1))) continue;
    if (piece === ' ') gap = folded !== '';
    else if (piece !== '') {
      folded += gap ? ` ${piece}` : piece;
      gap = false;
    }
  }
  return folded;
}

/** The words of the search key, in their order. */
export function foldWords(text: string): string[] {
  const folded = foldText(text);
  return folded === '' ? [] : folded.split(' ');
}

/** A code point's letters and digits; '' for marks that vanish, ' ' for what separates words (lone surrogates too). */
function foldCodePoint(character: string): string {
  const digit = asciiDigit(character.codePointAt(0) ?? 0);
  if (digit !== undefined) return digit;
  if (leavesNothing.test(character)) return '';
  let folded = '';
  // Lower case comes before and after: some capitals only appear by decomposing (ℌ), some only decompose in lower case (İ).
  for (const part of character.toLowerCase().normalize('NFKD').toLowerCase()) {
    if (leavesNothing.test(part)) continue;
    folded += hasLetterOrDigit.test(part) ? (plainLetters[part] ?? part) : ' ';
  }
  // One sign may be several words with brackets around them: ⑴, ㏂.
  return folded.trim().replace(/ +/g, ' ') || ' ';
}
