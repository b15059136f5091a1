import type { ReadDb } from '#core/database/connection.ts';
import { query } from '#core/database/query.ts';
import type { Act, Change } from '#shared/history/contract.ts';

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
      .where('record_id', '=', recordId)
      .select((is) => is.fn.countAll<number>().as('count')),
  );
  return {
    rows: rows.map(({ changes, ...row }) => ({ ...row, fields: row.operation === 'update' ? fieldsOf(changes) : [] }) as Change),
    total: total?.count ?? 0,
  };
}

/** The last acts, newest first. */
export function lastActs(db: ReadDb, { offset, limit }: Page): { rows: Act[]; total: number } {
  const rows = db.all(acts().orderBy('seq', 'desc').limit(limit).offset(offset));
  const total = db.first(query.selectFrom('act').select((is) => is.fn.countAll<number>().as('count')));
  return { rows: rows.map(({ seq: _seq, ...act }) => act as Act), total: total?.count ?? 0 };
}

/** An act, with its rowid. */
export function findAct(db: ReadDb, id: string): (Act & { readonly seq: number }) | undefined {
  return db.first(acts().where('id', '=', id)) as (Act & { readonly seq: number }) | undefined;
}

function acts() {
  return query
    .selectFrom('act')
    .select(['seq', 'id', 'kind', 'at', 'actor_name as actorName', 'subject', 'records', 'undone_by as undoneBy', 'undoes']);
}

function fieldsOf(changes: string | null): Change['fields'] {
  const fields = JSON.parse(changes ?? '{}') as Record<string, readonly [unknown, unknown]>;
  return Object.entries(fields).flatMap(([field, [from, to]]) => (unspoken.has(field) ? [] : [{ field, from, to }]));
}
