import { readFile } from 'node:fs/promises';
import { forgetChange } from '#core/encryption/change-encryption.ts';
import { findKey } from '#core/encryption/find-key.ts';
import type { Given } from '#core/encryption/find-key.ts';
import { keysFiles, readKeys } from '#core/encryption/keys-file.ts';
import type { Keys } from '#core/encryption/keys-file.ts';
import { DatabaseError } from '#core/database/open-database.ts';
import { CommandError } from '#core/host/command-line/faults.ts';
import { findHost } from '#core/host/folder-lock.ts';
import { join } from 'node:path';

/** What was typed of what opens encrypted data. */
export interface KeyClaim {
  readonly passphraseFile: string | undefined;
  readonly recoveryCode: string | undefined;
}

/** Where a passphrase may come from besides a file. */
export interface PassphraseSource {
  /** Of the environment. */
  readonly passphrase?: string | undefined;
  readonly newPassphrase?: string | undefined;
  /** Asks whoever sits at the terminal; absent where nobody does. */
  askPassphrase?(which: 'current' | 'new'): Promise<string>;
}

/** What opens the data of a folder; null where it isn't encrypted. @throws {CommandError}; {DatabaseError} when the keys are damaged */
export async function findDataKey(dataDirectory: string, claim: KeyClaim, source: PassphraseSource): Promise<string | null> {
  // The program itself sees to it where it runs.
  if (!findHost(dataDirectory)) forgetChange(dataDirectory);
  const read = readKeys(dataDirectory);
  if (read.type === 'none') return null;
  const path = join(dataDirectory, keysFiles[0]);
  if (read.type === 'damaged') throw new DatabaseError('keysDamaged', path);
  const found = await findKey(read.keys, await readGiven(read.keys, claim, { source, path: dataDirectory }));
  if (found.type === 'key') return found.key;
  if (found.type === 'keysDamaged' || found.type === 'keychainRefused') throw new DatabaseError('keysDamaged', path);
  throw new CommandError(found.type);
}

async function readGiven(
  { passphrase }: Keys,
  { passphraseFile, recoveryCode }: KeyClaim,
  { source, path }: { readonly source: PassphraseSource; readonly path: string },
): Promise<Given> {
  if (recoveryCode !== undefined) return { recoveryCode };
  // Only the program on this person's screen gets at the keychain.
  if (passphrase === null) throw new CommandError('recoveryCodeNeeded');
  const given = await readPassphrase(passphraseFile, source, 'current');
  if (given === '') throw new DatabaseError('locked', path);
  return { passphrase: given };
}

/** A passphrase of a file, of the environment, or typed; empty where there is none. @throws {CommandError} */
export async function readPassphrase(
  file: string | undefined,
  source: PassphraseSource,
  which: 'current' | 'new',
): Promise<string> {
  if (file === undefined)
    return (which === 'new' ? source.newPassphrase : source.passphrase) ?? (await source.askPassphrase?.(which)) ?? '';
  try {
    // Editors end a file with a line break that nobody meant.
    return (await readFile(file, 'utf8')).replace(/\r?\n$/, '');
  } catch (error) {
    throw new CommandError('passwordFileUnreadable', { path: file }, error);
  }
}
