import { findKeyInKeychain } from '#core/encryption/find-key.ts';
import type { Given } from '#core/encryption/find-key.ts';
import { createGuesses } from '#core/encryption/guesses.ts';
import type { Guessed, Guesses } from '#core/encryption/guesses.ts';
import type { Keychain } from '#core/encryption/keychain.ts';
import { readKeys, writeKeys } from '#core/encryption/keys-file.ts';
import type { Keys } from '#core/encryption/keys-file.ts';
import { isKeyOf, wrapKey } from '#core/encryption/wrap-key.ts';

/** What opens the data of a folder, as far as it is known. */
export type Opening =
  | { readonly type: 'key'; readonly key: string | null }
  | { readonly type: 'locked'; readonly keys: Keys }
  | { readonly type: 'keysDamaged' };

export type Tried = Guessed | { readonly type: 'notLocked' };

/** Keeps the key of a folder's data in memory once somebody gave what it is kept with. */
export interface Keyring extends Guesses {
  opening(): Opening;
  /** Looks for the key by what a person knows; after wrong guesses the next has to wait. */
  unlock(given: Given): Promise<Tried>;
  /** Looks for it in the keychain. */
  unlockByKeychain(): Promise<boolean>;
  /** Finds the key by the recovery code, and keeps it with a new passphrase from then on. */
  recover(recoveryCode: string, passphrase: string): Promise<Tried>;
  /** Whether this passphrase opens the data. */
  check(passphrase: string): Promise<Tried>;
  /** Knows a key that was just made. */
  hold(key: string | null): void;
}

export interface KeyringOptions {
  readonly dataDirectory: string;
  readonly keychain: Keychain | null;
  /** UTC milliseconds. */
  readonly now: () => number;
}

export function createKeyring({ dataDirectory, keychain, now }: KeyringOptions): Keyring {
  let held: string | null = null;
  const { guess, waitUntil } = createGuesses(now);

  function opening(): Opening {
    const read = readKeys(dataDirectory);
    if (read.type === 'none') return { type: 'key', key: null };
    if (read.type === 'damaged') return { type: 'keysDamaged' };
    return held !== null && isKeyOf(held, read.keys.check) ? { type: 'key', key: held } : { type: 'locked', keys: read.keys };
  }
  function keysOrNone(): Keys | null {
    const read = readKeys(dataDirectory);
    return read.type === 'keys' ? read.keys : null;
  }
  async function unlock(given: Given): Promise<Tried> {
    const keys = keysOrNone();
    if (!keys) return { type: opening().type === 'keysDamaged' ? 'keysDamaged' : 'notLocked' };
    const found = await guess(keys, given);
    if (found.type === 'key') held = found.key;
    return found;
  }
  return {
    opening,
    unlock,
    async unlockByKeychain() {
      const keys = keysOrNone();
      const found = keys && (await findKeyInKeychain(keys, keychain));
      if (found?.type !== 'key') return false;
      held = found.key;
      return true;
    },
    async recover(recoveryCode, passphrase) {
      const found = await unlock({ recoveryCode });
      const keys = keysOrNone();
      if (found.type !== 'key' || !keys) return found;
      writeKeys(dataDirectory, { ...keys, passphrase: await wrapKey(found.key, passphrase, 'passphrase'), keychain: null });
      return found;
    },
    async check(passphrase) {
      const keys = keysOrNone();
      return keys ? guess(keys, { passphrase }) : { type: 'notLocked' };
    },
    hold(key) {
      held = key;
    },
    guess,
    waitUntil,
  };
}
