import type { ReadDb } from '#core/database/connection.ts';
import { findRecordType } from '#core/records/record-type.ts';
import type { AnyRecordType, RecordField } from '#core/records/record-type.ts';
import { versionOf } from '#core/records/versions.ts';
import { readRecord } from '#core/records/write.ts';
import type { RecordState } from '#shared/sync/record-state.ts';
import type { Stamp } from '#shared/sync/stamp.ts';

// Between a row of a table and a record as it travels.

type Values = Readonly<Record<string, unknown>>;

/** A record of this copy as it travels; null when nothing is known of it. */
export function readState(db: ReadDb, typeName: string, id: string): RecordState | null {
  return readWaiting(db, typeName, id) ?? readShown(db, typeName, id);
}

/** The same as it is shown here, whatever is kept aside of it. */
export function readShown(db: ReadDb, typeName: string, id: string): RecordState | null {
  const type = findRecordType(typeName);
  const found = type && readRecord(db, type, id);
  if (!found) return readTombstone(db, typeName, id);
  const fields = {
    ...toTravelling(type, found.row as unknown as Values),
    ...carriedOf(db, type, id),
    ...unknownFields(db, typeName, id),
  };
  return { type: typeName, id, ...versionOf(found), fields, authors: {} };
}

/** A record kept aside, because it can't be shown yet. */
function readWaiting(db: ReadDb, type: string, id: string): RecordState | undefined {
  const state = db.readColumn<[string, string], string>('SELECT state FROM sync_waiting WHERE record_type = ? AND record_id = ?');
  const json = state.get(type, id);
  return json === undefined ? undefined : (JSON.parse(json) as RecordState);
}

function readTombstone(db: ReadDb, type: string, id: string): RecordState | null {
  const found = db
    .read<[string, string], { base: Stamp; gone: Stamp }>(
      'SELECT base, gone FROM tombstone WHERE record_type = ? AND record_id = ?',
    )
    .get(type, id);
  return found ? { type, id, ...found, stamps: {}, fields: {}, authors: {} } : null;
}

function unknownFields(db: ReadDb, type: string, id: string): Values {
  const rows = db
    .read<[string, string], { field: string; value: string }>(
      'SELECT field, value FROM unknown_field WHERE record_type = ? AND record_id = ?',
    )
    .all(type, id);
  return Object.fromEntries(rows.map(({ field, value }) => [field, JSON.parse(value) as unknown]));
}

function carriedOf(db: ReadDb, { carried }: AnyRecordType, id: string): Values {
  return carried ? { [carried.field]: carried.read(db, id) } : {};
}

/** The fields of a row under the names by which they travel. */
function toTravelling(type: AnyRecordType, row: Values): Values {
  const travelling: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(type.fields as Readonly<Record<string, RecordField>>)) {
    if (field.derived) continue;
    if (!field.keyed) travelling[name] = row[name];
    else for (const [key, value] of Object.entries((row[name] ?? {}) as Values)) travelling[`${name}.${key}`] = value;
  }
  return travelling;
}

/** What of a record that came is the row's, what is kept beside it, and what this program doesn't know. */
export interface Unfolded {
  readonly row: Record<string, unknown>;
  readonly carried: { readonly value: unknown } | null;
  readonly unknown: Values;
}

/** Sorts the fields of a record that came into those of the row and others. */
export function fromTravelling(type: AnyRecordType, fields: Values): Unfolded {
  const known = type.fields as Readonly<Record<string, RecordField>>;
  const row: Record<string, unknown> = {};
  const unknown: Record<string, unknown> = {};
  let carried: Unfolded['carried'] = null;
  for (const [name, value] of Object.entries(fields)) {
    const dot = name.indexOf('.');
    const [owner, key] = dot < 0 ? [name, null] : [name.slice(0, dot), name.slice(dot + 1)];
    if (name === type.carried?.field) carried = { value };
    else if (key !== null && known[owner]?.keyed) putKey(row, { owner, key, value });
    else if (known[name] && !known[name].derived && !known[name].keyed) row[name] = value;
    else unknown[name] = value;
  }
  return { row, carried, unknown };
}

function putKey(
  row: Record<string, unknown>,
  { owner, key, value }: { readonly owner: string; readonly key: string; readonly value: unknown },
) {
  const values = { ...(row[owner] as Values | undefined) };
  if (value !== null && value !== undefined) values[key] = value;
  row[owner] = values;
}
