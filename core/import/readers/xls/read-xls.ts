import { readFile, stat } from 'node:fs/promises';
import type { ParsingOptions, WorkBook } from 'xlsx';
import { limits } from '../limits.ts';
import type { ReadRequest } from '../read-request.ts';
import { SourceError } from '../source-error.ts';
import { decodeHead } from '../text/decode-head.ts';
import { rankBiffEncodings, readBiffHead, refuseUnended, withCodePage } from './biff-codepage.ts';
import { decodeMarkup, isWholeMarkup } from './decode-markup.ts';
import { openCfb } from './open-cfb.ts';
import { readSheetRows } from './sheet-rows.ts';
import { XLSX } from './sheetjs.ts';
import type { Encoding, SourceInfo, SourceRow } from '#shared/import/table.ts';

/** What lies behind the ".xls": BIFF records in a compound file or bare, or HTML or XML that Excel opens as well. */
export type XlsContent = 'cfb' | 'biff' | 'markup';

export async function inspectXls(request: ReadRequest, content: XlsContent): Promise<SourceInfo> {
  const { workbook, encoding, candidates } = await loadWorkbook(request, content);
  const hidden = workbook.Workbook?.Sheets ?? [];
  return {
    format: 'xls',
    sheets: workbook.SheetNames.map((name, i) => ({ name, hidden: (hidden[i]?.Hidden ?? 0) !== 0 })),
    sheet: chooseSheet(workbook, request.options.sheet),
    encoding,
    encodingCandidates: [...candidates],
    delimiter: null,
  };
}

/** Reads a whole file of limits.wholeFileBytes at most, then hands its rows out in batches. */
export async function* readXls(request: ReadRequest, content: XlsContent): AsyncGenerator<readonly SourceRow[]> {
  const { workbook } = await loadWorkbook(request, content);
  yield* readSheetRows(workbook, chooseSheet(workbook, request.options.sheet), request.signal);
}

interface LoadedWorkbook {
  readonly workbook: WorkBook;
  readonly encoding: Encoding | null;
  readonly candidates: readonly Encoding[];
}

async function loadWorkbook({ path, options, signal }: ReadRequest, content: XlsContent): Promise<LoadedWorkbook> {
  const limit = content === 'markup' ? limits.markupBytes : limits.wholeFileBytes;
  const { size } = await stat(path);
  if (size > limit) throw new SourceError('tooLarge', { size, limit });
  const bytes = await readFile(path);
  signal?.throwIfAborted();
  if (content === 'markup') return loadMarkup(bytes, options.encoding);
  return loadBiff(content === 'cfb' ? takeWorkbook(bytes) : bytes, options.encoding);
}

function takeWorkbook(bytes: Buffer): Buffer {
  const { kind, workbook } = openCfb(bytes);
  if (kind === 'encrypted') throw new SourceError('encrypted');
  if (kind === 'other') throw new SourceError('wrongExtension');
  return workbook;
}

function loadBiff(bytes: Buffer, wanted: Encoding | undefined): LoadedWorkbook {
  const head = readBiffHead(bytes);
  refuseUnended(bytes);
  if (head.version >= 8) return { workbook: parse(bytes), encoding: null, candidates: [] };
  const trial = withCodePage(bytes, head, 'windows-1252');
  const texts = parse(trial.workbook, { codepage: trial.codePage });
  const ranked = rankBiffEncodings(collectTexts(texts), head);
  const encoding = wanted ?? ranked[0]!;
  const { workbook, codePage } = withCodePage(bytes, head, encoding);
  const candidates = [...new Set([encoding, ...ranked.slice(0, 6)])];
  return { workbook: parse(workbook, { codepage: codePage }), encoding, candidates };
}

function loadMarkup(bytes: Buffer, wanted: Encoding | undefined): LoadedWorkbook {
  const { encoding, candidates } = decodeMarkup(bytes, wanted);
  const markup = decodeHead(bytes, encoding);
  if (!isWholeMarkup(markup)) throw new SourceError('truncated');
  // As text, so that "0034600" and "1-2" stay what they are.
  const workbook = parse(markup, { type: 'string', raw: true });
  return { workbook, encoding, candidates };
}

function parse(data: Buffer | string, options: ParsingOptions = {}): WorkBook {
  try {
    return XLSX.read(data, {
      type: 'buffer',
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellFormula: false,
      ...options,
    });
  } catch (error) {
    const isEncrypted = error instanceof Error && /password/i.test(error.message);
    throw new SourceError(isEncrypted ? 'encrypted' : 'damaged', {}, { cause: error });
  }
}

function* collectTexts(workbook: WorkBook): Generator<string> {
  yield* workbook.SheetNames;
  for (const name of workbook.SheetNames) {
    for (const rows of readSheetRows(workbook, name)) {
      for (const { cells } of rows) for (const cell of cells) if (typeof cell === 'string') yield cell;
    }
  }
}

function chooseSheet(workbook: WorkBook, wanted: string | undefined): string {
  if (wanted !== undefined) {
    if (!workbook.SheetNames.includes(wanted)) throw new SourceError('sheetNotFound', { sheet: wanted });
    return wanted;
  }
  const isHidden = (name: string) => Number((workbook.Workbook?.Sheets?.[workbook.SheetNames.indexOf(name)]?.Hidden ?? 0) !== 0);
  const found = workbook.SheetNames.toSorted((a, b) => isHidden(a) - isHidden(b)).find(
    (name) => !readSheetRows(workbook, name).next().done,
  );
  if (found === undefined) throw new SourceError('noRows');
  return found;
}
