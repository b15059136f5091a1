import { limits } from '../limits.ts';
import type { ReadRequest } from '../read-request.ts';
import { SourceError } from '../source-error.ts';
import { readBytes } from '../text/read-text.ts';
import { decodeXmlBytes } from '../xml/decode-xml-bytes.ts';
import { XmlScanner } from '../xml/scan-xml.ts';
import { openZip, readZipPart } from '../zip/open-zip.ts';
import type { OpenZip } from '../zip/open-zip.ts';
import { OdsHandler } from './scan-content.ts';
import type { OdsSheet } from './scan-content.ts';
import type { SourceInfo, SourceRow } from '#shared/import/table.ts';

/** A packed .ods, or one flat XML file. */
export type OdsContent = 'ods' | 'flatOds';

/** Lists the sheets: the whole content has to be scanned for that, since it has no directory. */
export async function inspectOds(request: ReadRequest, content: OdsContent): Promise<SourceInfo> {
  const sheets = await listSheets(request, content);
  return {
    format: 'ods',
    sheets: sheets.map(({ name, hidden }) => ({ name, hidden })),
    sheet: chooseSheet(sheets, request.options.sheet),
    encoding: null,
    encodingCandidates: [],
    delimiter: null,
  };
}

/** Streams a sheet's rows. */
export async function* readOds(request: ReadRequest, content: OdsContent): AsyncGenerator<readonly SourceRow[]> {
  const wanted = chooseSheet(await listSheets(request, content), request.options.sheet);
  yield* scanContent(request, content, new OdsHandler(wanted));
}

async function listSheets(request: ReadRequest, content: OdsContent): Promise<readonly OdsSheet[]> {
  const handler = new OdsHandler(undefined);
  for await (const rows of scanContent(request, content, handler)) if (rows.length > 0) break;
  return handler.sheets;
}

function chooseSheet(sheets: readonly OdsSheet[], wanted: string | undefined): string {
  if (wanted !== undefined) {
    if (!sheets.some(({ name }) => name === wanted)) throw new SourceError('sheetNotFound', { sheet: wanted });
    return wanted;
  }
  const found = sheets.find(({ hidden, hasRows }) => hasRows && !hidden) ?? sheets.find(({ hasRows }) => hasRows);
  if (found === undefined) throw new SourceError('noRows');
  return found.name;
}

async function* scanContent(
  { path, signal }: ReadRequest,
  content: OdsContent,
  handler: OdsHandler,
): AsyncGenerator<readonly SourceRow[]> {
  const zip = content === 'ods' ? await openZip(path) : undefined;
  const scanner = new XmlScanner(handler);
  try {
    if (zip !== undefined) await refuseEncrypted(zip);
    const bytes = zip === undefined ? readBytes(path) : zip.read('content.xml', limits.sheetXmlBytes);
    for await (const text of decodeXmlBytes(bytes)) {
      signal?.throwIfAborted();
      scanner.push(text);
      yield* handler.batch.take();
    }
    scanner.end();
    yield* handler.batch.take(true);
  } finally {
    zip?.close();
  }
}

async function refuseEncrypted(zip: OpenZip): Promise<void> {
  if (!zip.has('META-INF/manifest.xml')) return;
  if ((await readZipPart(zip, 'META-INF/manifest.xml')).includes('encryption-data')) throw new SourceError('encrypted');
}
