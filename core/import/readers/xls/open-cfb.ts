import { SourceError } from '../source-error.ts';
import { XLSX } from './sheetjs.ts';

/** "Compound file": the container of old Office files, and of new ones under a password. */
export type CfbKind = 'workbook' | 'encrypted' | 'other';

export interface OpenCfb {
  readonly kind: CfbKind;
  /** The BIFF records of a workbook; empty for other kinds. */
  readonly workbook: Buffer;
}

/** Opens a compound file given whole. Throws SourceError "truncated" or "damaged". */
export function openCfb(bytes: Buffer): OpenCfb {
  refuseTruncated(bytes);
  try {
    const container = XLSX.CFB.read(bytes, { type: 'buffer' });
    if (XLSX.CFB.find(container, 'EncryptedPackage') !== null) return { kind: 'encrypted', workbook: Buffer.alloc(0) };
    const content = (XLSX.CFB.find(container, '/Workbook') ?? XLSX.CFB.find(container, '/Book'))?.content;
    if (content === undefined) return { kind: 'other', workbook: Buffer.alloc(0) };
    return { kind: 'workbook', workbook: Buffer.from(content as Uint8Array) };
  } catch (error) {
    throw new SourceError('damaged', {}, { cause: error });
  }
}

const freeSector = 0xffff_ffff;
const headerBytes = 512;
const headerFatSectors = 109;

/** The allocation table says how far the file must reach; SheetJS would quietly read half a list. */
function refuseTruncated(bytes: Buffer): void {
  if (bytes.length < headerBytes) throw new SourceError('truncated');
  const sectorBytes = 2 ** bytes.readUInt16LE(30);
  if (sectorBytes !== 512 && sectorBytes !== 4096) throw new SourceError('damaged');
  const fatSectors = Math.min(bytes.readUInt32LE(44), headerFatSectors);
  for (let i = 0; i < fatSectors; i += 1) {
    const start = (bytes.readUInt32LE(76 + i * 4) + 1) * sectorBytes;
    if (start + sectorBytes > bytes.length) throw new SourceError('truncated');
    const firstSector = i * (sectorBytes / 4);
    for (let j = 0; j < sectorBytes / 4; j += 1) {
      if (bytes.readUInt32LE(start + j * 4) === freeSector) continue;
      if ((firstSector + j + 1) * sectorBytes >= bytes.length) throw new SourceError('truncated');
    }
  }
}
