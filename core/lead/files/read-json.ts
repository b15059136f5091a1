import { readFile } from 'node:fs/promises';
import { requestFileLimits } from '#core/lead/files/request-file.ts';
import type { FileRequest, FileToRead, RequestFile } from '#core/lead/files/request-file.ts';
import { SourceError } from '#core/import/readers/index.ts';
import { entriesOf, requestsOfJson } from '#shared/lead/form-entries.ts';
import { readForm } from '#shared/lead/read-form.ts';

/** Requests as a site's form sends them: one object, a list, or one a line. @throws {SourceError} when it can't be read */
export async function readJson({ path, country }: FileToRead): Promise<RequestFile> {
  const text = decode(await readFile(path));
  if (text.length > requestFileLimits.jsonBytes) throw new SourceError('tooLarge', { file: path });
  if (text.trim() === '') throw new SourceError('empty', { file: path });
  const found = requestsOfJson(parse(text, path));
  if (found.length === 0) throw new SourceError('noRows', { file: path });
  if (found.length > requestFileLimits.rows) throw new SourceError('tooLarge', { file: path });
  const requests = found.map((value, index): FileRequest => {
    return { row: index + 1, lead: readForm(entriesOf(value), country), attachments: [] };
  });
  return { requests, problems: [] };
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
    try {
      if (lines.length > 1) return lines.map((line) => JSON.parse(line) as unknown);
    } catch {
      // Said below, of the whole.
    }
    throw new SourceError('damaged', { file: path }, { cause });
  }
}

function decode(bytes: Buffer): string {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(bytes);
}
