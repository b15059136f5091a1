import { existsSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { findBackupKey } from '#core/backup/backup-key.ts';
import { listBackups, readManifest } from '#core/backup/backup-file.ts';
import { inspectFile } from '#core/backup/inspect-database.ts';
import { readPlaces } from '#core/backup/places.ts';
import { restoreBackup } from '#core/backup/restore-backup.ts';
import { isEncrypted } from '#core/database/open-database.ts';
import type { Given } from '#core/encryption/find-key.ts';
import { createGuesses } from '#core/encryption/guesses.ts';
import type { Command, FolderContext, Typed } from '#core/host/command-line/command.ts';
import { readPassphrase } from '#core/host/command-line/data-key.ts';
import { CommandError } from '#core/host/command-line/faults.ts';
import { onlyArgument, textFlag } from '#core/host/command-line/typed-values.ts';
import type { BackupCounts } from '#shared/backup/contract.ts';

export const restoreCommand: Command = {
  name: 'restore',
  usage: 'restore last|FILE.db [--preview] [--backup-passphrase-file FILE | --backup-recovery-code CODE]',
  about: 'commandLine.about.restore',
  options: {
    preview: { type: 'boolean' },
    'backup-passphrase-file': { type: 'string' },
    'backup-recovery-code': { type: 'string' },
  },
  permission: 'backup.restore',
  read(typed) {
    const wanted = onlyArgument(typed, 'FILE.db');
    const isPreview = typed.values['preview'] === true;
    return {
      needsKey: false,
      whileClosed: async (context) => {
        const path = await findWanted(context, wanted);
        const key = await findKeyOf(path, context, typed);
        const counts = inspectWanted(path, key);
        const { parties, deals, tasks, files } = counts;
        const values = { path, parties, deals, tasks, files };
        if (isPreview) return { json: { file: path, counts }, lines: [{ key: 'commandLine.restore.preview', values }] };
        const { dataDirectory, actor, report } = context;
        await restoreBackup({
          dataDirectory,
          folder: dirname(path),
          name: basename(path, '.db'),
          key,
          keyHere: keyHereOf(context),
          actor,
          at: Date.now(),
          report: ({ done, total }) => report(`${done} / ${total ?? '?'}`),
        });
        return {
          json: { restored: path, counts, encrypted: key !== null },
          lines: [
            { key: 'commandLine.restore.done', values },
            ...(key === null && keyHereOf(context) !== null ? [{ key: 'commandLine.restore.plain' } as const] : []),
          ],
        };
      },
    };
  },
};

function keyHereOf({ key, isKeyKnown }: FolderContext): string | null | undefined {
  return isKeyKnown ? key : undefined;
}

async function findWanted({ dataDirectory }: FolderContext, wanted: string): Promise<string> {
  const backups = wanted === 'last' ? await listBackups(readPlaces(dataDirectory)) : [];
  const path = wanted === 'last' ? backups.find(({ isOwn }) => isOwn)?.path : resolve(wanted);
  if (path === undefined || !existsSync(path) || !statSync(path).isFile())
    throw new CommandError('backupNotFound', { path: path ?? wanted });
  return path;
}

/** What opens a backup: the key of here, or what was typed of what opened it when it was made. @throws {CommandError} */
async function findKeyOf(path: string, context: FolderContext, typed: Typed): Promise<string | null> {
  const [folder, name] = [dirname(path), basename(path, '.db')];
  const backup = { folder, name, isEncrypted: readManifest(folder, name)?.isEncrypted ?? isEncrypted(path) };
  const here = { keyHere: keyHereOf(context), guesses: createGuesses(Date.now) };
  const known = await findBackupKey(backup, { ...here, secret: null });
  const secret = known.type === 'secretNeeded' ? await readSecret(context, typed, known.hasPassphrase) : null;
  const found = secret ? await findBackupKey(backup, { ...here, secret }) : known;
  if (found.type === 'plain') return null;
  if (found.type === 'key') return found.key;
  if (found.type === 'secretNeeded') throw new CommandError('backupLocked', { path });
  if (found.type === 'wrongPassphrase' || found.type === 'wrongRecoveryCode' || found.type === 'mistypedRecoveryCode')
    throw new CommandError(found.type);
  throw new CommandError('backupUnreadable', { path });
}

/** Where the data here needs none, what is typed for it is for the backup. */
async function readSecret({ passphrases }: FolderContext, typed: Typed, hasPassphrase: boolean): Promise<Given | null> {
  const recoveryCode = textFlag(typed, 'backup-recovery-code') ?? textFlag(typed, 'recovery-code');
  const file = textFlag(typed, 'backup-passphrase-file');
  if (file === undefined && recoveryCode !== undefined) return { recoveryCode };
  if (!hasPassphrase) return null;
  const passphrase = await readPassphrase(file ?? textFlag(typed, 'passphrase-file'), passphrases, 'current');
  return passphrase === '' ? null : { passphrase };
}

function inspectWanted(path: string, key: string | null): BackupCounts {
  try {
    const inspected = inspectFile({ path, key });
    if (inspected?.isOurs) return inspected.counts;
  } catch (error) {
    throw new CommandError('backupUnreadable', { path }, error);
  }
  throw new CommandError('backupUnreadable', { path });
}
