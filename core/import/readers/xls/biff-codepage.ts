import iconv from 'iconv-lite';
import { SourceError } from '../source-error.ts';
import { rankTextEncodings } from '../text/detect-encoding.ts';
import type { Encoding } from '#shared/import/table.ts';

const codePageOf: Partial<Record<Encoding, number>> = {
  'windows-1250': 1250,
  'windows-1251': 1251,
  'windows-1252': 1252,
  'windows-1253': 1253,
  'koi8-r': 20_866,
  ibm866: 866,
  macintosh: 10_000,
  'x-mac-cyrillic': 10_007,
  'x-mac-greek': 10_006,
};

export interface BiffHead {
  /** 8 and above hold Unicode; below, bytes of some code page. */
  readonly version: number;
  readonly codePage: number | undefined;
  readonly codePageOffset: number | undefined;
}

/** Throws SourceError "truncated" unless every part of the workbook that begins also ends: SheetJS would quietly read half a list. */
export function refuseUnended(workbook: Buffer): void {
  let open = 0;
  for (let at = 0; at + 4 <= workbook.length; at += 4 + workbook.readUInt16LE(at + 2)) {
    const type = workbook.readUInt16LE(at);
    const isBeginning = (type & 0xf0ff) === 0x0009;
    // After the last part there may be padding.
    if (open === 0 && !isBeginning) return;
    if (isBeginning) open += 1;
    else if (type === records.end) open -= 1;
  }
  if (open > 0) throw new SourceError('truncated');
}

const records = { beginning: 0x0809, codePage: 0x0042, password: 0x002f, end: 0x000a };

/** Reads the first records of a workbook. Throws SourceError "encrypted" or "damaged". */
export function readBiffHead(workbook: Buffer): BiffHead {
  if (workbook.length < 8 || workbook[0] !== 0x09) throw new SourceError('damaged');
  const version = workbook.readUInt16LE(0) === records.beginning ? workbook.readUInt16LE(4) >> 8 : 4;
  let head: BiffHead = { version: version === 6 ? 8 : version, codePage: undefined, codePageOffset: undefined };
  for (let at = 0; at + 4 <= workbook.length;) {
    const type = workbook.readUInt16LE(at);
    const length = workbook.readUInt16LE(at + 2);
    if (type === records.password) throw new SourceError('encrypted');
    if (type === records.end) break;
    if (type === records.codePage && at + 6 <= workbook.length) {
      head = { ...head, codePage: workbook.readUInt16LE(at + 4), codePageOffset: at + 4 };
    }
    at += 4 + length;
  }
  return head;
}

/** The workbook with another code page, to be given to SheetJS together with the number: not every workbook names one. */
export function withCodePage(workbook: Buffer, head: BiffHead, encoding: Encoding): { workbook: Buffer; codePage: number } {
  const codePage = codePageOf[encoding] ?? 1252;
  if (head.codePageOffset === undefined) return { workbook, codePage };
  const patched = Buffer.from(workbook);
  patched.writeUInt16LE(codePage, head.codePageOffset);
  return { workbook: patched, codePage };
}

/**
 * Encodings for a workbook read as windows-1252, best first. What the file names counts, except 1252: programs that
 * know nothing better write that one.
 */
export function rankBiffEncodings(texts: Iterable<string>, head: BiffHead): Encoding[] {
  const named = (Object.keys(codePageOf) as Encoding[]).find((encoding) => codePageOf[encoding] === head.codePage);
  const ranked = rankTextEncodings(iconv.encode([...texts].join('\n'), 'windows-1252'));
  return named === undefined || named === 'windows-1252' ? ranked : [...new Set([named, ...ranked])];
}
