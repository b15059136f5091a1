import type { ReadDb } from '#core/database/connection.ts';
import type { Act, ActKind } from '#core/records/act.ts';
import { allReferences, columnOf, isUndone, recordTypeNamed, typesReferringTo } from '#core/records/record-type.ts';
import type { AnyRecordType, Reference } from '#core/records/record-type.ts';
import { changeRecord, createRecord, decodeRow, purgeRecord, readRecord } from '#core/records/write.ts';
import { isWrittenByOffice } from '#shared/sync/scope-rules.ts';

export interface NamedRecord {
  readonly id: string;
  readonly title: string;
}

interface Entry {
  readonly seq: number;
  readonly record_type: string;
  readonly record_id: string;
  readonly operation: 'create' | 'update' | 'purge';
  readonly changes: string | null;
}

/**
 * Records of an act that were changed, or got something attached, by a later act that stands: undoing the act would
 * take that with it. A record that a restored archive brought here isn't changed by that, and what Cartera did by the clock, such as
 * reminding of a task, is nobody's edit.
 */
export function findEditedSince(db: ReadDb, actSeq: number): readonly NamedRecord[] {
  const rows = db
    .read<[number], { record_type: string; record_id: string }>(
      `SELECT DISTINCT mine.record_type, mine.record_id FROM history mine
       JOIN history later ON later.record_id = mine.record_id AND later.seq > mine.seq AND later.act_seq <> mine.act_seq
       JOIN act ON act.seq = later.act_seq
       WHERE mine.act_seq = ? AND act.undone_by IS NULL AND act.undoes IS NULL AND act.kind <> 'clock'
         AND (later.operation <> 'create' OR mine.operation = 'purge')`,
    )
    .all(actSeq);
  const attached = references().flatMap(({ type, column, to }) =>
    db
      .read<[string, number], { record_type: string; record_id: string }>(
        `SELECT DISTINCT mine.record_type, mine.record_id FROM history mine JOIN ${type.table} child ON child.${column} = mine.record_id
         WHERE mine.record_type = ? AND mine.act_seq = ? AND mine.operation = 'create'
           AND NOT EXISTS (SELECT 1 FROM history h WHERE h.record_id = child.id AND h.act_seq = mine.act_seq)`,
      )
      .all(to, actSeq),
  );
  const kind = kindOf(db, actSeq);
  const undone = [...rows, ...attached, ...findOrphans(db, actSeq)].filter(({ record_type: name }) =>
    isUndone(recordTypeNamed(name), kind),
  );
  const byId = new Map(undone.map((row) => [row.record_id, row.record_type]));
  return [...byId].map(([id, type]) => ({ id, title: describe(db, recordTypeNamed(type), id) }));
}

/** Records of an act that a computer of a branch can't put back, for they are head office's to write. */
export function findOfHeadOffice({ tx, branchId }: Act, actSeq: number): readonly NamedRecord[] {
  if (branchId === null) return [];
  return tx
    .read<[number], { record_type: string; record_id: string }>(
      'SELECT DISTINCT record_type, record_id FROM history WHERE act_seq = ?',
    )
    .all(actSeq)
    .filter(({ record_type: type, record_id: id }) => isWrittenByOffice(type, id))
    .map(({ record_type: type, record_id: id }) => ({ id, title: describe(tx, recordTypeNamed(type), id) }));
}

/** What can't be put back, for what it hung on went for good since; but for that which the act itself removed. */
function findOrphans(db: ReadDb, actSeq: number): readonly Pick<Entry, 'record_type' | 'record_id'>[] {
  const entries = db
    .read<[number], Entry>(`SELECT * FROM history WHERE act_seq = ? AND operation <> 'create' ORDER BY seq DESC`)
    .all(actSeq);
  const back = new Set<string>();
  return entries.filter((entry) => {
    const type = recordTypeNamed(entry.record_type);
    const values = valuesBefore(entry);
    const isOrphan = type.references?.some(
      (reference) =>
        reference.onPurge === 'purge' && isGone(db, reference, values) && !back.has(values[reference.field] as string),
    );
    if (!isOrphan && entry.operation === 'purge') back.add(entry.record_id);
    return isOrphan;
  });
}

/** What an entry puts back when it is undone. */
function valuesBefore({ operation, changes }: Entry): Readonly<Record<string, unknown>> {
  const values = JSON.parse(changes ?? '{}') as Readonly<Record<string, unknown>>;
  if (operation === 'purge') return values;
  return Object.fromEntries(Object.entries(values).map(([field, change]) => [field, (change as readonly unknown[])[0]]));
}

/** Whether a reference names a record that is there no longer. */
function isGone(db: ReadDb, { field, to }: Reference, values: Readonly<Record<string, unknown>>): boolean {
  const id = values[field] ?? null;
  if (id === null) return false;
  return db.readRaw<[unknown], [number]>(`SELECT 1 FROM ${recordTypeNamed(to).table} WHERE id = ?`).get(id) === undefined;
}

/** Takes back what an act did, newest first, leaving the records in `keep` as they are. @returns how many records */
export function undoEntries(act: Act, actSeq: number, keep: ReadonlySet<string>): number {
  const entries = act.tx
    .read<[number], Entry>(
      'SELECT seq, record_type, record_id, operation, changes FROM history WHERE act_seq = ? ORDER BY seq DESC',
    )
    .all(actSeq);
  const kind = kindOf(act.tx, actSeq);
  const undone = new Set<string>();
  const referred: Entry[] = [];
  for (const entry of entries) {
    const type = recordTypeNamed(entry.record_type);
    if (keep.has(entry.record_id) || !isUndone(type, kind) || isHeld(act.tx, entry, keep)) continue;
    if (!undoEntry(act, type, entry)) referred.push(entry);
    undone.add(entry.record_id);
  }
  undoReferred(act, referred);
  return undone.size;
}

/** Those that only others of the same act hung on, which an archive may hold in any order, can go once those have gone. */
function undoReferred(act: Act, entries: readonly Entry[]) {
  for (let left = entries; left.length > 0;) {
    const still = left.filter((entry) => !undoCreation(act, recordTypeNamed(entry.record_type), entry.record_id));
    if (still.length === left.length) return;
    left = still;
  }
}

function kindOf(db: ReadDb, actSeq: number): ActKind {
  const kind = db.readColumn<[number], ActKind>('SELECT kind FROM act WHERE seq = ?').get(actSeq);
  if (kind === undefined) throw new Error(`no act ${actSeq}`);
  return kind;
}

/** @returns false when it made a record that something still hangs on */
function undoEntry(act: Act, type: AnyRecordType, entry: Entry): boolean {
  const { record_id: id } = entry;
  if (entry.operation === 'create') return undoCreation(act, type, id);
  const values = valuesBefore(entry);
  const cleared = type.references?.filter((reference) => reference.onPurge === 'clear' && isGone(act.tx, reference, values));
  const back = { ...values, ...Object.fromEntries((cleared ?? []).map(({ field }) => [field, null])) };
  if (entry.operation === 'update') changeRecord(act, type, { id, changes: back });
  else if (!readRecord(act.tx, type, id)) createRecord(act, type, back as { id: string } & typeof back);
  return true;
}

/** @returns false when something still hangs on it */
function undoCreation(act: Act, type: AnyRecordType, id: string): boolean {
  const found = readRecord(act.tx, type, id);
  if (!found || type.isNeeded?.(found.row, act.tx)) return true;
  if (isReferred(act.tx, type, id)) return false;
  purgeRecord(act, type, id);
  return true;
}

/** What hangs on a record that is kept stays too, and so does what that hangs on. */
function isHeld(db: ReadDb, entry: Entry, keep: ReadonlySet<string>): boolean {
  if (keep.size === 0 || entry.operation !== 'create') return false;
  const type = recordTypeNamed(entry.record_type);
  const own = readRecord(db, type, entry.record_id)?.row as Readonly<Record<string, unknown>> | undefined;
  if (own && type.references?.some(({ field }) => keep.has(own[field] as string))) return true;
  return typesReferringTo(type.name).some(({ type: child, reference }) =>
    childrenOf(db, child, { field: reference.field, id: entry.record_id }).some(
      (row) =>
        keep.has(row.id) ||
        child.references?.some(({ field }) => keep.has((row as unknown as Record<string, string>)[field] ?? '')),
    ),
  );
}

/** Says whether anything in use hangs on a record, so that it can't go. */
function isReferred(db: ReadDb, type: AnyRecordType, id: string): boolean {
  return typesReferringTo(type.name).some(
    ({ type: child, reference }) =>
      db
        .readRaw<[string], [number]>(`SELECT 1 FROM ${child.table} WHERE ${columnOf(child, reference.field)} = ? LIMIT 1`)
        .get(id) !== undefined,
  );
}

function childrenOf(db: ReadDb, type: AnyRecordType, { field, id }: { readonly field: string; readonly id: string }) {
  return db
    .read<[string], Record<string, unknown>>(`SELECT * FROM ${type.table} WHERE ${columnOf(type, field)} = ?`)
    .all(id)
    .map((values) => decodeRow(type, values));
}

function references() {
  return allReferences().map(({ type, reference }) => ({ type, column: columnOf(type, reference.field), to: reference.to }));
}

function describe(db: ReadDb, type: AnyRecordType, id: string): string {
  const found = readRecord(db, type, id);
  return found ? type.describe(found.row, db) : id;
}
