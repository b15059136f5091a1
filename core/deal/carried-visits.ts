import type { ReadDb } from '#core/database/connection.ts';
import type { DealRow } from '#core/deal/deal.ts';
import { isSamePlace, saveVisits, visitsOf } from '#core/deal/stage-visits.ts';
import type { StageVisit } from '#core/deal/stage-visits.ts';
import type { Act } from '#core/records/act.ts';

/** In place of the act of a visit that nobody's act made: one moved the deal, another closed it, without seeing each other's. */
const byMerging = 'merged';

/** A deal's visits as they travel: as somebody's acts made them. */
export function visitsToCarry(db: ReadDb, dealId: string): readonly StageVisit[] {
  return asActed(visitsOf(db, dealId));
}

/** Keeps visits that came, and where the deal is after all when they end elsewhere: alike on every copy. */
export function takeVisits({ tx }: Act, deal: DealRow, came: unknown): void {
  const visits = asActed((came ?? []) as readonly StageVisit[]);
  saveVisits(tx, deal.id, { visits: endAt(visits, deal), kept: visitsOf(tx, deal.id) });
}

function asActed(visits: readonly StageVisit[]): readonly StageVisit[] {
  if (visits.at(-1)?.actId !== byMerging) return visits;
  const before = visits.at(-2);
  return before ? [...visits.slice(0, -2), { ...before, leftAt: null }] : [];
}

function endAt(visits: readonly StageVisit[], deal: DealRow): readonly StageVisit[] {
  const last = visits.at(-1);
  if (last && isSamePlace(last, deal)) return visits;
  const { pipelineId, stageId, status, stageSince, closedAt } = deal;
  const since = Math.max(last?.enteredAt ?? 0, status === 'open' ? stageSince : (closedAt ?? stageSince));
  const end = { pipelineId, stageId, status, enteredAt: since, leftAt: null, actId: byMerging };
  return last ? [...visits.slice(0, -1), { ...last, leftAt: since }, end] : [end];
}
