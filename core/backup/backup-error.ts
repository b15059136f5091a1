import type { BackupFault } from '#shared/backup/contract.ts';

/** A backup can't be made or read; `detail.place` is the folder or file it is about. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
  readonly code: BackupFault;
  readonly detail: { readonly place: string };
  constructor(code: BackupFault, place: string, cause?: unknown) {
    super(`${code}: ${place}`, { cause });
    this.code = code;
    this.detail = { place };
  }
}

const faultOfCode: Readonly<Record<string, BackupFault>> = {
  ENOSPC: 'noRoom',
  EDQUOT: 'noRoom',
  SQLITE_FULL: 'noRoom',
  ENOENT: 'placeGone',
  ENODEV: 'placeGone',
  ENXIO: 'placeGone',
  EIO: 'placeGone',
  ENOTDIR: 'placeGone',
  SQLITE_CANTOPEN: 'placeGone',
  EACCES: 'notWritable',
  EPERM: 'notWritable',
  EROFS: 'notWritable',
  SQLITE_READONLY: 'notWritable',
  SQLITE_NOTADB: 'damaged',
};

/** What the file system or SQLite threw, as what a person can do something about. */
export function asBackupError(error: unknown, place: string): BackupError {
  if (error instanceof BackupError) return error;
  const { code } = Object(error) as { readonly code?: unknown };
  if (typeof code !== 'string') return new BackupError('unexpected', place, error);
  if (code.startsWith('SQLITE_CORRUPT')) return new BackupError('damaged', place, error);
  if (code.startsWith('SQLITE_IOERR')) return new BackupError('placeGone', place, error);
  return new BackupError(faultOfCode[code] ?? 'unexpected', place, error);
}
