import { SourceError } from '../source-error.ts';
import { XLSX } from './sheetjs.ts';

/** "Compound file": the container of old Office files, and of new ones under a password. */
export type CfbKind = 'workbook' | 'encrypted' | 'other';

const headerBytes = 512;

export interface OpenCfb {
  readonly kind: CfbKind;
  /** The BIFF records of a workbook; empty for other kinds. */
  readonly workbook: Buffer;
}

/** Opens a compound file given whole. Throws SourceError "truncated" or "damaged". */
export function openCfb(bytes: Buffer): OpenCfb {
  if (bytes.length < headerBytes) throw new SourceError('truncated');
  try {
    const container = XLSX.CFB.read(bytes, { type: 'buffer' });
    if (XLSX.CFB.find(container, 'EncryptedPackage') !== null) return { kind: 'encrypted', workbook: Buffer.alloc(0) };
    const entry = XLSX.CFB.find(container, '/Workbook') ?? XLSX.CFB.find(container, '/Book');
    if (entry === null) return { kind: 'other', workbook: Buffer.alloc(0) };
    const workbook = Buffer.from(entry.content as Uint8Array);
    // SheetJS quietly reads as much as there is.
    if (workbook.length < entry.size) throw new SourceError('truncated');
    return { kind: 'workbook', workbook };
  } catch (error) {
    if (error instanceof SourceError) throw error;
    throw new SourceError('damaged', {}, { cause: error });
  }
}
