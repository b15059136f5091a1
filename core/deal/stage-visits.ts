import type { ReadDb, WriteTx } from '#core/database/connection.ts';
import type { DealRow } from '#core/deal/deal.ts';
import type { Act } from '#core/records/act.ts';

/** Where a deal is: its stage, and whether it is open there or was closed. */
export type Place = Pick<DealRow, 'pipelineId' | 'stageId' | 'status'>;

/** When a deal was where. UTC milliseconds; `leftAt` is null where it is now. */
export interface StageVisit extends Place {
  readonly enteredAt: number;
  readonly leftAt: number | null;
  /** The act that brought it there. */
  readonly actId: string;
}

interface Step {
  readonly to: Place;
  readonly act: Pick<Act, 'id' | 'at' | 'undoes'>;
  /** Since when it is there, as the deal itself says. */
  readonly since: number;
}

/**
 * The visits of a deal after one more change of place. What undoes the act of the last visit takes it back as if it had
 * never been; what undoes that in turn brings it back as of its time.
 */
export function stepVisits(visits: readonly StageVisit[], { to, act, since }: Step): readonly StageVisit[] {
  const last = visits.at(-1);
  const before = visits.at(-2);
  if (!last) return [{ ...placeOf(to), enteredAt: since, leftAt: null, actId: act.id }];
  if (isSamePlace(last, to)) return visits;
  const earlier = visits.slice(0, -1);
  if (act.undoes === last.actId && before && isSamePlace(before, to))
    return [...earlier.slice(0, -1), { ...before, leftAt: null }];
  // Where the clock was turned back meanwhile, the deal says a moment that can't be.
  const at = since >= last.enteredAt ? since : act.at;
  return [...earlier, { ...last, leftAt: at }, { ...placeOf(to), enteredAt: at, leftAt: null, actId: act.id }];
}

/** An act that brings another back, by undoing its undo, is that other one: either may be undone then. */
function doneBy(db: ReadDb, { id, at, undoes }: Step['act']): Step['act'] {
  return { id: actMeant(db, id), at, undoes: undoes === null ? null : actMeant(db, undoes) };
}

function actMeant(db: ReadDb, actId: string): string {
  const undoneIn = db.readColumn<[string], string | null>('SELECT undoes FROM act WHERE id = ?');
  const undo = undoneIn.get(actId) ?? null;
  const first = undo === null ? null : (undoneIn.get(undo) ?? null);
  return first === null ? actId : actMeant(db, first);
}

interface DealWritten {
  readonly act: Act;
  readonly before: DealRow | null;
  readonly after: DealRow | null;
}

/** Keeps the visits after a deal was written. */
export function followStages({ act, before, after }: DealWritten) {
  const { tx } = act;
  if (!after) return void (before && tx.write('DELETE FROM stage_visit WHERE deal_id = ?').run(before.id));
  if (!before) return saveVisits(tx, after.id, { visits: firstVisits(act, after), kept: [] });
  if (isSamePlace(before, after)) return;
  const kept = visitsOf(tx, after.id);
  saveVisits(tx, after.id, { visits: stepVisits(kept, { to: after, act: doneBy(tx, act), since: sinceOf(after) }), kept });
}

/** A deal that was there before, and comes back by an undo, has been where its history says. */
function firstVisits(act: Act, deal: DealRow): readonly StageVisit[] {
  if (act.undoes !== null) return visitsByHistory(act.tx, deal, act.id);
  return [{ ...placeOf(deal), enteredAt: sinceOf(deal), leftAt: null, actId: act.id }];
}

/** Where a deal has been, oldest first. */
export function visitsOf(db: ReadDb, dealId: string): readonly StageVisit[] {
  return db
    .read<[string], StageVisit>(
      'SELECT pipeline_id AS pipelineId, stage_id AS stageId, status, entered_at AS enteredAt, left_at AS leftAt, act_id AS actId FROM stage_visit WHERE deal_id = ? ORDER BY seq',
    )
    .all(dealId);
}

interface Change {
  readonly id: string;
  readonly at: number;
  readonly undoes: string | null;
  readonly operation: 'create' | 'update' | 'purge';
  readonly changes: string | null;
}

type ChangedFields = Readonly<Partial<Record<keyof DealRow, readonly [unknown, unknown]>>>;

/**
 * The visits that a deal's history tells of; one, since it came to its stage, where it has no history here.
 * @param actId by which act the deal came here, where nothing else is known
 */
export function visitsByHistory(db: ReadDb, deal: DealRow, actId: string): readonly StageVisit[] {
  const history = db
    .read<[string], Change>(
      `SELECT act.id, act.at, act.undoes, operation, changes FROM history JOIN act ON act.seq = history.act_seq
       WHERE record_id = ? AND record_type = 'deal' ORDER BY history.seq`,
    )
    .all(deal.id);
  const creation = history.find(({ operation }) => operation === 'create');
  const moves = history.flatMap(({ id, at, undoes, operation, changes }) => {
    const fields = operation === 'update' ? (JSON.parse(changes ?? '{}') as ChangedFields) : {};
    return fields.pipelineId || fields.stageId || fields.status ? [{ act: { id, at, undoes }, fields }] : [];
  });
  let place = firstPlace(deal, moves);
  let visits: readonly StageVisit[] = [
    { ...placeOf(place), enteredAt: sinceOf(place), leftAt: null, actId: creation?.id ?? actId },
  ];
  for (const { act, fields } of moves) {
    place = withValues(place, fields, 1);
    visits = stepVisits(visits, { to: place, act: doneBy(db, act), since: sinceOf(place) });
  }
  return visits;
}

type PlaceSince = Place & Pick<DealRow, 'stageSince' | 'closedAt'>;

function firstPlace(deal: DealRow, moves: readonly { readonly fields: ChangedFields }[]): PlaceSince {
  let place: PlaceSince = deal;
  for (const { fields } of [...moves].reverse()) place = withValues(place, fields, 0);
  return place;
}

function withValues(place: PlaceSince, fields: ChangedFields, side: 0 | 1): PlaceSince {
  const given = Object.entries(fields).map(([field, values]) => [field, values[side]] as const);
  return { ...place, ...Object.fromEntries(given) };
}

/** Writes what differs; only the end of the list ever changes. */
export function saveVisits(
  tx: WriteTx,
  dealId: string,
  { visits, kept }: { readonly visits: readonly StageVisit[]; readonly kept: readonly StageVisit[] },
) {
  const same = visits.findIndex((visit, index) => JSON.stringify(visit) !== JSON.stringify(kept[index]));
  const from = same === -1 ? visits.length : same;
  if (from < kept.length)
    tx.write(
      'DELETE FROM stage_visit WHERE seq IN (SELECT seq FROM stage_visit WHERE deal_id = ? ORDER BY seq LIMIT -1 OFFSET ?)',
    ).run(dealId, from);
  for (const { pipelineId, stageId, status, enteredAt, leftAt, actId } of visits.slice(from))
    tx.write(
      'INSERT INTO stage_visit (deal_id, pipeline_id, stage_id, status, entered_at, left_at, act_id) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ).run(dealId, pipelineId, stageId, status, enteredAt, leftAt, actId);
}

function sinceOf({ status, stageSince, closedAt }: PlaceSince): number {
  return status === 'open' ? stageSince : (closedAt ?? stageSince);
}

function placeOf({ pipelineId, stageId, status }: Place): Place {
  return { pipelineId, stageId, status };
}

export function isSamePlace(one: Place, other: Place): boolean {
  return one.stageId === other.stageId && one.status === other.status && one.pipelineId === other.pipelineId;
}
