import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { ReadDb } from '#core/database/connection.ts';
import { archiveEntryName, archiveLines, archiveRecords, historyQueries } from '#core/export/archive-records.ts';
import type { FileStore } from '#core/file/file-store.ts';
import { version } from '#shared/version.ts';

export interface ArchiveRequest {
  readonly db: ReadDb;
  readonly files: FileStore;
  /** Where to write the zip. */
  readonly path: string;
}

/** Raised when an archive can't be read by programs that knew only the format before. */
export const archiveFormat = 1;
/** Zip entries carry one time, so that equal data gives equal archives. */
const entryTime = new Date(2000, 0, 1);

/** Writes everything kept, in open formats: one JSON object a line for each kind of record, and the attached files as they are. */
export async function writeArchive({ db, files, path }: ArchiveRequest): Promise<void> {
  const zip = new ZipFile();
  const written = pipeline(zip.outputStream as unknown as Readable, createWriteStream(path));
  const manifest = { program: 'Cartera', version, format: archiveFormat };
  add(zip, 'cartera.json', [JSON.stringify(manifest, null, 2)]);
  for (const type of archiveRecords) add(zip, archiveEntryName(type), archiveLines(db, type));
  for (const [name, sql] of Object.entries(historyQueries)) add(zip, name, historyLines(db, sql));
  for (const [hash] of db.readRaw<[], [string]>('SELECT DISTINCT hash FROM file ORDER BY hash').all()) {
    const bytes = await files.read(hash);
    if (bytes) zip.addBuffer(Buffer.from(bytes), `files/${hash}`, { mtime: entryTime });
  }
  zip.end();
  await written;
}

function add(zip: ZipFile, name: string, lines: Iterable<string>) {
  zip.addReadStreamLazy(name, { mtime: entryTime, mode: 0o100644 }, (give) => give(null, Readable.from(inChunks(lines))));
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
