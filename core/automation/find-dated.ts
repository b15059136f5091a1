import type { Occurrence } from '#core/automation/occurrence.ts';
import { dealRecord } from '#core/deal/deal.ts';
import { dutiesOf } from '#core/clock/own-duties.ts';
import type { ReadDb } from '#core/database/connection.ts';
import { partyRecord } from '#core/party/party-record.ts';
import { columnOf } from '#core/records/record-type.ts';
import type { AnyRecordType } from '#core/records/record-type.ts';
import type { AutomationEvent } from '#shared/automation/events.ts';
import type { Span } from '#shared/time/zone.ts';
import { addDays, dateAt, momentOf } from '#shared/time/zone.ts';

export type DateReached = Extract<AutomationEvent, { readonly type: 'dateReached' }>;

const momentFields = new Set(['visitAt', 'leaveAt', 'workAt', 'createdAt', 'updatedAt', 'closedAt', 'stageSince']);

/** Moments that a rule can name; all other fields are calendar dates. */
export function isMoment(field: string): boolean {
  return momentFields.has(field);
}

/** @param day the ISO date that the record's field has; of a birthday, that of the year */
export function dateReachedOn({ field, record }: DateReached, recordId: string, day: string): Occurrence {
  return { type: 'dateReached', key: () => [recordId, field, day], record, recordId, detail: field };
}

interface Looked extends Span {
  readonly timeZone: string;
  /** Whether only for records that are this computer's to care for by the clock. */
  readonly isDuty?: true;
}

/** Records whose date is reached after `from` and not after `to` (UTC milliseconds), with the day or moment that was meant. */
export function findDated(db: ReadDb, event: DateReached, { from, to, timeZone, isDuty }: Looked): readonly Occurrence[] {
  const days: string[] = [];
  for (let day = addDays(dateAt(from, timeZone), -1); day <= dateAt(to, timeZone); day = addDays(day, 1)) {
    const at = momentOf({ date: day, time: event.at }, timeZone);
    if (at > from && at <= to) days.push(day);
  }
  return days.flatMap((day) => findOnDay(db, event, { day: addDays(day, -event.days), timeZone, isDuty }));
}

/** @param day the ISO date that the records' field must have */
function findOnDay(
  db: ReadDb,
  event: DateReached,
  { day, timeZone, isDuty }: { readonly day: string; readonly timeZone: string; readonly isDuty: true | undefined },
) {
  const type = (event.record === 'deal' ? dealRecord : partyRecord) as unknown as AnyRecordType;
  const where = whereOnDay(type, event, { day, timeZone });
  if (!where) return [];
  const ours = isDuty ? dutiesOf(db, `${type.table}.branch_id`, 'main') : { sql: 'true', parameters: [] };
  return db
    .readColumn<unknown[], string>(`SELECT id FROM ${type.table} WHERE deleted_at IS NULL AND ${ours.sql} AND ${where.sql}`)
    .all(...ours.parameters, ...where.parameters)
    .map((recordId) => dateReachedOn(event, recordId, day));
}

function whereOnDay(
  type: AnyRecordType,
  { field }: DateReached,
  { day, timeZone }: { readonly day: string; readonly timeZone: string },
) {
  if (field.startsWith('custom.')) return { sql: 'custom ->> ? = ?', parameters: [`$.${JSON.stringify(field.slice(7))}`, day] };
  // A birthday comes every year; one on 29 February on 28 where there is no such day.
  if (field === 'birthday')
    return {
      sql: `substr(birthday, 6) IN (${birthdaysOn(day)
        .map(() => '?')
        .join(', ')})`,
      parameters: birthdaysOn(day),
    };
  if (!(field in type.fields)) return undefined;
  const column = columnOf(type, field);
  if (!isMoment(field)) return { sql: `${column} = ?`, parameters: [day] };
  const begin = momentOf({ date: day, time: '00:00' }, timeZone);
  const end = momentOf({ date: addDays(day, 1), time: '00:00' }, timeZone);
  return { sql: `${column} >= ? AND ${column} < ?`, parameters: [begin, end] };
}

function birthdaysOn(day: string): readonly string[] {
  const isLastOfFebruary = day.endsWith('-02-28') && addDays(day, 1).endsWith('-03-01');
  return isLastOfFebruary ? ['02-28', '02-29'] : [day.slice(5)];
}
