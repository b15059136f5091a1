import { foldText, foldWords } from '#shared/text/fold-text.ts';
import { isParticle } from '#shared/name/name-words.ts';
import { cutTitles } from '#shared/name/titles.ts';

/**
 * Says whether two written names may be one person's: the words of one are all among the other's, in any order, an initial
 * or a shortened word standing for any that begins with it. María García and José García don't fit; "García" fits both; no name fits any.
 */
export function namesFit(a: string, b: string): boolean {
  const wordsOfA = nameWords(a);
  const wordsOfB = nameWords(b);
  if (wordsOfA.length === 0 || wordsOfB.length === 0) return true;
  if (isWithin(wordsOfA, wordsOfB) || isWithin(wordsOfB, wordsOfA)) return true;
  return foldWords(a).join('') === foldWords(b).join('');
}

/** Shorter than by a dot or a slash, and not by their beginning. */
const shortForms: Readonly<Record<string, string>> = {
  ma: 'maria',
  fco: 'francisco',
  fca: 'francisca',
  fdez: 'fernandez',
  glez: 'gonzalez',
  glz: 'gonzalez',
  hdez: 'hernandez',
  mtnez: 'martinez',
  mtz: 'martinez',
  rguez: 'rodriguez',
  rdguez: 'rodriguez',
  dguez: 'dominguez',
  gcia: 'garcia',
};

interface NameWord {
  readonly text: string;
  /** For a word cut short, "Ant.", "J", "Κων/νος": what the whole one begins and ends with. */
  readonly short: { readonly start: string; readonly end: string } | null;
}

function nameWords(name: string): NameWord[] {
  const { rest } = cutTitles(name.split(/[\s,]+/).filter((word) => word !== ''));
  const words = rest.flatMap(toNameWords);
  const telling = words.filter(({ text }) => !isParticle(text) || text.length === 1);
  return telling.length === 0 ? words : telling;
}

function toNameWords(written: string): NameWord[] {
  const [, start = '', end = ''] = /^(\p{L}+)\/(\p{L}{2,})$/u.exec(written) ?? [];
  if (start !== '') return [{ text: foldText(start), short: { start: foldText(start), end: foldText(end) } }];
  const words = foldWords(written);
  return words.map((word) => {
    const text = shortForms[word] ?? word;
    const isShort = text.length === 1 || (words.length === 1 && written.endsWith('.'));
    return { text, short: isShort ? { start: text, end: '' } : null };
  });
}

/** Every word of the first has a word of its own in the second. */
function isWithin(words: readonly NameWord[], others: readonly NameWord[]): boolean {
  const left = [...others];
  const take = (fits: (other: NameWord) => boolean) => {
    const at = left.findIndex(fits);
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  };
  const missing = words.filter((word) => !take((other) => other.text === word.text));
  return missing.every((word) => take((other) => isShortFor(word, other) || isShortFor(other, word)));
}

function isShortFor({ short }: NameWord, { text }: NameWord): boolean {
  return short !== null && text.startsWith(short.start) && text.endsWith(short.end);
}
