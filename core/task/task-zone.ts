import type { ReadDb } from '#core/database/connection.ts';
import { findPerson } from '#core/people/queries.ts';
import { readSettings } from '#core/settings/settings.ts';
import { timeZoneOf } from '#shared/time/zone.ts';

/** The IANA zone of a task's wall time: its own, or the shop's. */
export function zoneOfTask(db: ReadDb, { timeZone }: { readonly timeZone: string }): string {
  return timeZoneOf(timeZone || readSettings(db).timeZone);
}

/** The IANA zone in which somebody's days begin and end. */
export function zoneOfPerson(db: ReadDb, userId: string): string {
  return timeZoneOf(findPerson(db, userId)?.timeZone || readSettings(db).timeZone);
}
