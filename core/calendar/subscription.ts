import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { noteAudit } from '#core/audit/note-audit.ts';
import { calendarText } from '#core/calendar/ics.ts';
import type { CalendarItem } from '#core/calendar/ics.ts';
import type { Core } from '#core/core.ts';
import type { ReadDb } from '#core/database/connection.ts';
import { findPerson } from '#core/people/queries.ts';
import type { Store } from '#core/records/store.ts';
import { readSettings } from '#core/settings/settings.ts';
import { isInUse } from '#core/task/in-use.ts';
import { readTasks } from '#core/task/queries.ts';
import { zoneOfTask } from '#core/task/task-zone.ts';
import type { Actor } from '#shared/people/permission.ts';
import type { Task } from '#shared/task/contract.ts';

const tokenBytes = 32;
/** Other calendars need not know what was done long ago. */
const keptDays = 90;
const mostItems = 5000;
const day = 86_400_000;

/** Somebody's tasks as an iCalendar file: what is to be done, and what was done lately. */
export function calendarOf(db: ReadDb, userId: string, now: number): string {
  const whose = { sql: `task.assignee_id = ? AND task.due_at IS NOT NULL AND ${isInUse}`, parameters: [userId] };
  const when = { sql: `task.status = 'open' OR task.status = 'done' AND task.due_at >= ?`, parameters: [now - keptDays * day] };
  const tasks = readTasks(db, [whose, when], 'task.due_at, task.id LIMIT ?', [mostItems]);
  const name = [readSettings(db).shopName, findPerson(db, userId)?.name].filter(Boolean).join(', ');
  return calendarText(
    tasks.map((task) => toItem(db, task)),
    { name: name || 'Cartera' },
  );
}

/** The word by which other calendars on this computer read that of whoever acts; made when it is asked for first. */
export async function calendarTokenOf(store: Store, actor: Actor): Promise<string> {
  const read = () => store.db.readColumn<[string], string>('SELECT token FROM calendar_key WHERE user_id = ?').get(actor.userId);
  const token = read();
  if (token !== undefined) return token;
  const made = randomBytes(tokenBytes).toString('base64url');
  // A key is for this copy of the data: it is no record, and nothing that anybody did.
  await store.perform({ actor, kind: 'clock', subject: '' }, ({ tx, at }) => {
    const kept = tx.write('INSERT OR IGNORE INTO calendar_key (user_id, token) VALUES (?, ?)').run(actor.userId, made);
    if (kept.changes > 0)
      noteAudit(tx, { at, actor, kind: 'token', subject: actor.name, details: { made: true, of: 'calendar' } });
  });
  return read() ?? made;
}

/** Everybody who has asked for a calendar to follow and works here, with the word for it. */
export function readCalendarKeys(db: ReadDb): readonly { readonly userId: string; readonly token: string }[] {
  return db
    .read<[], { userId: string; token: string }>(
      `SELECT user_id AS userId, token FROM calendar_key JOIN user ON user.id = user_id WHERE user.archived_at IS NULL ORDER BY user_id`,
    )
    .all();
}

/** The file that holds somebody's calendar; two people of one name have two. */
export function calendarFileOf({ dataDirectory, store }: Pick<Core, 'dataDirectory' | 'store'>, userId: string): string {
  const name = (findPerson(store.db, userId)?.name ?? '').replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '');
  const ending = userId.slice(-6);
  return join(dataDirectory, 'calendar', `${name === '' ? 'cartera' : name.slice(0, 60)}-${ending}.ics`);
}

function toItem(db: ReadDb, task: Task): CalendarItem {
  const { id, title, text, location, dueAt, durationMinutes, allDay, repeat, remindMinutes, status, updatedAt } = task;
  const client = [task.partyTitle, task.phone].filter(Boolean).join(' ');
  return {
    id,
    title: [title, task.partyTitle].filter(Boolean).join(' · ') || 'Cartera',
    description: [client, text].filter(Boolean).join('\n'),
    location,
    startsAt: dueAt ?? 0,
    durationMinutes: durationMinutes ?? 0,
    allDay,
    timeZone: zoneOfTask(db, task),
    repeat,
    alarmMinutes: remindMinutes,
    done: status === 'done',
    changedAt: updatedAt,
  };
}
