import { limits } from '../limits.ts';
import { SourceError } from '../source-error.ts';
import type { ReadRequest } from '../read-request.ts';
import { decodeXmlBytes } from '../xml/decode-xml-bytes.ts';
import { XmlScanner } from '../xml/scan-xml.ts';
import { openZip } from '../zip/open-zip.ts';
import type { OpenZip } from '../zip/open-zip.ts';
import { SharedStringsHandler } from './read-shared-strings.ts';
import { StylesHandler } from './read-styles.ts';
import { readWorkbook, scanZipPart } from './read-workbook.ts';
import type { Workbook, WorkbookSheet } from './read-workbook.ts';
import { SheetHandler } from './scan-sheet.ts';
import type { SheetContext } from './scan-sheet.ts';
import type { SourceInfo, SourceRow } from '#shared/import/table.ts';

/** Lists the sheets and says which one is read when none is asked for: the first to be seen that has rows. */
export async function inspectXlsx({ path, options }: ReadRequest): Promise<SourceInfo> {
  const zip = await openZip(path);
  try {
    const workbook = await readWorkbook(zip);
    const sheet = await chooseSheet(zip, workbook, options.sheet);
    return {
      format: 'xlsx',
      sheets: workbook.sheets.map(({ name, hidden }) => ({ name, hidden })),
      sheet: sheet.name,
      encoding: null,
      encodingCandidates: [],
      delimiter: null,
    };
  } finally {
    zip.close();
  }
}

/** Streams a sheet's rows; texts shared by cells and the styles are in memory meanwhile. Macros are never looked at. */
export async function* readXlsx({ path, options, signal }: ReadRequest): AsyncGenerator<readonly SourceRow[]> {
  const zip = await openZip(path);
  try {
    const workbook = await readWorkbook(zip);
    const sheet = await chooseSheet(zip, workbook, options.sheet);
    yield* readSheetRows(zip, sheet, await readContext(zip, workbook), signal);
  } finally {
    zip.close();
  }
}

async function chooseSheet(zip: OpenZip, workbook: Workbook, wanted: string | undefined): Promise<WorkbookSheet> {
  if (wanted !== undefined) {
    const found = workbook.sheets.find(({ name }) => name === wanted);
    if (found === undefined) throw new SourceError('sheetNotFound', { sheet: wanted });
    return found;
  }
  for (const sheet of workbook.sheets.toSorted((a, b) => Number(a.hidden) - Number(b.hidden))) {
    if (await hasRows(zip, sheet)) return sheet;
  }
  throw new SourceError('noRows');
}

async function hasRows(zip: OpenZip, sheet: WorkbookSheet): Promise<boolean> {
  // Whether a shared text is empty isn't known yet: any stands for something.
  const strings = new Proxy<string[]>([], { get: () => 'text' });
  for await (const rows of readSheetRows(zip, sheet, { strings, dateKinds: [], is1904: false })) if (rows.length > 0) return true;
  return false;
}

async function readContext(zip: OpenZip, workbook: Workbook): Promise<SheetContext> {
  const styles = new StylesHandler();
  const shared = new SharedStringsHandler();
  const { stylesPart, sharedStringsPart } = workbook;
  if (stylesPart !== undefined) await scanZipPart(zip, stylesPart, { handler: styles, maxBytes: limits.smallPartBytes });
  if (sharedStringsPart !== undefined) {
    await scanZipPart(zip, sharedStringsPart, { handler: shared, maxBytes: limits.sharedStringsBytes });
  }
  return { strings: shared.strings, dateKinds: styles.dateKinds, is1904: workbook.is1904 };
}

async function* readSheetRows(
  zip: OpenZip,
  sheet: WorkbookSheet,
  context: SheetContext,
  signal?: AbortSignal,
): AsyncGenerator<readonly SourceRow[]> {
  const handler = new SheetHandler(context);
  const scanner = new XmlScanner(handler);
  for await (const text of decodeXmlBytes(zip.read(sheet.part, limits.sheetXmlBytes))) {
    signal?.throwIfAborted();
    scanner.push(text);
    yield* handler.batch.take();
  }
  scanner.end();
  yield* handler.batch.take(true);
}
