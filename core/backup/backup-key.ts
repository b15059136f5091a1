import { readManifest } from '#core/backup/backup-file.ts';
import type { StoredBackup } from '#core/backup/backup-file.ts';
import type { Given } from '#core/encryption/find-key.ts';
import type { Guessed, Guesses } from '#core/encryption/guesses.ts';
import { parseKeys, readKeys } from '#core/encryption/keys-file.ts';
import type { Keys } from '#core/encryption/keys-file.ts';
import { isKeyOf } from '#core/encryption/wrap-key.ts';

/** What opens a backup: a key that is known, or what somebody knew when it was made. */
export type Opener =
  | { readonly type: 'key'; readonly key: string | null }
  | { readonly type: 'secret'; readonly keys: Keys }
  /** It came without its keys. */
  | { readonly type: 'none' };

type Located = Pick<StoredBackup, 'folder' | 'name' | 'isEncrypted'>;

/** @param keyHere what opens the data here; undefined where that isn't known */
export function openerOf(backup: Located, keyHere: string | null | undefined): Opener {
  if (!backup.isEncrypted) return { type: 'key', key: null };
  const keys = keysOf(backup);
  const isOfHere = typeof keyHere === 'string' && (keys === null || isKeyOf(keyHere, keys.check));
  if (isOfHere) return { type: 'key', key: keyHere };
  return keys ? { type: 'secret', keys } : { type: 'none' };
}

/** The keys that a backup came with. */
function keysOf({ folder, name }: Located): Keys | null {
  const told = readManifest(folder, name)?.keys;
  if (typeof told === 'string') return parseKeys(told);
  // Somebody may have put them beside it by hand.
  const beside = readKeys(folder);
  return beside.type === 'keys' ? beside.keys : null;
}

export type BackupKeyFound =
  | Guessed
  | { readonly type: 'plain' }
  | { readonly type: 'secretNeeded'; readonly hasPassphrase: boolean }
  | { readonly type: 'noKeys' };

interface Asked {
  readonly keyHere: string | null | undefined;
  /** What somebody typed; null where nothing was asked yet. */
  readonly secret: Given | null;
  readonly guesses: Pick<Guesses, 'guess'>;
}

/** The key of a backup, by what is known or typed. */
export async function findBackupKey(backup: Located, { keyHere, secret, guesses }: Asked): Promise<BackupKeyFound> {
  const opener = openerOf(backup, keyHere);
  if (opener.type === 'none') return { type: 'noKeys' };
  if (opener.type === 'key') return opener.key === null ? { type: 'plain' } : { type: 'key', key: opener.key };
  if (secret === null) return { type: 'secretNeeded', hasPassphrase: opener.keys.passphrase !== null };
  return guesses.guess(opener.keys, secret);
}
