import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { extname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { NewLead } from '#core/lead/commands.ts';
import { readJson } from '#core/lead/files/read-json.ts';
import { readMail } from '#core/lead/files/read-mail.ts';
import { readTable } from '#core/lead/files/read-table.ts';
import { requestFileLimits } from '#core/lead/files/request-file.ts';
import type { FileToRead, RequestFile } from '#core/lead/files/request-file.ts';
import { SourceError } from '#core/import/readers/index.ts';

/**
 * The requests in a file: a workbook, a text table, contacts, what a site's form sends, a mail. The same file has the same
 * ones, wherever it lies and whatever it is called.
 * @throws {SourceError} when it can't be read
 */
export async function readRequests(file: FileToRead): Promise<RequestFile> {
  const { path } = file;
  const info = await lstat(path).catch((cause: unknown) => {
    throw new SourceError('notFound', { file: path }, { cause });
  });
  if (!info.isFile()) throw new SourceError('notFound', { file: path });
  if (info.size === 0) throw new SourceError('empty', { file: path });
  if (info.size > requestFileLimits.bytes) throw new SourceError('tooLarge', { file: path });
  const hash = await hashOf(path);
  const { requests, problems } = await readByKind(file);
  return {
    problems,
    requests: requests.map(({ lead, ...request }) => ({
      ...request,
      lead: { ...lead, ...(lead.sender === undefined && calledBy(lead, `${hash}:${request.row}`)) },
    })),
  };
}

function readByKind(file: FileToRead): Promise<RequestFile> {
  switch (extname(file.path).toLowerCase()) {
    case '.json':
    case '.jsonl':
    case '.ndjson':
      return readJson(file);
    case '.eml':
      return readMail(file);
    default:
      return readTable(file);
  }
}

/** A request without an id of its own has the file's content and its row for one. */
function calledBy({ externalId, source = '' }: NewLead, place: string): Pick<NewLead, 'externalId' | 'sender'> {
  return externalId === undefined ? { externalId: place, sender: 'file' } : { externalId, sender: source };
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
