import { findDated } from '#core/automation/find-dated.ts';
import type { ReadDb } from '#core/database/connection.ts';
import { kindsWithoutReaction } from '#core/records/reaction.ts';
import { columnOf, recordTypeNamed } from '#core/records/record-type.ts';
import type { AutomationEvent } from '#shared/automation/events.ts';
import { momentOf } from '#shared/time/zone.ts';

/** Something that a rule would have been asked about. */
export interface PastEvent {
  readonly recordId: string;
  /** UTC milliseconds. */
  readonly at: number;
}

/** More than these aren't tried. */
const mostTried = 10_000;

interface Past {
  readonly since: number;
  readonly now: number;
  readonly timeZone: string;
}

/** What happened of a kind since a moment, newest first, as far as the data still tell. */
export function pastEvents(db: ReadDb, event: AutomationEvent, past: Past): readonly PastEvent[] {
  if (event.type === 'dateReached') return datesReached(db, event, past);
  const { sql, parameters } = pastQuery(event);
  return db
    .read<unknown[], PastEvent>(`SELECT recordId, at FROM (${sql}) WHERE at >= ? ORDER BY at DESC LIMIT ${mostTried}`)
    .all(...parameters, past.since);
}

interface Query {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

function pastQuery(event: Exclude<AutomationEvent, { readonly type: 'dateReached' }>): Query {
  switch (event.type) {
    case 'leadCame':
      return { sql: 'SELECT id AS recordId, created_at AS at FROM lead', parameters: [] };
    case 'leadAccepted':
      return { sql: "SELECT id AS recordId, handled_at AS at FROM lead WHERE status = 'accepted'", parameters: [] };
    case 'recordCreated':
      return { sql: `SELECT id AS recordId, created_at AS at FROM ${event.record}`, parameters: [] };
    case 'fieldChanged':
      return fieldChanges(event);
    case 'stageEntered':
      return {
        sql: "SELECT deal_id AS recordId, entered_at AS at FROM stage_visit WHERE status = 'open' AND (? IS NULL OR stage_id = ?)",
        parameters: [event.stageId, event.stageId],
      };
    case 'dealWon':
    case 'dealLost':
      return {
        sql: 'SELECT deal_id AS recordId, entered_at AS at FROM stage_visit WHERE status = ?',
        parameters: [event.type === 'dealWon' ? 'won' : 'lost'],
      };
    case 'taskDone':
    case 'taskOverdue':
      return {
        sql: `SELECT id AS recordId, ${event.type === 'taskDone' ? 'done_at' : 'escalated_at'} AS at FROM task
          WHERE at IS NOT NULL AND (? IS NULL OR type = ?) AND (? = '' OR purpose = ?) ${event.type === 'taskDone' ? "AND status = 'done'" : ''}`,
        parameters: [event.taskType, event.taskType, event.purpose, event.purpose],
      };
    case 'paymentEntered':
      return { sql: 'SELECT deal_id AS recordId, created_at AS at FROM payment WHERE reverses_id IS NULL', parameters: [] };
    case 'documentAccepted':
      return {
        sql: "SELECT deal_id AS recordId, decided_at AS at FROM document WHERE status = 'accepted' AND (? IS NULL OR kind = ?)",
        parameters: [event.kind, event.kind],
      };
  }
}

type FieldChanged = Extract<AutomationEvent, { readonly type: 'fieldChanged' }>;

/**
 * Changes from the history, and records made with the field filled: those that were before its first change, or are still.
 * Of what is worked out, the latter only.
 */
function fieldChanges({ record, field, filled }: FieldChanged): Query {
  const isCustom = field.startsWith('custom.');
  const path = isCustom ? '$.custom' : `$.${JSON.stringify(field)}`;
  const inner = isCustom ? `.${JSON.stringify(field.slice(7))}` : '';
  const column = isCustom ? 'custom ->> ?' : columnOf(recordTypeNamed(record), field);
  const [before, after] = [`${path}[0]${inner}`, `${path}[1]${inner}`];
  const isEmpty = (value: string) => `coalesce(${value}, '') IN ('', '0', '[]')`;
  const value = 'changes ->> ?';
  const changed = "history.record_type = ? AND history.operation = 'update' AND changes -> ? IS NOT NULL";
  return {
    sql: `SELECT history.record_id AS recordId, act.at AS at FROM history JOIN act ON act.seq = history.act_seq
        WHERE ${changed} AND act.kind NOT IN (${[...kindsWithoutReaction].map((kind) => `'${kind}'`).join(', ')})
          AND coalesce(${value}, '') <> coalesce(${value}, '') ${filled ? `AND ${isEmpty(value)} AND NOT ${isEmpty(value)}` : ''}
      UNION ALL SELECT made.id, made.created_at FROM ${record} made WHERE coalesce(
        (SELECT NOT ${isEmpty(value)} FROM history WHERE history.record_id = made.id AND ${changed} ORDER BY history.seq LIMIT 1),
        NOT ${isEmpty(`made.${column}`)})`,
    parameters: [
      record,
      path,
      before,
      after,
      ...(filled ? [before, after] : []),
      before,
      record,
      path,
      ...(isCustom ? [`$${inner}`] : []),
    ],
  };
}

function datesReached(
  db: ReadDb,
  event: Extract<AutomationEvent, { readonly type: 'dateReached' }>,
  { since, now, timeZone }: Past,
) {
  return findDated(db, event, { from: since, to: now, timeZone })
    .map(({ recordId, key }) => ({ recordId, at: momentOf({ date: String(key()[2]), time: event.at }, timeZone) }))
    .toReversed()
    .slice(0, mostTried);
}
