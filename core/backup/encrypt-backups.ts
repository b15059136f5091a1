import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { plainBackups, partsOf, readManifest } from '#core/backup/backup-file.ts';
import { hashFile, partOf, putInPlace, writeWhole } from '#core/backup/disk.ts';
import { contentFolders, endingOf, readKeys } from '#core/backup/write-backup.ts';
import { copyFiles } from '#core/encryption/copy-files.ts';
import { copyDatabase } from '#core/database/copy-database.ts';

interface Encrypted {
  readonly folder: string;
  readonly dataDirectory: string;
  readonly key: string;
}

/** Encrypts backups that were made before the data was, so that nothing of it can be read in them either. */
export async function encryptBackups({ folder, dataDirectory, key }: Encrypted) {
  for (const name of await plainBackups(folder)) {
    const manifest = readManifest(folder, name);
    const parts = partsOf(folder, name);
    if (!manifest) continue;
    const office = existsSync(parts.office) ? encrypt(parts.office, key) : null;
    const database = encrypt(parts.database, key);
    const told = { isEncrypted: true, hash: hashFile(database), size: statSync(database).size, contents: endingOf(key) };
    const whole = { ...manifest, ...told, office: office && { hash: hashFile(office) }, keys: readKeys(dataDirectory) };
    if (office) putInPlace(office, parts.office);
    writeWhole(parts.manifest, JSON.stringify(whole, null, 2));
    putInPlace(database, parts.database);
  }
  await encryptContents(folder, key);
}

function encrypt(path: string, key: string): string {
  const part = partOf(path);
  copyDatabase({ path, key: null }, { path: part, key }).release();
  for (const ending of ['-wal', '-shm']) rmSync(path + ending, { force: true });
  return part;
}

async function encryptContents(folder: string, key: string) {
  const encrypted = contentFolders(endingOf(key));
  for (const [index, { backup }] of contentFolders('').entries()) {
    const [from, to] = [join(folder, backup), join(folder, encrypted[index]?.backup ?? '')];
    if (!existsSync(from)) continue;
    await copyFiles({ from, to, keys: { from: null, to: key } });
    rmSync(from, { recursive: true });
  }
}
