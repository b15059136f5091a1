import type { ReadDb } from '#core/database/connection.ts';

/** A view of rowids that stands beside those that narrow, where people's own deals are a shorter way than all deals. */
export const inReachView = 'deal_in_reach';

/**
 * A condition on the table of deals that is true of each that is seen: it takes nothing away, but by it SQLite finds the deals of few
 * people without asking of all the others whether they are seen. Null where it would find no fewer.
 */
export function dealsInReach(db: ReadDb): string | null {
  if (!db.isNarrowed) return null;
  const there = db.readColumn<[string], number>("SELECT 1 FROM temp.sqlite_schema WHERE type = 'view' AND name = ?");
  return there.get(inReachView) === undefined ? null : `deal.seq IN (SELECT seq FROM ${inReachView})`;
}
