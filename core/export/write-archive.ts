import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { ReadDb } from '#core/database/connection.ts';
import {
  archiveEntryName,
  archiveEntryNames,
  archiveFormat,
  archiveLines,
  archiveRecords,
  historyQueries,
} from '#core/export/archive-records.ts';
import { partySheet } from '#core/export/party-sheet.ts';
import { readme } from '#core/export/readme.ts';
import type { FileStore } from '#core/file/file-store.ts';
import { heldFiles } from '#core/file/held-files.ts';
import { version } from '#shared/version.ts';
import { createDiskFiles } from '#wire/disk-files.ts';

export interface ArchiveRequest {
  /** Within a transaction, or what is saved meanwhile may be half in the archive. */
  readonly db: ReadDb;
  readonly files: FileStore;
  /** Where to write the zip. */
  readonly path: string;
  /** What to encrypt it with on the disk, until it is handed over; left out where it is written for a person. */
  readonly sealedWith?: string | null;
}

/** Zip entries carry one time, so that equal data gives equal archives. */
const entryTime = new Date(2000, 0, 1);
const entryOptions = { mtime: entryTime, mode: 0o100644 };

/**
 * Writes everything kept, in open formats: one JSON object a line for each kind of record, the attached files as they are,
 * and for people two sheets of contacts and companies.
 * @returns how many lines each entry has
 */
export async function writeArchive({
  db,
  files,
  path,
  sealedWith = null,
}: ArchiveRequest): Promise<Readonly<Record<string, number>>> {
  const zip = new ZipFile();
  const counts: Record<string, number> = {};
  const written = createDiskFiles(sealedWith).write(path, zip.outputStream as unknown as Readable);
  const manifest = { program: 'Cartera', version, format: archiveFormat, records: archiveEntryNames };
  zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), 'cartera.json', entryOptions);
  zip.addBuffer(Buffer.from(readme), 'README.txt', entryOptions);
  const add = (name: string, lines: Iterable<string>) =>
    addLazily(zip, name, () => Readable.from(inChunks(counted(lines, name, counts))));
  for (const type of archiveRecords) add(archiveEntryName(type), archiveLines(db, type));
  for (const [name, sql] of Object.entries(historyQueries)) add(name, historyLines(db, sql));
  add('contacts.csv', partySheet(db, 'contact'));
  add('companies.csv', partySheet(db, 'company'));
  for (const hash of [...new Set(heldFiles(db).map((held) => held.hash))].toSorted()) {
    if (await files.has(hash)) addFile(zip, files, hash);
  }
  zip.end();
  await written;
  return counts;
}

function addFile(zip: ZipFile, files: FileStore, hash: string) {
  const open = (give: (error: null, stream: Readable) => void) => give(null, Readable.from(files.readAll(hash)));
  zip.addReadStreamLazy(`files/${hash}`, { ...entryOptions, compress: false }, open);
}

function addLazily(zip: ZipFile, name: string, open: () => Readable) {
  zip.addReadStreamLazy(name, entryOptions, (give) => give(null, open()));
}

function* counted(lines: Iterable<string>, name: string, counts: Record<string, number>): Generator<string> {
  counts[name] = 0;
  for (const line of lines) {
    counts[name] = (counts[name] ?? 0) + 1;
    yield line;
  }
}

function* historyLines(db: ReadDb, sql: string): Generator<string> {
  for (const row of db.read<[], Record<string, unknown>>(sql).iterate()) yield JSON.stringify(row);
}

/** Many lines at a time: a stream has its price for each piece. */
function* inChunks(lines: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const line of lines) {
    chunk += `${line}\n`;
    if (chunk.length > 100_000) {
      yield chunk;
      chunk = '';
    }
  }
  if (chunk !== '') yield chunk;
}
