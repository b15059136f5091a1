import { findKey } from '#core/encryption/find-key.ts';
import type { Given, KeyFound } from '#core/encryption/find-key.ts';
import type { Keys } from '#core/encryption/keys-file.ts';

export type Guessed = KeyFound | { readonly type: 'wait'; readonly until: number };

/** Looks for keys by what a person knows; after wrong guesses the next has to wait. */
export interface Guesses {
  guess(keys: Keys, given: Given): Promise<Guessed>;
  /** Until when (UTC milliseconds) the next one has to wait. */
  waitUntil(): number | null;
}

/** Wrong guesses that cost nothing. */
const freeGuesses = 3;
/** Milliseconds. */
const longestWait = 60_000;

/** @param now UTC milliseconds */
export function createGuesses(now: () => number): Guesses {
  let wrong = 0;
  let until = 0;
  let last: Promise<unknown> = Promise.resolve();
  async function look(keys: Keys, given: Given): Promise<Guessed> {
    if (now() < until) return { type: 'wait', until };
    const found = await findKey(keys, given);
    if (found.type === 'wrongPassphrase' || found.type === 'wrongRecoveryCode') {
      wrong += 1;
      if (wrong >= freeGuesses) until = now() + Math.min(1000 * 2 ** (wrong - freeGuesses), longestWait);
    } else if (found.type === 'key') {
      wrong = 0;
      until = 0;
    }
    return found;
  }
  return {
    guess(keys, given) {
      // One after another: of many that come together, none is looked at before those ahead of it have counted.
      const guessed = last.then(() => look(keys, given));
      last = guessed.catch(() => undefined);
      return guessed;
    },
    waitUntil: () => (now() < until ? until : null),
  };
}
