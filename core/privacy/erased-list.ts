import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from '#core/backup/disk.ts';
import { booksSchema } from '#shared/privacy/contract.ts';

// Who was erased, beside the database: a backup that is brought back takes the place of the database, and knows nothing of it.

const lineSchema = z.object({ partyId: z.string(), books: booksSchema, namedBy: z.string() });
type ErasedLine = z.infer<typeof lineSchema>;

function pathOf(dataDirectory: string): string {
  return join(dataDirectory, 'erased.jsonl');
}

/** Keeps on the disk who is erased; once is enough. */
export function listErased(dataDirectory: string, { partyId, books, namedBy }: ErasedLine) {
  if (readErasedList(dataDirectory).some((line) => line.partyId === partyId)) return;
  // A line that was cut off is ended first, so that it doesn't spoil this one.
  appendFileSync(pathOf(dataDirectory), `\n${JSON.stringify({ partyId, books, namedBy })}\n`, { flush: true });
}

/** Takes back what was listed of somebody who couldn't be erased. */
export function unlistErased(dataDirectory: string, partyId: string) {
  const lines = readErasedList(dataDirectory);
  if (!lines.some((line) => line.partyId === partyId)) return;
  const left = lines.filter((line) => line.partyId !== partyId);
  writeWhole(pathOf(dataDirectory), left.map((line) => `${JSON.stringify(line)}\n`).join(''));
}

/** Lines that were cut off when the program was killed are left out. */
export function readErasedList(dataDirectory: string): readonly ErasedLine[] {
  return textOf(pathOf(dataDirectory))
    .split('\n')
    .flatMap((line) => {
      const parsed = lineSchema.safeParse(parse(line));
      return parsed.success ? [parsed.data] : [];
    });
}

/** Folders with data that a backup took the place of, which may hold whoever was erased. */
export function setAsideFolders(dataDirectory: string): readonly string[] {
  try {
    return readdirSync(join(dataDirectory, 'set-aside')).map((name) => join('set-aside', name));
  } catch {
    return [];
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return null;
  }
}
