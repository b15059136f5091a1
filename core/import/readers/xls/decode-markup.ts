import { detectEncoding } from '../text/detect-encoding.ts';
import type { DetectedEncoding } from '../text/detect-encoding.ts';
import { encodings } from '#shared/import/table.ts';
import type { Encoding } from '#shared/import/table.ts';

/** Which encoding HTML or XML is in: what the user says, then a byte order mark or valid UTF-8, then what the file says, then its letters. */
export function decodeMarkup(bytes: Buffer, wanted: Encoding | undefined): DetectedEncoding {
  const detected = detectEncoding(bytes.subarray(0, 1024 * 1024));
  const named = /(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/i.exec(bytes.toString('latin1', 0, 4096))?.[1]?.toLowerCase();
  const known = encodings.find((encoding) => encoding === named || encoding === aliases[named ?? '']);
  const isSure = detected.encoding.startsWith('utf-');
  const encoding = wanted ?? (isSure || known === undefined || known.startsWith('utf-') ? detected.encoding : known);
  return { encoding, candidates: [...new Set([encoding, ...detected.candidates])] };
}

/** Whether the last table, or the XML workbook, ends: SheetJS would quietly read half of it. */
export function isWholeMarkup(markup: string): boolean {
  const lower = markup.toLowerCase();
  // A section that never ends makes SheetJS search the rest of the text again for each.
  if (lower.lastIndexOf('<![cdata[') > lower.lastIndexOf(']]>')) return false;
  if (lower.lastIndexOf('<!--') > lower.lastIndexOf('-->')) return false;
  const workbook = /<(?:\w+:)?workbook[\s>]/.exec(lower.slice(0, 65_536));
  if (workbook !== null) return /<\/(?:\w+:)?workbook\s*>\s*$/.test(lower.slice(-1000));
  return lower.lastIndexOf('<table') <= lower.lastIndexOf('</table');
}

const aliases: Readonly<Record<string, Encoding>> = {
  'iso-8859-1': 'windows-1252',
  'iso-8859-2': 'windows-1250',
  'iso-8859-7': 'windows-1253',
  cp866: 'ibm866',
};
