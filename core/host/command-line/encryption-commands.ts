import { noteAudit } from '#core/audit/note-audit.ts';
import { startBackup } from '#core/backup/backup-thread.ts';
import { holdFiles } from '#core/backup/hold-files.ts';
import { notePlainPlaces, readPlaces } from '#core/backup/places.ts';
import { findPlainPlaces } from '#core/backup/plain-places.ts';
import { listSetAside } from '#core/backup/set-aside.ts';
import { databaseFile, openDatabase } from '#core/database/open-database.ts';
import { changeEncryption } from '#core/encryption/change-encryption.ts';
import type { Change } from '#core/encryption/change-encryption.ts';
import { readKeys, writeKeys } from '#core/encryption/keys-file.ts';
import { makeKeys } from '#core/encryption/make-keys.ts';
import { createRecoveryCode } from '#core/encryption/recovery-code.ts';
import { createDataKey, wrapKey } from '#core/encryption/wrap-key.ts';
import type { Answer, Command, FolderContext, Line, Typed } from '#core/host/command-line/command.ts';
import { readPassphrase } from '#core/host/command-line/data-key.ts';
import { CommandError } from '#core/host/command-line/faults.ts';
import { noArgument } from '#core/host/command-line/typed-values.ts';
import { shortestPassphrase } from '#shared/entrance/contract.ts';

interface Given {
  readonly context: FolderContext;
  readonly values: Typed['values'];
}

/** A command that is nothing but its flags, done while nobody has the data open. */
function encryptionCommand(
  said: Pick<Command, 'name' | 'usage' | 'about'>,
  options: Command['options'],
  work: (given: Given) => Promise<Answer>,
): Command {
  return {
    ...said,
    options,
    permission: 'encryption.manage',
    read(typed) {
      noArgument(typed);
      return { whileClosed: (context) => work({ context, values: typed.values }) };
    },
  };
}

const newPassphraseFile = { 'new-passphrase-file': { type: 'string' } } as const;

export const encryptCommand = encryptionCommand(
  { name: 'encrypt', usage: 'encrypt [--passphrase-file FILE]', about: 'commandLine.about.encrypt' },
  {},
  async ({ context, values }) => {
    if (context.key !== null) throw new CommandError('encryptedAlready');
    const passphrase = await chosen(context, values['passphrase-file'], 'current');
    return rewrite(context, { passphrase, change: 'turnedOn', said: 'commandLine.encrypt.done' });
  },
);

export const changeKeyCommand = encryptionCommand(
  { name: 'change-key', usage: 'change-key [--new-passphrase-file FILE]', about: 'commandLine.about.changeKey' },
  newPassphraseFile,
  async ({ context, values }) => {
    keyOf(context);
    // Whoever opened it by the recovery code needs a new passphrase; the old one is kept otherwise.
    const isNew = values['new-passphrase-file'] !== undefined || values['recovery-code'] !== undefined;
    const file = values[isNew ? 'new-passphrase-file' : 'passphrase-file'];
    const passphrase = await chosen(context, file, isNew ? 'new' : 'current');
    return rewrite(context, { passphrase, change: 'keyChanged', said: 'commandLine.changeKey.done' });
  },
);

export const changePassphraseCommand = encryptionCommand(
  {
    name: 'change-passphrase',
    usage: 'change-passphrase [--new-passphrase-file FILE]',
    about: 'commandLine.about.changePassphrase',
  },
  newPassphraseFile,
  async ({ context, values }) => {
    const key = keyOf(context);
    const read = readKeys(context.dataDirectory);
    if (read.type !== 'keys') throw new CommandError('notEncrypted');
    const passphrase = await chosen(context, values['new-passphrase-file'], 'new');
    writeKeys(context.dataDirectory, {
      ...read.keys,
      passphrase: await wrapKey(key, passphrase, 'passphrase'),
      keychain: null,
    });
    note(context, key, 'passphraseChanged');
    return { json: { changed: true }, lines: [{ key: 'commandLine.changePassphrase.done' }] };
  },
);

export const decryptCommand = encryptionCommand(
  { name: 'decrypt', usage: 'decrypt', about: 'commandLine.about.decrypt' },
  {},
  async ({ context }) => {
    keyOf(context);
    await change(context, null);
    note(context, null, 'turnedOff');
    return { json: { encrypted: false }, lines: [{ key: 'commandLine.decrypt.done' }] };
  },
);

interface Rewriting {
  readonly passphrase: string;
  readonly change: 'turnedOn' | 'keyChanged';
  readonly said: Line['key'];
}

/** Encrypts everything with a new key, and says the new recovery code. */
async function rewrite(context: FolderContext, { passphrase, change: what, said }: Rewriting): Promise<Answer> {
  const [key, recoveryCode] = [createDataKey(), createRecoveryCode()];
  const { dataDirectory } = context;
  const setAside = listSetAside(dataDirectory).filter(({ isPlain }) => isPlain).length;
  await change(context, { key, keys: await makeKeys(key, { passphrase, recoveryCode, keychain: null }) });
  note(context, key, what);
  const readable = await encryptBackupsOf(dataDirectory, key);
  return {
    json: { encrypted: true, recoveryCode, removedSetAside: setAside, readable },
    lines: [
      { key: said },
      recoveryCode,
      { key: 'commandLine.encrypt.keepCode' },
      ...(setAside > 0 ? [{ key: 'commandLine.encrypt.setAside', values: { count: setAside } } as const] : []),
      ...readable.map((path): Line => ({ key: 'commandLine.encrypt.readable', values: { path } })),
    ],
  };
}

/** Encrypts backups from before, where they can be reached. @returns the places where some still can be read */
async function encryptBackupsOf(dataDirectory: string, key: string): Promise<readonly string[]> {
  const places = readPlaces(dataDirectory);
  const database = databaseFile(dataDirectory, key);
  const files = holdFiles();
  try {
    await startBackup({ database, dataDirectory, places, reason: null, at: Date.now() }, { files }).done;
  } finally {
    files.close();
  }
  const readable = await findPlainPlaces(places);
  notePlainPlaces(dataDirectory, readable);
  return places.all.filter(({ id }) => readable.includes(id)).map(({ path }) => path);
}

async function change({ dataDirectory, key, report }: FolderContext, to: Change['to']) {
  const percent = ({ done, total }: { readonly done: number; readonly total: number | null }) =>
    total === null || total === 0 ? undefined : report(`${Math.min(99, Math.round((done / total) * 100))} %`);
  const outcome = await changeEncryption({ dataDirectory, from: key, to, report: percent });
  if (outcome.type === 'failed') throw new CommandError('notReencrypted', { code: outcome.code });
}

function note({ dataDirectory, actor }: FolderContext, key: string | null, what: string) {
  const connection = openDatabase(dataDirectory, { key });
  try {
    connection.transaction((tx) =>
      noteAudit(tx, { at: Date.now(), actor, kind: 'encryption', subject: '', details: { change: what } }),
    );
  } finally {
    connection.close();
  }
}

function keyOf({ key }: FolderContext): string {
  if (key === null) throw new CommandError('notEncrypted');
  return key;
}

/** A passphrase that is long enough. */
async function chosen({ passphrases }: FolderContext, file: Typed['values'][string], which: 'current' | 'new'): Promise<string> {
  const passphrase = await readPassphrase(typeof file === 'string' ? file : undefined, passphrases, which);
  if (passphrase.length < shortestPassphrase) throw new CommandError('passphraseTooShort', { least: shortestPassphrase });
  return passphrase;
}
