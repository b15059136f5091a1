import iconv from 'iconv-lite';
import { letterStatistics } from './letter-statistics.ts';
import type { LetterFamily } from './sample-words.ts';
import type { Encoding } from '#shared/import/table.ts';

interface Candidate {
  readonly encoding: Encoding;
  readonly family: LetterFamily;
  /** Log-odds before anything is read: what lists are usually saved in. */
  readonly prior: number;
}

const candidates: readonly Candidate[] = [
  { encoding: 'windows-1252', family: 'western', prior: 2 },
  { encoding: 'windows-1251', family: 'cyrillic', prior: 2 },
  { encoding: 'windows-1253', family: 'greek', prior: 2 },
  { encoding: 'windows-1250', family: 'central', prior: 1 },
  { encoding: 'ibm866', family: 'cyrillic', prior: 0 },
  { encoding: 'koi8-r', family: 'cyrillic', prior: 0 },
  { encoding: 'macintosh', family: 'western', prior: 0 },
  { encoding: 'x-mac-cyrillic', family: 'cyrillic', prior: -1 },
  { encoding: 'x-mac-greek', family: 'greek', prior: -1 },
];

const iconvNames: Partial<Record<Encoding, string>> = {
  ibm866: 'cp866',
  'x-mac-cyrillic': 'maccyrillic',
  'x-mac-greek': 'macgreek',
};

/** The name under which iconv-lite knows an encoding. */
export function iconvName(encoding: Encoding): string {
  return iconvNames[encoding] ?? encoding;
}

/** Single-byte encodings for words with bytes beyond ASCII, best first. */
export function rankSingleByteEncodings(words: readonly Buffer[]): Encoding[] {
  const scored = candidates.map((candidate) => ({
    encoding: candidate.encoding,
    score: candidate.prior + words.reduce((sum, word) => sum + scoreWord(word, candidate), 0),
  }));
  return scored.toSorted((a, b) => b.score - a.score).map(({ encoding }) => encoding);
}

// What can't be in a list of people weighs more than any row of rare letters.
const impossibleByte = -14;
const strangeSymbol = -9;
const plausibleSymbol = -6;
const wrongCase = -5;
const mixedScripts = -8;
/** Numbers are grouped with it everywhere: "612\u00a0345\u00a0678". */
const noBreakSpace = -1;
const letterInNumber = -5;

const plausibleSymbols = new Set('«»“”„‘’–—…°€£·•´¿¡');
/** A mark between letters is rarely meant: "d’Angelo" is, "Jos®" is not. */
const innerSymbols = new Set('’´·–‘');

/** "2º", "Mª", "Nº" and "№ 5" are daily bread in addresses; º and ª are letters by Unicode, but not of words. */
const ordinalMarks = new Set('ºª№');
const ordinalMark = -2;

const tables = new Map<Encoding, string>();

function byteTable(encoding: Encoding): string {
  const known = tables.get(encoding) ?? iconv.decode(Buffer.from(Array.from({ length: 256 }, (_, i) => i)), iconvName(encoding));
  tables.set(encoding, known);
  return known;
}

/** `word` is a run of letters, digits and bytes beyond ASCII; only what differs between encodings is judged. */
function scoreWord(word: Buffer, { encoding, family }: Candidate): number {
  const table = byteTable(encoding);
  const statistics = letterStatistics(family);
  const ownScript = family !== 'western' && family !== 'central';
  let score = 0;
  let previous = '^';
  let previousCase = 0;
  for (let i = 0; i <= word.length; i += 1) {
    const byte = word[i];
    const character = byte === undefined ? '^' : table[byte]!;
    const letter = character.toLowerCase();
    const isLetter = byte !== undefined && /\p{L}/u.test(character) && !ordinalMarks.has(character);
    const touchesHigh = (byte ?? 0) >= 0x80 || (word[i - 1] ?? 0) >= 0x80;
    if (touchesHigh && byte !== undefined && !isLetter && byte >= 0x80)
      score += scoreSymbol(character, i > 0 && i < word.length - 1);
    else if (touchesHigh && (isLetter || previous !== '^')) score += statistics.pair(previous, isLetter ? letter : '^');
    const isCapital = isLetter && letter !== character;
    if (touchesHigh && isCapital && previousCase === -1) score += wrongCase;
    if (byte !== undefined && byte >= 0x80 && isLetter && isDigit(word[i - 1]) && isDigit(word[i + 1])) score += letterInNumber;
    if (ownScript && touchesHigh && i > 0 && isLetter && isLatin(word[i - 1]) !== isLatin(byte)) score += mixedScripts;
    previous = isLetter ? letter : '^';
    previousCase = isLetter ? (isCapital ? 1 : -1) : 0;
  }
  return score;
}

function scoreSymbol(character: string, isInside: boolean): number {
  if (character === '\ufffd' || /\p{Cc}/u.test(character)) return impossibleByte;
  if (ordinalMarks.has(character)) return ordinalMark;
  if (character === '\u00a0') return noBreakSpace;
  if (isInside) return innerSymbols.has(character) ? plausibleSymbol : strangeSymbol;
  return plausibleSymbols.has(character) ? plausibleSymbol : strangeSymbol;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

function isLatin(byte: number | undefined): boolean {
  return byte !== undefined && byte < 0x80 && byte > 0x40;
}
