import { closeSync, copyFileSync, existsSync, mkdirSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseFile } from '#core/database/connection.ts';

/** SQLite's first bytes, and where in them the size of a page, the count of pages and the like are. */
const magic = Buffer.from('SQLite format 3\0', 'latin1');
const headerSize = 100;
const usualPageSize = 4096;
const at = { pageSize: 16, changeCounter: 24, pageCount: 28, freePages: 32, validFor: 92 } as const;

/**
 * Copies a damaged database with its log, so that not even opening it changes what is there, and mends the first bytes of the copy
 * where they say what can't be.
 * @param sound a database of ours that is whole, to take such bytes from
 */
export function copyDamaged(file: DatabaseFile, folder: string, sound: string): DatabaseFile {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'damaged.db');
  for (const ending of ['', '-wal']) if (existsSync(file.path + ending)) copyFileSync(file.path + ending, path + ending);
  // What is encrypted has no such bytes that could be read.
  if (file.key === null) mendHeader(path, sound);
  return { path, key: file.key };
}

function mendHeader(path: string, sound: string) {
  const size = statSync(path).size;
  if (size < headerSize) return;
  const header = readHeader(path);
  const good = readHeader(sound);
  const isHeader = header.subarray(0, magic.length).equals(magic) && header.readUInt16BE(at.pageSize) === usualPageSize;
  const mended = Buffer.from(isHeader ? header : good);
  if (!isHeader) mended.fill(0, at.freePages, at.freePages + 8);
  mended.writeUInt32BE(Math.ceil(size / usualPageSize), at.pageCount);
  mended.copy(mended, at.validFor, at.changeCounter, at.changeCounter + 4);
  const copy = openSync(path, 'r+');
  try {
    writeSync(copy, mended, 0, headerSize, 0);
  } finally {
    closeSync(copy);
  }
}

function readHeader(path: string): Buffer {
  const bytes = Buffer.alloc(headerSize);
  const file = openSync(path, 'r');
  try {
    readSync(file, bytes, 0, headerSize, 0);
  } finally {
    closeSync(file);
  }
  return bytes;
}
