import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { calendarText } from './ics.ts';
import type { CalendarItem } from './ics.ts';

const utc = (text: string) => Date.parse(text);
const visit: CalendarItem = {
  id: '0190aaaa',
  title: 'Measure, at Ana’s; 3 windows',
  startsAt: utc('2026-11-23T08:30:00Z'),
  durationMinutes: 45,
  timeZone: 'Europe/Madrid',
  changedAt: utc('2026-11-22T10:00:00Z'),
};

/** Reads it as another program's calendar would, which knows no zone but those that the file brings. */
function readBack(items: readonly CalendarItem[]) {
  ICAL.TimezoneService.reset();
  const text = calendarText(items, { name: 'Cartera · Ana' });
  const root = new ICAL.Component(ICAL.parse(text) as unknown[]);
  for (const zone of root.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const events = root.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  return { text, root, events, event: events[0] as ICAL.Event };
}

function moments(event: ICAL.Event, limit = 10): readonly string[] {
  const found: string[] = [];
  const iterator = event.iterator();
  while (found.length < limit) {
    // Null at the end, whatever its type says.
    const next = iterator.next() as ICAL.Time | null;
    if (!next) break;
    found.push(next.toJSDate().toISOString().slice(0, 16));
  }
  return found;
}

describe('a calendar file', () => {
  it('says what, when and where, and is read as it was meant', () => {
    const description = 'Bring the laser.\nDoor code: 1,2;3\\4 '.repeat(8);
    const { event, text, root } = readBack([
      { ...visit, description, location: 'Calle Mayor 3, 2ºB', url: 'http://127.0.0.1:1/#/a' },
    ]);
    expect(event.uid).toBe('0190aaaa@cartera');
    expect(event.summary).toBe(visit.title);
    expect(event.description).toBe(description);
    expect(event.location).toBe('Calle Mayor 3, 2ºB');
    expect(event.startDate.toJSDate().getTime()).toBe(visit.startsAt);
    expect(event.endDate.toJSDate().getTime()).toBe(visit.startsAt + 45 * 60_000);
    expect(event.component.getFirstPropertyValue('url')).toBe('http://127.0.0.1:1/#/a');
    expect(root.getFirstPropertyValue('x-wr-calname')).toBe('Cartera · Ana');
    expect(text).toContain('DTSTART:20261123T083000Z\r\n');
  });

  it('has no line longer than 75 octets, also where letters take several', () => {
    const { text, event } = readBack([{ ...visit, title: 'Замер окон у Анны Петровны, '.repeat(12).trim() }]);
    expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(event.summary).toBe('Замер окон у Анны Петровны, '.repeat(12).trim());
  });

  it('keeps the time on the wall of what repeats, by the zone that it brings', () => {
    const startsAt = utc('2026-03-16T08:00:00Z');
    const { event, root } = readBack([{ ...visit, startsAt, repeat: { every: 1, unit: 'week', count: 3 } }]);
    expect(root.getAllSubcomponents('vtimezone')).toHaveLength(1);
    expect(event.startDate.zone.tzid).toBe('Europe/Madrid');
    expect(moments(event)).toEqual(['2026-03-16T08:00', '2026-03-23T08:00', '2026-03-30T07:00']);
  });

  it('repeats in zones without summer time, to the end of the last day there', () => {
    const startsAt = utc('2026-11-20T02:30:00Z');
    const repeat = { every: 1, unit: 'day', until: '2026-11-21' } as const;
    const { event } = readBack([{ ...visit, startsAt, timeZone: 'America/Sao_Paulo', repeat }]);
    expect(moments(event)).toEqual(['2026-11-20T02:30', '2026-11-21T02:30', '2026-11-22T02:30']);
  });

  it('begins with the first time that the rule names', () => {
    const { event } = readBack([{ ...visit, repeat: { every: 1, unit: 'week', days: [3], count: 2 } }]);
    expect(moments(event)).toEqual(['2026-11-25T08:30', '2026-12-02T08:30']);
  });

  it('takes the last day of a month without a 31st', () => {
    const startsAt = utc('2027-01-31T11:00:00Z');
    const { event } = readBack([{ ...visit, startsAt, repeat: { every: 1, unit: 'month', count: 3 } }]);
    expect(moments(event)).toEqual(['2027-01-31T11:00', '2027-02-28T11:00', '2027-03-31T10:00']);
  });

  it('gives whole days by their date, wherever the reader is', () => {
    const startsAt = utc('2026-11-22T23:00:00Z');
    const { event, text } = readBack([{ ...visit, startsAt, durationMinutes: 2 * 1440, allDay: true }]);
    expect(event.startDate.toString()).toBe('2026-11-23');
    expect(event.endDate.toString()).toBe('2026-11-25');
    expect(text).not.toContain('VTIMEZONE');
    const daily = readBack([{ ...visit, startsAt, allDay: true, repeat: { every: 1, unit: 'day', until: '2026-11-24' } }]);
    expect(daily.text).toContain('UNTIL=20261124\r\n');
    expect(moments(daily.event)).toHaveLength(2);
  });

  it('rings before, and no more once done', () => {
    const alarmOf = (item: CalendarItem) => readBack([item]).event.component.getFirstSubcomponent('valarm');
    const trigger = alarmOf({ ...visit, alarmMinutes: 15 })?.getFirstPropertyValue('trigger');
    expect(String(trigger)).toBe('-PT15M');
    expect(alarmOf({ ...visit, alarmMinutes: 15, done: true })).toBeNull();
    expect(alarmOf({ ...visit, alarmMinutes: 0 })).not.toBeNull();
    const { event } = readBack([{ ...visit, done: true, repeat: { every: 1, unit: 'day' } }]);
    expect(event.summary).toBe(`✓ ${visit.title}`);
    expect(event.isRecurring()).toBe(false);
    expect(event.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
  });

  it('is the same text for the same items, and a higher sequence after a change', () => {
    expect(calendarText([visit], { name: 'A' })).toBe(calendarText([visit], { name: 'A' }));
    const later = readBack([visit, { ...visit, changedAt: visit.changedAt + 1000 }]).events;
    expect(later[1]?.sequence).toBe((later[0]?.sequence ?? 0) + 1);
    expect(later[1]?.component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-11-22T10:00:01Z');
  });

  it('lets no text break out of its line', () => {
    const title = 'Call\r\nEND:VEVENT\u0000\nATTACH:http://evil';
    const { events, event } = readBack([{ ...visit, title, url: 'javascript\r\nATTACH:x' }]);
    expect(events).toHaveLength(1);
    expect(event.component.getFirstProperty('attach')).toBeNull();
    expect(event.summary).toBe('Call\nEND:VEVENT\nATTACH:http://evil');
  });
});
