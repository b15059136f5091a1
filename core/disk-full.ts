/** What SQLite and the system say when nothing more can be written. */
const codes = new Set(['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE', 'ENOSPC', 'EDQUOT', 'EFBIG']);

/** Says whether something wasn't done because the disk is full: nothing of it is kept, and it can be done when there is room. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { readonly code?: unknown };
  return (typeof code === 'string' && codes.has(code)) || isDiskFull(error.cause);
}
