import type { ReadDb } from '#core/database/connection.ts';
import { columnOf, recordTypeNamed, recordTypeNames } from '#core/records/record-type.ts';
import { decodeRow } from '#core/records/write.ts';
import { typeHere } from '#core/sync/local-state.ts';
import type { RecordState } from '#shared/sync/record-state.ts';
import { parentsOf, scopeRuleOf } from '#shared/sync/scope-rules.ts';

export type RecordKey = readonly [type: string, id: string];

export interface Leaving {
  /** Each after all that hangs on it, so that they can go in this order. */
  readonly records: readonly RecordKey[];
  /** What is this copy's still, but tells of one that leaves: it is removed, everywhere. */
  readonly telling: readonly RecordKey[];
}

export function keyOf([type, id]: RecordKey): string {
  return `${type}|${id}`;
}

/** A field of a type that names a record. */
export interface Naming {
  readonly type: string;
  readonly field: string;
  readonly column: string;
}

/** All that goes with records that leave. */
export function findLeaving(db: ReadDb, leaves: readonly RecordKey[]): Leaving {
  const seen = new Set<string>();
  const records: RecordKey[] = [];
  const telling = new Map<string, RecordKey>();
  const tell = (record: RecordKey) => {
    for (const child of hangingOn(db, record)) tell(child);
    telling.set(keyOf(record), record);
  };
  const waiting = waitingByParent(db);
  const visit = (record: RecordKey) => {
    if (seen.has(keyOf(record))) return;
    seen.add(keyOf(record));
    for (const child of [...hangingOn(db, record), ...(waiting.get(keyOf(record)) ?? [])]) visit(child);
    for (const { key, isBound } of tellingOf(db, record)) {
      if (isBound) visit(key);
      else tell(key);
    }
    records.push(record);
  };
  for (const leave of leaves) visit(leave);
  return { records, telling: [...telling.values()].filter((key) => !seen.has(keyOf(key))) };
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

/** The columns by which one of these types tells of records of another. */
function tellingColumns(name: string, parent: string): readonly string[] {
  const isRun = name === 'automation_run';
  return ['record_id', ...(isRun && parent === 'deal' ? ['deal_id'] : []), ...(isRun && parent === 'party' ? ['party_id'] : [])];
}

/** What tells of a record; `isBound` when head office counts it to that record, so that it leaves with it. */
function tellingOf(db: ReadDb, [parent, id]: RecordKey): readonly { readonly key: RecordKey; readonly isBound: boolean }[] {
  return tellingTypes.flatMap((name) => {
    const type = recordTypeNamed(name);
    return tellingColumns(name, parent).flatMap((column) =>
      db
        .read<[string], Readonly<Record<string, unknown>>>(`SELECT * FROM ${type.table} WHERE ${column} = ?`)
        .all(id)
        .map((values) => {
          const row = decodeRow(type, values);
          const parents = parentsOf({ type: name, fields: row as unknown as Record<string, unknown> });
          return { key: [name, row.id] as const, isBound: parents.some((one) => one.type === parent && one.id === id) };
        }),
    );
  });
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
  const bound = (typeHere(name)?.references ?? []).filter(({ onPurge }) => onPurge === 'purge');
  const named: (readonly [string, unknown])[] = bound.map(({ field, to }) => [to, values[field]]);
  if (tellingTypes.includes(name))
    named.push([String(values['recordType']), values['recordId']], ['deal', values['dealId']], ['party', values['partyId']]);
  const parents = parentsOf({ type: name, fields: values }).map(({ type, id }) => [type, id] as const);
  return [...named, ...parents].flatMap(([type, id]) => (typeof id === 'string' ? [[type, id] as const] : []));
}
