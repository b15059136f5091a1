import { foldWords } from '#shared/text/fold-text.ts';
import { isParticle } from '#shared/name/name-words.ts';
import { cutTitles } from '#shared/name/titles.ts';

/**
 * Says whether two written names may be one person's: the words of one are all among the other's, in any order, an initial
 * standing for any word that begins with it. María García and José García don't fit; "García" fits both; no name fits any.
 */
export function namesFit(a: string, b: string): boolean {
  const wordsOfA = nameWords(a);
  const wordsOfB = nameWords(b);
  if (wordsOfA.length === 0 || wordsOfB.length === 0) return true;
  if (isWithin(wordsOfA, wordsOfB) || isWithin(wordsOfB, wordsOfA)) return true;
  return foldWords(a).join('') === foldWords(b).join('');
}

function nameWords(name: string): string[] {
  const { rest } = cutTitles(name.split(/[\s,]+/).filter((word) => word !== ''));
  const words = rest.flatMap(foldWords);
  const telling = words.filter((word) => !isParticle(word) || word.length === 1);
  return telling.length === 0 ? words : telling;
}

/** Every word of the first has a word of its own in the second. */
function isWithin(words: readonly string[], others: readonly string[]): boolean {
  const left = [...others];
  const take = (fits: (other: string) => boolean) => {
    const at = left.findIndex(fits);
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  };
  const missing = words.filter((word) => !take((other) => other === word));
  return missing.every((word) => take((other) => areInitialAndWord(word, other)));
}

function areInitialAndWord(a: string, b: string): boolean {
  return (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));
}
