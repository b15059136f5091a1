import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openData } from '#core/host/command-line/open-data.ts';
import type { OpenData } from '#core/host/command-line/open-data.ts';
import { buildZip } from '#core/import/readers/testing/build-zip.ts';
import { openZip, readZipPart } from '#core/import/readers/zip/open-zip.ts';
import { writeArchive } from '#core/export/write-archive.ts';
import { makeTestDirectory } from '#test/factories/open-test-core.ts';

/** What an archive holds, by entry, a character a byte. */
export type ArchiveParts = Record<string, string>;

/** A data folder open for one program, as on the command line; closed when the test ends. */
export function openTestData(directory = makeTestDirectory()): OpenData {
  const data = openData(directory);
  onTestFinished(() => data.connection.close());
  return data;
}

export async function exportAll({ store, files }: Pick<OpenData, 'store' | 'files'>): Promise<string> {
  const path = join(makeTestDirectory(), 'cartera.zip');
  await writeArchive({ db: store.db, files, path });
  return path;
}

export async function readParts(path: string): Promise<ArchiveParts> {
  const zip = await openZip(path);
  const parts: ArchiveParts = {};
  for (const name of zip.names) parts[name] = (await readZipPart(zip, name)).toString('latin1');
  zip.close();
  return parts;
}

/** What an archive holds, without its history. */
export async function readRecords(path: string): Promise<ArchiveParts> {
  const { 'act.jsonl': _acts, 'history.jsonl': _history, 'audit.jsonl': _audit, ...records } = await readParts(path);
  return records;
}

/** Everything kept, without history. */
export async function exportRecords(data: Pick<OpenData, 'store' | 'files'>): Promise<ArchiveParts> {
  return readRecords(await exportAll(data));
}

/** Writes a zip with these entries. */
export function writeParts(path: string, parts: ArchiveParts): string {
  const entries = Object.entries(parts).map(([name, text]) => ({ name, content: Buffer.from(text, 'latin1') }));
  writeFileSync(path, buildZip(entries));
  return path;
}
