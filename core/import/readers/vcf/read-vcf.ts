import { RowBatch } from '../batch-rows.ts';
import { limits } from '../limits.ts';
import type { ReadRequest } from '../read-request.ts';
import { SourceError } from '../source-error.ts';
import { detectFileEncoding, readBytes, readText } from '../text/read-text.ts';
import { readCardFields } from './card-fields.ts';
import type { CardFields } from './card-fields.ts';
import { CardCollector } from './collect-cards.ts';
import { sortColumns } from './sort-columns.ts';
import { Unfolder, unfoldBytes } from './unfold.ts';
import type { Encoding, SourceInfo, SourceRow } from '#shared/import/table.ts';

/** Finds out the encoding for properties that don't name their own. */
export async function inspectVcf({ path, options }: ReadRequest): Promise<SourceInfo> {
  const { encoding, candidates } = await detectFileEncoding(path, unfoldBytes);
  const chosen = options.encoding ?? encoding;
  const encodingCandidates = [...new Set([chosen, ...candidates])];
  return { format: 'vcf', sheets: [], sheet: null, encoding: chosen, encodingCandidates, delimiter: null };
}

/**
 * Makes a table of a file of vCards (2.1, 3.0, 4.0). The first row, line 0, holds column keys: fullName, givenName,
 * middleName, familyName, nickname, jobTitle, companyName, department, phone:LABEL, email:LABEL, webPage:LABEL,
 * address.street:LABEL (city, region, postalCode, country), messenger.SERVICE, birthday, tags, groups, notes;
 * further ones of a label have "#2", "#3" at their end. LABEL is mobile, home, work, fax, main, other, delivery, the
 * owner's own word, or empty. Each further row is a card, its line the card's ordinal.
 *
 * The file is read twice, once for its columns, so that memory doesn't grow with it.
 */
export async function* readVcf(request: ReadRequest): AsyncGenerator<readonly SourceRow[]> {
  const encoding = request.options.encoding ?? (await detectFileEncoding(request.path, unfoldBytes)).encoding;
  const columns = await collectColumns(request, encoding);
  const batch = new RowBatch();
  batch.add(0, [...columns]);
  let line = 0;
  for await (const card of readCards(request, encoding)) {
    line += 1;
    batch.add(
      line,
      columns.map((column) => card.get(column) ?? null),
    );
    yield* batch.take();
  }
  yield* batch.take(true);
}

async function collectColumns(request: ReadRequest, encoding: Encoding): Promise<string[]> {
  const columns = new Set<string>();
  let count = 0;
  for await (const card of readCards(request, encoding)) {
    count += 1;
    for (const key of card.keys()) columns.add(key);
    if (columns.size > limits.columns) throw new SourceError('tooManyColumns', { line: count, limit: limits.columns });
  }
  if (columns.size === 0) throw new SourceError('noRows');
  return sortColumns(columns);
}

async function* readCards(request: ReadRequest, encoding: Encoding): AsyncGenerator<CardFields> {
  const unfolder = new Unfolder();
  // UTF-16 is made UTF-8 on the way, so that the rest knows only encodings in which ASCII is ASCII.
  const isWide = encoding.startsWith('utf-16');
  const collector = new CardCollector(isWide ? 'utf-8' : encoding);
  for await (const piece of isWide ? encodeAsUtf8(request, encoding) : readBytes(request.path, request.signal)) {
    for (const line of unfolder.push(piece.toString('latin1'))) {
      const card = collector.add(line);
      if (card !== undefined) yield readCardFields(card);
    }
  }
  for (const line of unfolder.end()) {
    const card = collector.add(line);
    if (card !== undefined) yield readCardFields(card);
  }
  collector.end();
}

async function* encodeAsUtf8({ path, signal }: ReadRequest, encoding: Encoding): AsyncGenerator<Buffer> {
  for await (const text of readText(path, encoding, signal)) yield Buffer.from(text, 'utf8');
}
