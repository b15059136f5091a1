import { expressionBuilder } from 'kysely';
import type { ReadDb } from '#core/database/connection.ts';
import { query } from '#core/database/query.ts';
import type { Schema } from '#core/database/schema.ts';
import { typesNotUndone } from '#core/records/record-type.ts';
import type { Act, Change } from '#shared/history/contract.ts';

type ActRow = Omit<Act, 'kind' | 'canUndo'> & {
  readonly seq: number;
  readonly actorId: string;
  readonly kind: string;
  readonly canUndo: unknown;
};

/** An act as the core knows it. */
export type FoundAct = Act & Pick<ActRow, 'seq' | 'actorId'>;

interface Page {
  readonly offset: number;
  readonly limit: number;
}

/** Kept for undo, but no news to a person reading what changed. */
const unspoken = new Set(['updatedAt']);

/** What changed on a record, newest first. */
export function changesOf(db: ReadDb, recordId: string, { offset, limit }: Page): { rows: Change[]; total: number } {
  const rows = db.all(
    query
      .selectFrom('history')
      .innerJoin('act', 'act.seq', 'history.act_seq')
      .select(['act.id as actId', 'act.kind as actKind', 'act.at as at', 'act.actor_name as actorName'])
      .select(['history.record_type as recordType', 'history.operation as operation', 'history.changes as changes'])
      .where('history.record_id', '=', recordId)
      .orderBy('history.seq', 'desc')
      .limit(limit)
      .offset(offset),
  );
  const total = db.first(
    query
      .selectFrom('history')
      // Acts that aren't seen aren't counted either.
      .innerJoin('act', 'act.seq', 'history.act_seq')
      .where('history.record_id', '=', recordId)
      .select((is) => is.fn.countAll<number>().as('count')),
  );
  return {
    rows: rows.map(({ changes, ...row }) => ({ ...row, fields: row.operation === 'update' ? fieldsOf(changes) : [] }) as Change),
    total: total?.count ?? 0,
  };
}

/** The last acts, newest first, without those that only made a copy's first user and, unless asked for, what was done by the clock. */
export function lastActs(
  db: ReadDb,
  { offset, limit, byClock = false }: Page & { readonly byClock?: boolean },
): { rows: FoundAct[]; total: number } {
  const { and, eb } = expressionBuilder<Schema, 'act'>();
  const isShown = byClock ? isSomebodys() : and([eb('kind', '<>', 'clock'), isSomebodys()]);
  const rows = db.all(acts().where(isShown).orderBy('seq', 'desc').limit(limit).offset(offset));
  const total = db.first(
    query
      .selectFrom('act')
      .where(isShown)
      .select((is) => is.fn.countAll<number>().as('count')),
  );
  return { rows: rows.map(toAct), total: total?.count ?? 0 };
}

/** An act, with its rowid. */
export function findAct(db: ReadDb, id: string): FoundAct | undefined {
  const row = db.first(acts().where('id', '=', id));
  return row && toAct(row);
}

/** The id of the last act of a person that stands and that an undo can take anything back of; undoing twice goes two acts back. */
export function lastActToUndo(db: ReadDb): string | undefined {
  const standing = acts().where('undone_by', 'is', null).where('undoes', 'is', null).where('kind', '<>', 'clock');
  return db.first(standing.where(isUndoable()).orderBy('seq', 'desc').limit(1))?.id;
}

function acts() {
  return query
    .selectFrom('act')
    .select([
      'seq',
      'id',
      'kind',
      'at',
      'actor_id as actorId',
      'actor_name as actorName',
      'subject',
      'records',
      'undone_by as undoneBy',
      'undoes',
    ])
    .select(isUndoable().as('canUndo'));
}

/** False for the act that made a copy's first user and nothing else: nobody did that. */
function isSomebodys() {
  const { not, exists, or } = expressionBuilder<Schema, 'act'>();
  const newUsers = entriesOfAct().where('history.record_type', '=', 'user').where('history.operation', '=', 'create');
  return or([not(exists(newUsers)), isUndoable()]);
}

/** What came from other copies is undone where it was done, if at all. */
function isUndoable() {
  const { and, eb, exists } = expressionBuilder<Schema, 'act'>();
  const undone = typesNotUndone().reduce(
    (entries, { name, exceptIn }) =>
      entries.where((is) =>
        is.or([is('history.record_type', '<>', name), ...(exceptIn.length > 0 ? [is('act.kind', 'in', exceptIn)] : [])]),
      ),
    entriesOfAct(),
  );
  return and([eb('kind', 'not in', ['sync', 'erase']), exists(undone)]);
}

function entriesOfAct() {
  const { selectFrom } = expressionBuilder<Schema, 'act'>();
  return selectFrom('history').whereRef('history.act_seq', '=', 'act.seq').select('history.seq');
}

function toAct({ canUndo, ...act }: ActRow): FoundAct {
  return { ...act, kind: act.kind as Act['kind'], canUndo: Boolean(canUndo) };
}

function fieldsOf(changes: string | null): Change['fields'] {
  const fields = JSON.parse(changes ?? '{}') as Record<string, readonly [unknown, unknown]>;
  return Object.entries(fields).flatMap(([field, [from, to]]) => (unspoken.has(field) ? [] : [{ field, from, to }]));
}
