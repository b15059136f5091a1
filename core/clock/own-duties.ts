import type { ReadDb } from '#core/database/connection.ts';
import { readOwnBranch } from '#core/records/own-branch.ts';

/** SQL that says of a row whether what is due about it is done here. */
export interface DutyCondition {
  readonly sql: string;
  readonly parameters: readonly (string | null)[];
}

/**
 * What is due by the clock is done once: on the main computer of the branch a record belongs to, or, where `on` says so, on every one of
 * that branch. A shop that is alone does all of it.
 * @param column of the branch, with its table
 */
export function dutiesOf(db: ReadDb, column: string, on: 'main' | 'every'): DutyCondition {
  const own = readOwnBranch(db);
  if (own === null) return { sql: 'true', parameters: [] };
  if (on === 'main' && !own.isMain) return { sql: 'false', parameters: [] };
  return { sql: `${column} IS ?`, parameters: [own.branchId] };
}
