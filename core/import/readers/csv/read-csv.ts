import { RowBatch } from '../batch-rows.ts';
import { limits } from '../limits.ts';
import type { ReadRequest } from '../read-request.ts';
import { SourceError } from '../source-error.ts';
import { detectFileEncoding, readHead, readText } from '../text/read-text.ts';
import { decodeHead } from '../text/decode-head.ts';
import { detectCsv } from './detect-csv.ts';
import type { DetectedCsv } from './detect-csv.ts';
import { CsvScanner } from './scan-csv.ts';
import type { Encoding, SourceInfo, SourceRow } from '#shared/import/table.ts';

/** Finds out encoding and delimiter of a text table, unless the user has said them. */
export async function inspectCsv(request: ReadRequest): Promise<SourceInfo> {
  const { encoding, candidates, rules } = await detectTextTable(request);
  const encodingCandidates = [...new Set([encoding, ...candidates])];
  return { format: 'csv', sheets: [], sheet: null, encoding, encodingCandidates, delimiter: rules.delimiter };
}

/** Streams the rows of a text table; cells are text as written, without the quotes around them. */
export async function* readCsv(request: ReadRequest): AsyncGenerator<readonly SourceRow[]> {
  const { encoding, rules } = await detectTextTable(request);
  const batch = new RowBatch();
  const scanner = new CsvScanner(rules, (line, cells) => {
    if (line > 1 || !rules.hasSeparatorLine) batch.add(line, cells);
  });
  for await (const text of readText(request.path, encoding, request.signal)) {
    scanner.push(text);
    yield* batch.take();
  }
  scanner.end();
  if (batch.count === 0) throw new SourceError('noRows');
  yield* batch.take(true);
}

interface TextTable {
  readonly encoding: Encoding;
  readonly candidates: readonly Encoding[];
  readonly rules: DetectedCsv;
}

async function detectTextTable({ path, options }: ReadRequest): Promise<TextTable> {
  const detected = await detectFileEncoding(path);
  const encoding = options.encoding ?? detected.encoding;
  const bytes = await readHead(path, limits.sampleBytes);
  const head = decodeHead(bytes, encoding);
  return {
    encoding,
    candidates: detected.candidates,
    rules: detectCsv(head, bytes.length < limits.sampleBytes, options.delimiter),
  };
}
