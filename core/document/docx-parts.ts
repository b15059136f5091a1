import { limits } from '#core/import/readers/limits.ts';
import { SourceError } from '#core/import/readers/source-error.ts';
import { openZip } from '#core/import/readers/zip/open-zip.ts';
import type { OpenZip } from '#core/import/readers/zip/open-zip.ts';

/** What a template may unfold to: pictures of a letterhead fit, a bomb doesn't. */
const bounds = { fileBytes: 16 * 1024 ** 2, partBytes: 32 * 1024 ** 2, allBytes: 64 * 1024 ** 2, entries: 2_000 } as const;

/** The parts of a Word document that hold text, in reading order; or why there is none to read. */
export type DocxParts =
  | { readonly type: 'read'; readonly texts: readonly string[] }
  | { readonly type: 'refused'; readonly code: 'notDocx' | 'damaged' | 'encrypted' | 'tooLarge' };

/** Reads every part, so that one that would unfold without end is refused before anything else opens the file. */
export async function readDocxParts(bytes: Uint8Array): Promise<DocxParts> {
  if (bytes.length > bounds.fileBytes) return { type: 'refused', code: 'tooLarge' };
  if (!startsWith(bytes, zipMark)) return { type: 'refused', code: isEncryptedOffice(bytes) ? 'encrypted' : 'notDocx' };
  try {
    const zip = await openZip(bytes, bounds.entries);
    try {
      return await readParts(zip);
    } finally {
      zip.close();
    }
  } catch (error) {
    if (error instanceof SourceError) return { type: 'refused', code: codeOf(error) };
    throw error;
  }
}

async function readParts(zip: OpenZip): Promise<DocxParts> {
  const names = zip.names.filter((name) => textPart.test(name)).toSorted((a, b) => orderOf(a) - orderOf(b));
  if (!zip.has('[content_types].xml') || !names.some((name) => name.startsWith('word/document'))) {
    return { type: 'refused', code: 'notDocx' };
  }
  const texts = new Map<string, string>();
  let left: number = bounds.allBytes;
  for (const name of zip.names) {
    if (name.endsWith('/')) continue;
    const pieces: Buffer[] = [];
    for await (const piece of zip.read(name, Math.min(left, bounds.partBytes))) {
      left -= piece.length;
      if (names.includes(name)) pieces.push(piece);
    }
    if (names.includes(name)) texts.set(name, decode(Buffer.concat(pieces)));
  }
  // A program in a document has no place in what is sent to clients.
  if (zip.has('word/vbaproject.bin')) return { type: 'refused', code: 'notDocx' };
  return { type: 'read', texts: names.map((name) => texts.get(name) ?? '') };
}

const textPart = /^word\/(?:header\d*|document\d*|footer\d*|charts\/chart\d*)\.xml$/;
const order = ['word/header', 'word/document', 'word/footer', 'word/charts'];

function orderOf(name: string): number {
  return order.findIndex((start) => name.startsWith(start));
}

function decode(bytes: Buffer): string {
  const isUtf16 = bytes.length > 1 && ((bytes[0] === 0xff && bytes[1] === 0xfe) || bytes[1] === 0);
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}

function codeOf(error: SourceError): 'damaged' | 'encrypted' | 'tooLarge' {
  return error.code === 'encrypted' || error.code === 'tooLarge' ? error.code : 'damaged';
}

const zipMark = [0x50, 0x4b, 0x03, 0x04];
const oleMark = [0xd0, 0xcf, 0x11, 0xe0];

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** Word wraps a document that has a password into an OLE file, as its old format was one. */
function isEncryptedOffice(bytes: Uint8Array): boolean {
  if (!startsWith(bytes, oleMark)) return false;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, limits.sampleBytes));
  return head.includes(Buffer.from('EncryptedPackage', 'utf16le'));
}
