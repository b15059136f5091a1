import ical, { ICalAlarmType, ICalEventTransparency } from 'ical-generator';
import type { ICalEventData } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { tzlib_get_ical_block as timeZoneBlocks } from 'timezones-ical-library';
import { nextOccurrence, repeatText } from '#shared/time/repeat.ts';
import type { Repeat } from '#shared/time/repeat.ts';
import { dateAt, spanOfDay, wallTimeAt, zonedAt } from '#shared/time/zone.ts';

/** Something with a time, as other programs' calendars get it. */
export interface CalendarItem {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly location?: string;
  /** UTC milliseconds. */
  readonly startsAt: number;
  /** A whole day takes as many days as are begun. */
  readonly durationMinutes: number;
  readonly allDay?: boolean;
  /** Where the time on the wall is kept when it repeats, and whose days are meant. */
  readonly timeZone: string;
  readonly repeat?: Repeat | null;
  /** Minutes before the start. */
  readonly alarmMinutes?: number | null;
  readonly url?: string;
  /** Ticked, takes no time and rings no more. */
  readonly done?: boolean;
  /** UTC milliseconds of the last change, which tells calendars that have it which is newer. */
  readonly changedAt: number;
}

/** The name as calendars show it, and how often (seconds) those that subscribe may ask for news. */
export interface CalendarOptions {
  readonly name: string;
  readonly refreshSeconds?: number;
}

const minutesPerDay = 1440;
const sequenceSince = Date.UTC(2020, 0, 1);
/** Neither line breaks nor tabs, which have their own escapes; no calendar takes these. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const controlCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** An iCalendar file (RFC 5545); the same items make the same text. */
export function calendarText(items: readonly CalendarItem[], { name, refreshSeconds = 900 }: CalendarOptions): string {
  const calendar = ical({ name: clean(name), prodId: { company: 'Cartera', product: 'Cartera' }, ttl: refreshSeconds });
  calendar.timezone({ name: null, generator: (timeZone) => timeZoneBlocks(timeZone)[0] ?? null });
  for (const item of items) calendar.createEvent(toEvent(item));
  return calendar.toString();
}

function toEvent(item: CalendarItem): ICalEventData {
  const { id, title, description, location, url, changedAt, alarmMinutes, done = false } = item;
  const changed = Temporal.Instant.fromEpochMilliseconds(changedAt);
  return {
    id: `${id}@cartera`,
    // Calendars keep the higher number, so it grows with time; seconds, as it has to fit 31 bits.
    sequence: Math.max(0, Math.floor((changedAt - sequenceSince) / 1000)),
    stamp: changed,
    lastModified: changed,
    summary: clean(done ? `✓ ${title}` : title),
    ...when(item),
    ...(description && { description: clean(description) }),
    ...(location && { location: clean(location) }),
    ...(url && URL.canParse(url) && { url: new URL(url).href }),
    ...(done && { transparency: ICalEventTransparency.TRANSPARENT }),
    ...(!done && typeof alarmMinutes === 'number' && { alarms: [ring(alarmMinutes)] }),
  };
}

function ring(minutes: number) {
  return { type: ICalAlarmType.display, triggerBefore: minutes * 60 } as const;
}

/**
 * Once: in UTC, which every calendar reads alike, whatever the zone's past. Again and again: in the zone, since it is the time on
 * the wall that repeats.
 */
function when(item: CalendarItem): Pick<ICalEventData, 'start' | 'end' | 'allDay' | 'timezone' | 'repeating'> {
  const { durationMinutes, allDay = false, timeZone, repeat, done = false } = item;
  const isRepeated = repeat !== null && repeat !== undefined && !done;
  const startsAt = isRepeated ? firstOccurrence(item, repeat) : item.startsAt;
  const repeating = isRepeated && { repeating: `RRULE:${repeatTextOf({ ...item, startsAt }, repeat)}` };
  if (allDay) {
    const start = Temporal.PlainDate.from(dateAt(startsAt, timeZone));
    const end = start.add({ days: Math.max(1, Math.ceil(durationMinutes / minutesPerDay)) });
    return { start, end, allDay, ...repeating };
  }
  const zone = isRepeated ? timeZone : 'UTC';
  const [start, end] = [zonedAt(startsAt, zone), zonedAt(startsAt + durationMinutes * 60_000, zone)];
  return { start, end, ...(isRepeated && { timezone: timeZone }), ...repeating };
}

/** A first time that the rule itself doesn't name would be shown beside the others. */
function firstOccurrence({ startsAt, timeZone }: CalendarItem, repeat: Repeat): number {
  const minute = 60_000;
  const start = { ...wallTimeAt(startsAt, timeZone), timeZone };
  return nextOccurrence(repeat, start, Math.floor(startsAt / minute) * minute - 1) ?? startsAt;
}

function repeatTextOf({ startsAt, timeZone, allDay = false }: CalendarItem, repeat: Repeat): string {
  const text = repeatText(repeat, { ...wallTimeAt(startsAt, timeZone), timeZone });
  if (repeat.until === undefined) return text;
  // Days end by dates; times, by a moment in UTC.
  const lastMoment = Temporal.Instant.fromEpochMilliseconds(spanOfDay(repeat.until, timeZone).to - 1000);
  const end = allDay ? repeat.until : lastMoment.toString({ smallestUnit: 'second' });
  return `${text};UNTIL=${end.replaceAll(/[-:]/g, '')}`;
}

function clean(text: string): string {
  return text.replaceAll(controlCharacters, '');
}
