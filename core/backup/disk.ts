import { createHash } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { copyInPieces, rest } from '#core/backup/copy-in-pieces.ts';
import { newId } from '#core/records/new-id.ts';

// Files of backups, on disks that may be full, slow or pulled out. All of it blocks: it is done in a thread of its own.

const part = '.part';

/** A name beside a file under which it is written until it is whole. */
export function partOf(path: string): string {
  return `${path}.${newId()}${part}`;
}

/** Gives a file that is whole its name, so that a power cut takes neither. */
export function putInPlace(written: string, path: string) {
  syncFile(written);
  renameSync(written, path);
  syncFolder(dirname(path));
}

/** Writes a small file at once or not at all. */
export function writeWhole(path: string, text: string) {
  const draft = partOf(path);
  try {
    writeFileSync(draft, text);
    putInPlace(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

export function syncFile(path: string) {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** A power cut can take a new name back unless its folder was written too. Windows opens no folders, and needs none to be. */
export function syncFolder(path: string) {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** SHA-256 of a file, in hex. */
export function hashFile(path: string): string {
  const sum = createHash('sha256');
  const file = openSync(path, 'r');
  try {
    const piece = Buffer.allocUnsafe(1 << 20);
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) sum.update(piece.subarray(0, read));
  } finally {
    closeSync(file);
  }
  return sum.digest('hex');
}

/** Copies a file under its name at once or not at all. @returns the hash of what was read back; it stays only if it is the one wanted */
export function copyChecked({
  from,
  to,
  hash,
}: {
  readonly from: string;
  readonly to: string;
  readonly hash: string | null;
}): boolean {
  const draft = partOf(to);
  try {
    copyWhole(from, draft);
    if (hashFile(draft) !== (hash ?? hashFile(from))) return false;
    putInPlace(draft, to);
    return true;
  } finally {
    rmSync(draft, { force: true });
  }
}

function copyWhole(from: string, to: string) {
  const [source, target] = [openSync(from, 'r'), openSync(to, 'w')];
  try {
    copyInPieces(source, target);
  } finally {
    closeSync(source);
    closeSync(target);
  }
}

/** Bytes that can still be written to the disk a folder is on. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** Bytes that are given back to the disk at a time, and milliseconds between: giving back gigabytes at once holds up every save. */
const [step, between] = [32 * 1024 * 1024, 10];

/** Removes a file, however large, without keeping the disk busy. Cut off, what is left is taken for abandoned. */
export function removeGently(path: string) {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined) return;
  const going = partOf(path);
  renameSync(path, going);
  for (let left = size - step; left > 0; left -= step) {
    truncateSync(going, left);
    rest(between);
  }
  rmSync(going);
}

/** How long (ms) a part is left alone: another program may be writing it. */
const abandonedAfter = 3_600_000;

/** Removes what was being written when a program was killed. */
export function removeAbandoned(folder: string) {
  for (const name of readdirSync(folder)) {
    if (!name.includes(part)) continue;
    const info = statSync(join(folder, name), { throwIfNoEntry: false });
    if (info && Date.now() - info.mtimeMs > abandonedAfter) rmSync(join(folder, name), { force: true });
  }
}
