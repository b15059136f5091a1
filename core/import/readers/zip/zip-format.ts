import { openZip, readZipPart } from './open-zip.ts';
import type { OpenZip } from './open-zip.ts';

/** Whether a zip is a workbook of Excel or of OpenDocument; undefined for documents, presentations and plain archives. */
export async function findZipFormat(path: string): Promise<'xlsx' | 'ods' | undefined> {
  const zip = await openZip(path);
  try {
    if (zip.has('xl/workbook.bin')) return undefined;
    if (zip.has('mimetype')) return (await readMimeType(zip)).includes('opendocument.spreadsheet') ? 'ods' : undefined;
    if (zip.names.some((name) => name.startsWith('word/') || name.startsWith('ppt/'))) return undefined;
    if (zip.names.some((name) => name.startsWith('xl/')) || zip.has('_rels/.rels')) return 'xlsx';
    return zip.has('content.xml') ? 'ods' : undefined;
  } finally {
    zip.close();
  }
}

async function readMimeType(zip: OpenZip): Promise<string> {
  return (await readZipPart(zip, 'mimetype', 1024)).toString('latin1');
}
