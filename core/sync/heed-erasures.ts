import { forgetInAudit } from '#core/audit/erase-from-audit.ts';
import type { ReadDb } from '#core/database/connection.ts';
import type { Act } from '#core/records/act.ts';
import { noteForgotten } from '#core/sync/clean-after-forgetting.ts';
import { eraseRecords } from '#core/sync/erase-records.ts';
import { forgetHistory } from '#core/sync/forget-history.ts';
import { erasedStamp, isErased, keptForBooks, standInFor } from '#shared/sync/erasure.ts';
import { keyOf } from '#shared/sync/record-key.ts';
import type { RecordKey } from '#shared/sync/record-key.ts';
import type { RecordChange } from '#shared/sync/record-state.ts';
import { parentsOf } from '#shared/sync/scope-rules.ts';

// What other copies, or this one, erased for good: nothing that comes later brings it back.

export interface Sorted {
  /** What is to be merged as ever. */
  readonly changes: readonly RecordChange[];
  /** What was erased elsewhere. */
  readonly erased: readonly RecordKey[];
  /** What somebody made on an erased record without knowing. */
  readonly lost: readonly RecordKey[];
}

/** Tells from changes that came what was erased, and what hangs on what was. */
export function sortErasures(db: ReadDb, given: readonly RecordChange[]): Sorted {
  const erased = given.filter(isErased).map(({ type, id }): RecordKey => [type, id]);
  if (erased.length === 0 && !hasErased(db)) return { changes: given, erased: [], lost: [] };
  const gone = new Set(erased.map(keyOf));
  const isGone = (key: RecordKey) => gone.has(keyOf(key)) || isErasedHere(db, key);
  const changes: RecordChange[] = [];
  const lost: RecordKey[] = [];
  for (const change of given) {
    const own = [change.type, change.id] as const;
    if (isErased(change) || isGone(own)) continue;
    const parents = parentsOf(change).filter(({ type, id }) => isGone([type, id]));
    if (parents.length === 0) changes.push(change);
    else if (parents.every(({ type }) => type === 'party') && keptForBooks.has(change.type)) changes.push(underStandIn(change));
    else lost.push(own);
  }
  return { changes, erased, lost };
}

/** Erases here what was erased elsewhere; what isn't known there yet, such as what was made here since, is told. */
export function heedErasures(act: Act, { changes, erased, lost }: Sorted) {
  if (erased.length + lost.length > 0) {
    const known = new Set(erased.map(keyOf));
    const isKnown = (record: RecordKey) => known.has(keyOf(record));
    const { names, records, kept } = eraseRecords(act, [...erased, ...lost], { isKnown });
    forgetInAudit(act.tx, { ids: [...records, ...kept].map(([, id]) => id), names }, act);
  }
  forgetBefore(act, { changes, erased });
}

/** What stays for the books came emptied: what it said before is in the history here. */
function forgetBefore(act: Act, { changes, erased }: Pick<Sorted, 'changes' | 'erased'>) {
  if (!hasErased(act.tx)) return;
  const cards = new Set(erasedCards(act.tx).map(standInFor));
  const isKept = (card: string | undefined) => card !== undefined && cards.has(card);
  const changed = changes
    .filter(({ type, id }) => isKept(cardOf(act.tx, [type, id])))
    .map(({ type, id }): RecordKey => [type, id]);
  const under = erased.flatMap(([type, id]) => (type === 'party' ? recordsUnder(act.tx, standInFor(id)) : []));
  if (changed.length + under.length === 0) return;
  noteForgotten(act.tx, forgetHistory(act, [...changed, ...under]), true);
}

function erasedCards(db: ReadDb): readonly string[] {
  return db
    .readColumn<[string], string>("SELECT record_id FROM tombstone WHERE gone = ? AND record_type = 'party'")
    .all(erasedStamp);
}

const tables = ['deal', 'document', 'payment'] as const;

/** The card that a deal, one of its lines, a document or a payment belongs to. */
function cardOf(db: ReadDb, [type, id]: RecordKey): string | undefined {
  if (type === 'party') return id;
  const table = tables.find((name) => name === type);
  if (table !== undefined) return db.readColumn<[string], string>(`SELECT party_id FROM ${table} WHERE id = ?`).get(id);
  if (type !== 'deal_line') return undefined;
  const sql = 'SELECT deal.party_id FROM deal_line JOIN deal ON deal.id = deal_line.deal_id WHERE deal_line.id = ?';
  return db.readColumn<[string], string>(sql).get(id);
}

function recordsUnder(db: ReadDb, partyId: string): readonly RecordKey[] {
  const own = tables.flatMap((table) =>
    db
      .readColumn<[string], string>(`SELECT id FROM ${table} WHERE party_id = ?`)
      .all(partyId)
      .map((id): RecordKey => [table, id]),
  );
  const lines = db
    .readColumn<[string], string>('SELECT deal_line.id FROM deal_line JOIN deal ON deal.id = deal_id WHERE deal.party_id = ?')
    .all(partyId);
  return [['party', partyId], ...own, ...lines.map((id): RecordKey => ['deal_line', id])];
}

function underStandIn(change: RecordChange): RecordChange {
  return { ...change, fields: { ...change.fields, partyId: standInFor(String(change.fields['partyId'])) } };
}

function hasErased(db: ReadDb): boolean {
  return db.readColumn<[string], number>('SELECT 1 FROM tombstone WHERE gone = ? LIMIT 1').get(erasedStamp) !== undefined;
}

/** Whether a record was erased for good, as far as this copy knows. */
export function isErasedHere(db: ReadDb, [type, id]: RecordKey): boolean {
  const gone = db.readColumn<[string, string], string>('SELECT gone FROM tombstone WHERE record_type = ? AND record_id = ?');
  return gone.get(type, id) === erasedStamp;
}
