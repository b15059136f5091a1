import { foldText } from '#shared/text/fold-text.ts';

/** A phrase to look for: words, of which those marked stand for any word that begins so. */
export interface Phrase {
  readonly words: readonly { readonly text: string; readonly isPrefix: boolean }[];
  /** Letters in all words: the longer of two phrases with as many words says more. */
  readonly weight: number;
}

/** Words of a phrase found in a text: which ones, and how much they say. */
export interface PhraseMatch {
  readonly start: number;
  readonly length: number;
  readonly weight: number;
}

/** Reads a list of phrases separated by commas, as in the dictionaries. */
export function compilePhrases(list: string): Phrase[] {
  return list
    .split(',')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '')
    .map(compilePhrase);
}

/** All places where one of the phrases stands among the words. */
export function findPhrases(words: readonly string[], phrases: readonly Phrase[]): PhraseMatch[] {
  const matches: PhraseMatch[] = [];
  for (const phrase of phrases) {
    for (let start = 0; start + phrase.words.length <= words.length; start++) {
      if (matchesAt({ words, start, phrase })) matches.push({ start, length: phrase.words.length, weight: phrase.weight });
    }
  }
  return matches;
}

function compilePhrase(text: string): Phrase {
  const words = text.split(/\s+/).flatMap((word) => {
    const isPrefix = word.endsWith('*');
    const folded = foldText(word);
    return folded === '' ? [{ text: '', isPrefix }] : folded.split(' ').map((part) => ({ text: part, isPrefix }));
  });
  return { words, weight: words.reduce((sum, word) => sum + word.text.length, 0) };
}

function matchesAt({ words, start, phrase }: { words: readonly string[]; start: number; phrase: Phrase }): boolean {
  return phrase.words.every(({ text, isPrefix }, offset) => {
    const word = words[start + offset] ?? '';
    return isPrefix ? word.startsWith(text) : word === text;
  });
}
