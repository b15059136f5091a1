export const archiveFaults = ['notAnArchive', 'fromTheFuture', 'damaged', 'encrypted', 'tooLarge'] as const;
export type ArchiveFault = (typeof archiveFaults)[number];

/** Where in an archive something isn't right. */
export interface ArchivePlace {
  /** A file within the zip. */
  readonly entry?: string;
  /** Its line, from 1. */
  readonly line?: number;
  readonly field?: string;
}

/** An archive can't be restored; nothing was written. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
  readonly code: ArchiveFault;
  readonly place: ArchivePlace;
  constructor(code: ArchiveFault, place: ArchivePlace = {}, cause?: unknown) {
    super([code, place.entry, place.line, place.field].filter((part) => part !== undefined).join(' '), { cause });
    this.code = code;
    this.place = place;
  }
}
