import type { ReadDb } from '#core/database/connection.ts';

/** What this copy is within a company: a PC of head office (`branchId` null) or of a branch. */
export interface OwnBranch {
  readonly branchId: string | null;
  /** What is due by the clock is done on one PC of each branch: this one. */
  readonly isMain: boolean;
  /** Tells the PCs of one branch apart, from 1: documents are numbered by each for itself. */
  readonly till: number;
}

/** Whether this copy is a branch's: what is everybody's is then head office's to write. */
export function isOfBranch(db: ReadDb): boolean {
  return (readOwnBranch(db)?.branchId ?? null) !== null;
}

/** What this copy is; null in a shop that is alone. */
export function readOwnBranch(db: ReadDb): OwnBranch | null {
  const value = db.readColumn<[], string>("SELECT value FROM sync_state WHERE key = 'own'").get();
  return value === undefined ? null : (JSON.parse(value) as OwnBranch);
}
