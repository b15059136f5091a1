import type { Act } from '#core/records/act.ts';
import type { ReadDb, WriteTx } from '#core/database/connection.ts';
import type { RecordField, RecordType } from '#core/records/record-type.ts';
import { isSame, markOutgoing, stampedNames, stampFields, versionOf } from '#core/records/versions.ts';
import { isWrittenByOffice } from '#shared/sync/scope-rules.ts';
import type { Stamp } from '#shared/sync/stamp.ts';

// The one write path: whoever changes a record does it here, so that row, stamp and history always go together.

type Values = Record<string, unknown>;
type Columns = readonly (readonly [field: string, RecordField])[];
type AnyType = Pick<RecordType<{ readonly id: string }>, 'table' | 'fields'>;

/** Worked out once for each type: a statement's text put together anew is slow to look up among the prepared ones. */
interface Compiled {
  readonly columns: Columns;
  readonly readSql: string;
  readonly insertSql: string;
}

const compiledTypes = new WeakMap<object, Compiled>();

/** The fields of a type and their columns. */
export function columnsOf(type: AnyType): Columns {
  return compiled(type).columns;
}

function compiled(type: AnyType): Compiled {
  let found = compiledTypes.get(type);
  if (!found) compiledTypes.set(type, (found = compile(type)));
  return found;
}

function compile({ table, fields }: AnyType): Compiled {
  const columns = Object.entries(fields as Record<string, RecordField>);
  const names = ['id', 'stamp', 'field_stamps', ...columns.map(([, field]) => field.column)];
  return {
    columns,
    readSql: `SELECT rowid AS "rowid#", * FROM ${table} WHERE id = ?`,
    insertSql: `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
  };
}

/** Most lists are empty, and so are most cards' custom fields. */
export function decodeJson(json: string): unknown {
  if (json === '[]') return [];
  return json === '{}' ? {} : JSON.parse(json);
}

export function encode(field: RecordField, value: unknown): unknown {
  if (field.json) return Array.isArray(value) && value.length === 0 ? '[]' : JSON.stringify(value);
  return typeof value === 'boolean' ? Number(value) : value;
}

/** A record as read for writing: `seq` is its rowid, `fieldStamps` JSON. */
export interface FoundRecord<Row> {
  readonly seq: number;
  readonly row: Row;
  readonly stamp: Stamp;
  readonly fieldStamps: string | null;
}

/** A record and its rowid, or undefined. */
export function readRecord<Row extends { readonly id: string }>(
  db: ReadDb,
  type: RecordType<Row>,
  id: string,
): FoundRecord<Row> | undefined {
  const found = db.read<[string], Values>(compiled(type).readSql).get(id);
  if (!found) return undefined;
  return {
    seq: found['rowid#'] as number,
    row: decodeRow(type, found),
    stamp: found['stamp'] as Stamp,
    fieldStamps: found['field_stamps'] as string | null,
  };
}

/** Makes a record of a table row that has all the type's columns. */
export function decodeRow<Row extends { readonly id: string }>(type: RecordType<Row>, values: Readonly<Values>): Row {
  const row: Values = { id: values['id'] };
  for (const [name, field] of compiled(type).columns) {
    const value = values[field.column];
    row[name] = field.json ? decodeJson(value as string) : value;
  }
  return row as unknown as Row;
}

/** Saves a new record. */
export function createRecord<Row extends { readonly id: string }>(act: Act, type: RecordType<Row>, record: Row): Row {
  mindHeadOffice(act, type, record.id);
  const placed = type.ofBranch && act.branchId !== null ? inBranch(record, act.branchId) : record;
  const row = type.derive ? type.derive(placed, act) : placed;
  act.guard?.({ recordType: type.name, id: row.id, before: null, after: row as unknown as Values });
  const stamp = act.nextStamp();
  const seq = insertRow(act.tx, type, { row, stamp, fieldStamps: null });
  noteHistory(act, type, { id: row.id, operation: 'create', changes: null });
  markOutgoing(act, type, { id: row.id, before: null, after: { base: stamp, gone: null, stamps: {} }, recorded: null });
  act.noteChange({ recordType: type.name, recordId: row.id, before: null, after: row });
  type.written?.({ act, seq, before: null, after: row });
  return row;
}

/** Puts a row into the table of its type, as it is. @returns its rowid */
export function insertRow(
  tx: WriteTx,
  type: AnyType,
  { row, stamp, fieldStamps }: Omit<FoundRecord<{ readonly id: string }>, 'seq'>,
): number {
  const { columns, insertSql } = compiled(type);
  const values: unknown[] = [row.id, stamp, fieldStamps];
  for (const [name, field] of columns) values.push(encode(field, (row as unknown as Values)[name]));
  return Number(tx.write(insertSql).run(...values).lastInsertRowid);
}

/**
 * Saves changes of a record's fields; those that already have the value are left alone.
 * @returns the record as it is now, or undefined when there is none with this id
 */
export function changeRecord<Row extends { readonly id: string }>(
  act: Act,
  type: RecordType<Row>,
  { id, changes }: { readonly id: string; readonly changes: Partial<Omit<Row, 'id'>> },
): Row | undefined {
  const found = readRecord(act.tx, type, id);
  if (!found) return undefined;
  const before = found.row;
  const changed = { ...before, ...changes };
  const after = type.derive ? type.derive(changed, act) : changed;
  const differing = compiled(type).columns.filter(([name]) => !isSame((before as Values)[name], (after as Values)[name]));
  const recorded = differing.filter(([, field]) => !field.derived).map(([name]) => name);
  if (differing.length === 0) return before;
  if (recorded.length > 0) act.guard?.({ recordType: type.name, id, before: before as Values, after: after as Values });
  mindHeadOffice(act, type, id);
  const stamped = stampedNames(type, recorded, { before: before as Values, after: after as Values });
  const fieldStamps = stampFields(act, found.fieldStamps, stamped);
  saveChanges(act, type, { id, after: after as Values, differing, fieldStamps });
  if (recorded.length > 0) {
    const changesByField = Object.fromEntries(
      recorded.map((name) => [name, [(before as Values)[name], (after as Values)[name]]]),
    );
    noteHistory(act, type, { id, operation: 'update', changes: JSON.stringify(changesByField) });
    const version = { id, before: versionOf(found), after: versionOf({ ...found, fieldStamps }), recorded: stamped };
    markOutgoing(act, type, { ...version, isBinned: ((after as Values)['deletedAt'] ?? null) !== null });
  }
  act.noteChange({ recordType: type.name, recordId: id, before, after });
  type.written?.({ act, seq: found.seq, before, after });
  return after;
}

/** Removes a record; the history keeps all of it, so that undo can bring it back. */
export function purgeRecord<Row extends { readonly id: string }>(act: Act, type: RecordType<Row>, id: string): Row | undefined {
  const found = readRecord(act.tx, type, id);
  if (!found) return undefined;
  act.guard?.({ recordType: type.name, id, before: found.row as unknown as Values, after: null });
  mindHeadOffice(act, type, id);
  noteHistory(act, type, { id, operation: 'purge', changes: JSON.stringify(found.row) });
  if (act.outgoing) {
    const before = versionOf(found);
    markOutgoing(act, type, { id, before, after: { base: before.base, gone: act.nextStamp(), stamps: {} }, recorded: null });
  }
  act.noteChange({ recordType: type.name, recordId: id, before: found.row, after: null });
  type.written?.({ act, seq: found.seq, before: found.row, after: null });
  act.tx.write<[string]>(`DELETE FROM ${type.table} WHERE id = ?`).run(id);
  return found.row;
}

/** Head office wouldn't take it, and this copy would differ from it for ever: whoever asks has to be refused before. */
function mindHeadOffice({ branchId, kind }: Act, { name }: { readonly name: string }, id: string) {
  if (branchId !== null && kind !== 'sync' && isWrittenByOffice(name, id)) throw new Error(`${name} ${id} is head office's`);
}

function inBranch<Row extends { readonly id: string }>(record: Row, branchId: string): Row {
  return (record as Values)['branchId'] === null ? { ...record, branchId } : record;
}

interface ChangesToSave {
  readonly id: string;
  readonly after: Readonly<Values>;
  readonly differing: Columns;
  readonly fieldStamps: string | null;
}

function saveChanges(act: Act, type: { readonly table: string }, { id, after, differing, fieldStamps }: ChangesToSave) {
  const assignments = differing.map(([, field]) => `${field.column} = ?`).join(', ');
  act.tx
    .write(`UPDATE ${type.table} SET ${assignments}, field_stamps = ? WHERE id = ?`)
    .run(...differing.map(([name, field]) => encode(field, after[name])), fieldStamps, id);
}

/** Writes what was done to a record into the history, in the name of whoever acts. */
export function noteHistory(
  act: Act,
  type: { readonly name: string },
  { id, operation, changes }: { readonly id: string; readonly operation: string; readonly changes: string | null },
) {
  act.tx
    .write('INSERT INTO history (act_seq, record_type, record_id, operation, changes) VALUES (?, ?, ?, ?, ?)')
    .run(act.seq, type.name, id, operation, changes);
  act.noteWritten(type.name, id);
}
