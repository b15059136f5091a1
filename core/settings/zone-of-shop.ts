import type { ReadDb } from '#core/database/connection.ts';
import { readSettings } from '#core/settings/settings.ts';
import { timeZoneOf } from '#shared/time/zone.ts';

/** The IANA zone in which the shop's days begin and end. */
export function zoneOfShop(db: ReadDb): string {
  return timeZoneOf(readSettings(db).timeZone);
}
