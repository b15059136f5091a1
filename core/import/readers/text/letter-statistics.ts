import { sampleWords } from './sample-words.ts';
import type { LetterFamily } from './sample-words.ts';

/**
 * How likely a text is, letter by letter, in one family of languages. All scores are natural logarithms, so that
 * they add up; letters are folded to small ones, a word's edge is "^".
 */
export interface LetterStatistics {
  /** Log-probability of `letter` after `previous`. */
  readonly pair: (previous: string, letter: string) => number;
  readonly knows: (letter: string) => boolean;
}

/** Weight of a letter's plain frequency against its frequency after the letter before. */
const smoothing = 3;
const unknownLetter = Math.log(0.00002);

const cache = new Map<LetterFamily, LetterStatistics>();

/** Statistics of a family, counted on first use. */
export function letterStatistics(family: LetterFamily): LetterStatistics {
  const known = cache.get(family) ?? countLetters(sampleWords[family]);
  cache.set(family, known);
  return known;
}

function countLetters(texts: readonly string[]): LetterStatistics {
  const single = new Map<string, number>();
  const pairs = new Map<string, number>();
  let total = 0;
  for (const word of texts.join(' ').split(/\s+/)) {
    let previous = '^';
    for (const letter of `${word}^`) {
      add(single, letter);
      add(pairs, previous + letter);
      previous = letter;
      total += 1;
    }
  }
  const scores = new Map<string, number>();
  const pair = (previous: string, letter: string): number => {
    const count = single.get(letter);
    if (count === undefined) return unknownLetter;
    const key = previous + letter;
    const cached = scores.get(key);
    if (cached !== undefined) return cached;
    const score = Math.log(((pairs.get(key) ?? 0) + (smoothing * count) / total) / ((single.get(previous) ?? 0) + smoothing));
    scores.set(key, score);
    return score;
  };
  return { pair, knows: (letter) => single.has(letter) };
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
