import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { z } from 'zod';
import { ArchiveError } from '#core/export/archive-error.ts';
import { manifestSchema } from '#core/export/archive-schemas.ts';
import { archiveEntryNames, archiveFormat } from '#core/export/archive-records.ts';
import { SourceError } from '#core/import/readers/index.ts';
import { openZip, readZipPart } from '#core/import/readers/zip/open-zip.ts';
import type { OpenZip } from '#core/import/readers/zip/open-zip.ts';
import { maxFileBytes } from '#shared/file/contract.ts';

const mebibyte = 1024 * 1024;
// Far above what a shop keeps; what a hostile archive may cost.
const limits = {
  entries: 2_000_000,
  entryBytes: 64 * 1024 * mebibyte,
  lineCharacters: 32 * mebibyte,
  manifestBytes: mebibyte,
} as const;

/** An archive whose lines are checked one by one as they are read. Every way of reading it throws ArchiveError. */
export interface Archive {
  /** The records of an entry in batches, each with its line; none when the archive doesn't have it. */
  records<Row>(entry: string, schema: z.ZodType<Row>): AsyncGenerator<readonly ArchivedLine<Row>[]>;
  hasFile(hash: string): boolean;
  /** Reads through an attached file without keeping it. @throws ArchiveError when its bytes aren't those its name says */
  verifyFile(hash: string): Promise<void>;
  /** An attached file's bytes. */
  readFile(hash: string): Promise<Buffer>;
  close(): void;
}

export interface ArchivedLine<Row> {
  readonly line: number;
  readonly row: Row;
}

/** Opens what {@link writeArchive} wrote. @throws {ArchiveError} when it isn't that, or is of a newer version */
export async function openArchive(path: string): Promise<Archive> {
  if (!(await isZip(path))) throw new ArchiveError('notAnArchive');
  const zip = await asArchiveError(() => openZip(path, limits.entries));
  try {
    const entries = await readManifest(zip);
    return {
      records: (entry, schema) => readRecords({ zip, entry, schema, isThere: entries.has(entry) }),
      hasFile: (hash) => zip.has(`files/${hash}`),
      async verifyFile(hash) {
        const entry = `files/${hash}`;
        const digest = createHash('sha256');
        await asArchiveError(async () => {
          for await (const piece of zip.read(entry, maxFileBytes)) digest.update(piece);
        }, entry);
        if (digest.digest('hex') !== hash) throw new ArchiveError('damaged', { entry });
      },
      readFile: (hash) => asArchiveError(() => readZipPart(zip, `files/${hash}`, maxFileBytes), `files/${hash}`),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function isZip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer.toString('latin1') === 'PK';
  } finally {
    await file.close();
  }
}

async function readManifest(zip: OpenZip): Promise<ReadonlySet<string>> {
  const entry = 'cartera.json';
  if (!zip.has(entry)) throw new ArchiveError('notAnArchive');
  const bytes = await asArchiveError(() => readZipPart(zip, entry, limits.manifestBytes), entry);
  const manifest = parseJson(bytes.toString('utf8'), { entry });
  if (Number((manifest as { format?: unknown } | null)?.format) > archiveFormat) throw new ArchiveError('fromTheFuture');
  const parsed = manifestSchema.safeParse(manifest);
  if (!parsed.success) throw new ArchiveError('notAnArchive');
  const { records } = parsed.data;
  if (records.some((name) => !archiveEntryNames.includes(name))) throw new ArchiveError('fromTheFuture');
  const missing = records.find((name) => !zip.has(name));
  if (missing !== undefined) throw new ArchiveError('damaged', { entry: missing });
  return new Set(records);
}

interface RecordsRead<Row> {
  readonly zip: OpenZip;
  readonly entry: string;
  readonly schema: z.ZodType<Row>;
  readonly isThere: boolean;
}

async function* readRecords<Row>({
  zip,
  entry,
  schema,
  isThere,
}: RecordsRead<Row>): AsyncGenerator<readonly ArchivedLine<Row>[]> {
  if (!isThere) return;
  let line = 0;
  for await (const texts of readLines(zip, entry)) {
    yield texts.map((text) => {
      line += 1;
      const value = parseJson(text, { entry, line });
      const { error } = schema.safeParse(value);
      const field = error?.issues[0]?.path.join('.');
      if (error) throw new ArchiveError('damaged', { entry, line, ...(field && { field }) });
      // The value as it was written rather than as the schema orders its keys: equal records stay equal texts.
      return { line, row: value as Row };
    });
  }
}

/** The lines of an entry, those of one piece of it at a time. */
async function* readLines(zip: OpenZip, entry: string): AsyncGenerator<readonly string[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let rest = '';
  const pieces = zip.read(entry, limits.entryBytes);
  for (;;) {
    const next = await asArchiveError(() => pieces.next(), entry);
    const text = rest + (await asArchiveError(() => decoder.decode(next.value ?? undefined, { stream: !next.done }), entry));
    const lines = text.split('\n');
    rest = next.done ? '' : (lines.pop() ?? '');
    if (rest.length > limits.lineCharacters) throw new ArchiveError('tooLarge', { entry });
    const filled = lines.filter((line) => line !== '');
    if (filled.length > 0) yield filled;
    if (next.done) return;
  }
}

function parseJson(text: string, place: { readonly entry: string; readonly line?: number }): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new ArchiveError('damaged', place, error);
  }
}

async function asArchiveError<Result>(work: () => Promise<Result> | Result, entry?: string): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ArchiveError) throw error;
    const place = entry === undefined ? {} : { entry };
    const isKnown = error instanceof SourceError && (error.code === 'encrypted' || error.code === 'tooLarge');
    if (isKnown) throw new ArchiveError(error.code as 'encrypted' | 'tooLarge', place, error);
    throw new ArchiveError('damaged', place, error);
  }
}
