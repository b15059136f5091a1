import { posix } from 'node:path';
import { limits } from '../limits.ts';
import { SourceError } from '../source-error.ts';
import { decodeXmlBytes } from '../xml/decode-xml-bytes.ts';
import { XmlScanner } from '../xml/scan-xml.ts';
import type { XmlHandler } from '../xml/scan-xml.ts';
import { readAttribute, readAttributeOfAnyPrefix } from '../xml/xml-values.ts';
import type { OpenZip } from '../zip/open-zip.ts';

export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** The part of the zip with its cells. */
  readonly part: string;
}

export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  readonly is1904: boolean;
  readonly stylesPart: string | undefined;
  readonly sharedStringsPart: string | undefined;
}

/** Feeds a whole part to a handler. Throws SourceError as the zip and the scanner do. */
export async function scanZipPart(zip: OpenZip, part: string, options: { handler: XmlHandler; maxBytes: number }): Promise<void> {
  const scanner = new XmlScanner(options.handler);
  for await (const text of decodeXmlBytes(zip.read(part, options.maxBytes))) scanner.push(text);
  scanner.end();
}

/** Finds sheets and their parts through the package's relationships, whatever the parts are called. */
export async function readWorkbook(zip: OpenZip): Promise<Workbook> {
  const workbookPart = await findWorkbookPart(zip);
  const relationships = await readRelationships(zip, workbookPart);
  const handler = new WorkbookHandler();
  await scanZipPart(zip, workbookPart, { handler, maxBytes: limits.smallPartBytes });
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  const sheets = handler.sheets.flatMap(({ name, hidden, id }) => {
    const relationship = byId.get(id);
    return relationship?.type === 'worksheet' ? [{ name, hidden, part: relationship.part }] : [];
  });
  if (sheets.length === 0) throw new SourceError('damaged', { part: workbookPart });
  const partOf = (type: string) =>
    relationships.find((relationship) => relationship.type === type && zip.has(relationship.part))?.part;
  return { sheets, is1904: handler.is1904, stylesPart: partOf('styles'), sharedStringsPart: partOf('sharedStrings') };
}

interface Relationship {
  readonly id: string;
  /** The last word of the type's address, which is the same in the strict and the transitional kind. */
  readonly type: string;
  readonly part: string;
}

async function findWorkbookPart(zip: OpenZip): Promise<string> {
  const usual = 'xl/workbook.xml';
  if (zip.has(usual) || !zip.has('_rels/.rels')) return usual;
  const relationships = await readRelationships(zip, '');
  return relationships.find((relationship) => relationship.type === 'officeDocument')?.part ?? usual;
}

async function readRelationships(zip: OpenZip, part: string): Promise<Relationship[]> {
  const folder = posix.dirname(part);
  const file = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  if (!zip.has(file)) throw new SourceError('damaged', { part: file });
  const found: Relationship[] = [];
  const handler: XmlHandler = {
    open: (name, attributes) => {
      if (name !== 'Relationship') return;
      const target = readAttribute(attributes, 'Target') ?? '';
      found.push({
        id: readAttribute(attributes, 'Id') ?? '',
        type: posix.basename(readAttribute(attributes, 'Type') ?? ''),
        part: target.startsWith('/') ? target.slice(1) : posix.join(folder, target.replaceAll('\\', '/')),
      });
    },
    close: () => {},
    text: () => {},
  };
  await scanZipPart(zip, file, { handler, maxBytes: limits.smallPartBytes });
  return found;
}

class WorkbookHandler implements XmlHandler {
  readonly sheets: { name: string; hidden: boolean; id: string }[] = [];
  is1904 = false;

  open(name: string, attributes: string): void {
    if (name === 'workbookPr') this.is1904 = ['1', 'true', 'on'].includes(readAttribute(attributes, 'date1904') ?? '');
    if (name !== 'sheet') return;
    this.sheets.push({
      name: readAttribute(attributes, 'name') ?? '',
      hidden: (readAttribute(attributes, 'state') ?? 'visible') !== 'visible',
      id: readAttributeOfAnyPrefix(attributes, 'id') ?? '',
    });
  }

  close(): void {}
  text(): void {}
}
