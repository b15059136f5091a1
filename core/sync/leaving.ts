import type { ReadDb } from '#core/database/connection.ts';
import { columnOf, findRecordType, recordTypeNamed, recordTypeNames } from '#core/records/record-type.ts';
import { keyOf } from '#shared/sync/record-key.ts';
import type { RecordKey } from '#shared/sync/record-key.ts';
import type { RecordState } from '#shared/sync/record-state.ts';
import { parentsOf, scopeRuleOf } from '#shared/sync/scope-rules.ts';

/** A field of a type that names a record. */
export interface Naming {
  readonly type: string;
  readonly field: string;
  readonly column: string;
}

/** All that goes with records that leave, each after all that hangs on it, so that they can go in this order. */
export function findLeaving(db: ReadDb, leaves: readonly RecordKey[]): readonly RecordKey[] {
  const seen = new Set<string>();
  const records: RecordKey[] = [];
  const waiting = waitingByParent(db);
  const visit = (record: RecordKey) => {
    if (seen.has(keyOf(record))) return;
    seen.add(keyOf(record));
    for (const other of [...hangingOn(db, record), ...(waiting.get(keyOf(record)) ?? []), ...tellingOf(db, record)]) visit(other);
    records.push(record);
  };
  for (const leave of leaves) visit(leave);
  return records;
}

const namings = new Map<string, readonly Naming[]>();

/** The fields by which records hang on those of a type: they are nowhere without it. */
export function namingsOf(parent: string): readonly Naming[] {
  let found = namings.get(parent);
  if (!found) namings.set(parent, (found = recordTypeNames().flatMap((name) => fieldsNaming(name, parent))));
  return found;
}

function fieldsNaming(name: string, parent: string): readonly Naming[] {
  const type = recordTypeNamed(name);
  const bound = (type.references ?? []).filter(({ to, onPurge }) => to === parent && onPurge === 'purge');
  const parents = Object.entries(scopeRuleOf(name)?.parents ?? {}).filter(([, to]) => to === parent);
  const fields = new Set([...bound.map(({ field }) => field), ...parents.map(([field]) => field)]);
  return [...fields].map((field) => ({ type: name, field, column: columnOf(type, field) }));
}

function hangingOn(db: ReadDb, [parent, id]: RecordKey): readonly RecordKey[] {
  return namingsOf(parent).flatMap(({ type, column }) =>
    db
      .readColumn<[string], string>(`SELECT id FROM ${recordTypeNamed(type).table} WHERE ${column} = ?`)
      .all(id)
      .map((child) => [type, child] as const),
  );
}

/** Types whose records tell of others, of any type. */
const tellingTypes = ['conflict', 'notice', 'automation_run'];

/** What tells of a record: head office counts it to that record, so that it leaves with it. */
function tellingOf(db: ReadDb, [, id]: RecordKey): readonly RecordKey[] {
  return tellingTypes.flatMap((name) =>
    db
      .readColumn<[string], string>(`SELECT id FROM ${recordTypeNamed(name).table} WHERE record_id = ?`)
      .all(id)
      .map((other) => [name, other] as const),
  );
}

/** Records kept aside, by what they hang on. */
function waitingByParent(db: ReadDb): ReadonlyMap<string, readonly RecordKey[]> {
  const byParent = new Map<string, RecordKey[]>();
  for (const json of db.readColumn<[], string>('SELECT state FROM sync_waiting').all()) {
    const state = JSON.parse(json) as RecordState;
    for (const parent of parentsOf(state)) {
      const key = keyOf([parent.type, parent.id]);
      byParent.set(key, [...(byParent.get(key) ?? []), [state.type, state.id]]);
    }
  }
  return byParent;
}

/** The records that one hangs on or tells of, by its values. */
export function namedBy(name: string, values: Readonly<Record<string, unknown>>): readonly RecordKey[] {
  const bound = (findRecordType(name)?.references ?? []).filter(({ onPurge }) => onPurge === 'purge');
  const named: (readonly [string, unknown])[] = bound.map(({ field, to }) => [to, values[field]]);
  const parents = parentsOf({ type: name, fields: values }).map(({ type, id }) => [type, id] as const);
  return [...named, ...parents].flatMap(([type, id]) => (typeof id === 'string' ? [[type, id] as const] : []));
}
