import type { WriteTx } from '#core/database/connection.ts';
import type { Act } from '#core/records/act.ts';
import type { AnyRecordType, RecordField } from '#core/records/record-type.ts';
import { isSame } from '#core/records/versions.ts';
import { columnsOf, decodeJson, encode, insertRow, noteHistory, readRecord } from '#core/records/write.ts';
import type { FoundRecord } from '#core/records/write.ts';
import { fromTravelling } from '#core/sync/local-state.ts';
import type { Unfolded } from '#core/sync/local-state.ts';
import type { RecordState } from '#shared/sync/record-state.ts';

// Writes a record as it was merged: with the stamps it came with, and the history in its author's name.

type Values = Readonly<Record<string, unknown>>;
type Row = { readonly id: string } & Values;

/** Writes a record that is there. @throws when the database refuses a value */
export function writeState(act: Act, type: AnyRecordType, state: RecordState) {
  const came = fromTravelling(type, state.fields);
  // A key that isn't in the whole of a record isn't in the row either.
  const unfolded = { ...came, row: { ...withoutKeys(type), ...came.row } };
  const found = readRecord(act.tx, type, state.id) as FoundRecord<Row> | undefined;
  const fieldStamps = Object.keys(state.stamps).length === 0 ? null : JSON.stringify(state.stamps);
  if (found) update(act, type, { found, unfolded, state, fieldStamps });
  else insert(act, type, { unfolded, state, fieldStamps });
  if (unfolded.carried) type.carried?.write(act, state.id, unfolded.carried.value);
  keepUnknown(act.tx, state, unfolded.unknown);
}

/** Removes a record that was removed elsewhere. */
export function removeState(act: Act, type: AnyRecordType, id: string) {
  const found = readRecord(act.tx, type, id);
  if (!found) return;
  noteHistory(act, type, { id, operation: 'purge', changes: JSON.stringify(found.row) });
  type.written?.({ act, seq: found.seq, before: found.row, after: null });
  act.tx.write<[string]>(`DELETE FROM ${type.table} WHERE id = ?`).run(id);
  keepUnknown(act.tx, { type: type.name, id }, {});
}

interface Writing {
  readonly unfolded: Unfolded;
  readonly state: RecordState;
  readonly fieldStamps: string | null;
}

function insert(act: Act, type: AnyRecordType, { unfolded, state, fieldStamps }: Writing) {
  const given = { ...emptyRow(act.tx, type), ...unfolded.row, id: state.id };
  const row = (type.derive?.(given, act) ?? given) as Row;
  const seq = insertRow(act.tx, type, { row, stamp: state.base, fieldStamps });
  noteHistory(act, type, { id: state.id, operation: 'create', changes: null });
  type.written?.({ act, seq, before: null, after: row });
}

function update(
  act: Act,
  type: AnyRecordType,
  { unfolded, state, fieldStamps, found }: Writing & { readonly found: FoundRecord<Row> },
) {
  const before = found.row;
  const changed = { ...before, ...unfolded.row };
  const after = (type.derive?.(changed, act) ?? changed) as Row;
  const differing = columnsOf(type).filter(([name]) => !isSame(before[name], after[name]));
  const assignments = ['stamp = ?', 'field_stamps = ?', ...differing.map(([, field]) => `${field.column} = ?`)];
  act.tx
    .write(`UPDATE ${type.table} SET ${assignments.join(', ')} WHERE id = ?`)
    .run(state.base, fieldStamps, ...differing.map(([name, field]) => encode(field, after[name])), state.id);
  const recorded = differing.filter(([, field]) => !field.derived).map(([name]) => [name, [before[name], after[name]]] as const);
  if (recorded.length > 0) {
    noteHistory(act, type, { id: state.id, operation: 'update', changes: JSON.stringify(Object.fromEntries(recorded)) });
  }
  type.written?.({ act, seq: found.seq, before, after });
}

const rowsWithoutKeys = new WeakMap<object, Values>();

/** Fields of which each key is one, with no key. */
function withoutKeys(type: AnyRecordType): Values {
  let found = rowsWithoutKeys.get(type);
  if (!found) {
    found = Object.fromEntries(columnsOf(type).flatMap(([name, { keyed }]) => (keyed ? [[name, {}]] : [])));
    rowsWithoutKeys.set(type, found);
  }
  return found;
}

const emptyRows = new WeakMap<object, Values>();

/** What fields have that an older program didn't send: what the database gives them, or nothing. */
function emptyRow(tx: WriteTx, type: AnyRecordType): Values {
  let found = emptyRows.get(type);
  if (!found) emptyRows.set(type, (found = readEmptyRow(tx, type)));
  return found;
}

interface ColumnInfo {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly dflt_value: string | null;
}

function readEmptyRow(tx: WriteTx, type: AnyRecordType): Values {
  const infos = tx
    .read<[string], ColumnInfo>('SELECT name, type, "notnull", dflt_value FROM pragma_table_info(?)')
    .all(type.table);
  const byColumn = new Map(infos.map((info) => [info.name, info]));
  return Object.fromEntries(columnsOf(type).map(([name, field]) => [name, emptyValue(field, byColumn.get(field.column))]));
}

function emptyValue(field: RecordField, info: ColumnInfo | undefined): unknown {
  if (!info) return null;
  const { dflt_value: given } = info;
  const literal = given === null ? null : given.startsWith("'") ? given.slice(1, -1).replaceAll("''", "'") : Number(given);
  if (field.json) return typeof literal === 'string' ? decodeJson(literal) : info.notnull ? (field.keyed ? {} : []) : null;
  if (literal !== null || !info.notnull) return literal;
  return info.type === 'TEXT' ? '' : 0;
}

function keepUnknown(tx: WriteTx, { type, id }: Pick<RecordState, 'type' | 'id'>, unknown: Values) {
  tx.write('DELETE FROM unknown_field WHERE record_type = ? AND record_id = ?').run(type, id);
  for (const [field, value] of Object.entries(unknown))
    tx.write('INSERT INTO unknown_field (record_type, record_id, field, value) VALUES (?, ?, ?, ?)').run(
      type,
      id,
      field,
      JSON.stringify(value ?? null),
    );
}
