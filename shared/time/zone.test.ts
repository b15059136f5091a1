import { describe, expect, it } from 'vitest';
import { dateAt, endOfDay, isTimeZone, momentOf, spanOfDay, startOfDay, timeZoneOf, wallTimeAt } from './zone.ts';

const hour = 3_600_000;
const utc = (text: string) => Date.parse(text);

describe('time zones', () => {
  it('knows the names of zones, and takes nothing else for one', () => {
    for (const name of ['Europe/Madrid', 'America/Sao_Paulo', 'Asia/Yekaterinburg', 'UTC']) expect(isTimeZone(name)).toBe(true);
    for (const name of ['', 'Madrid', '+03:00', 'Europe/Nowhere', 'Europe/Madrid; x']) expect(isTimeZone(name)).toBe(false);
  });

  it("means the computer's zone where none is set", () => {
    expect(timeZoneOf('Asia/Yekaterinburg')).toBe('Asia/Yekaterinburg');
    expect(timeZoneOf('')).toBe(new Intl.DateTimeFormat().resolvedOptions().timeZone);
    expect(timeZoneOf('Mars/Base')).toBe(timeZoneOf(''));
  });

  it('reads the clock on the wall and finds the moment again', () => {
    const at = utc('2026-11-22T23:30:00Z');
    expect(wallTimeAt(at, 'Europe/Madrid')).toEqual({ date: '2026-11-23', time: '00:30' });
    expect(wallTimeAt(at, 'America/Sao_Paulo')).toEqual({ date: '2026-11-22', time: '20:30' });
    expect(wallTimeAt(at, 'Asia/Yekaterinburg')).toEqual({ date: '2026-11-23', time: '04:30' });
    for (const zone of ['Europe/Madrid', 'America/Sao_Paulo', 'Asia/Yekaterinburg'])
      expect(momentOf(wallTimeAt(at, zone), zone)).toBe(at);
  });

  it('takes a leapt-over time as an hour later, and the first of two', () => {
    expect(momentOf({ date: '2026-03-29', time: '02:30' }, 'Europe/Madrid')).toBe(utc('2026-03-29T01:30:00Z'));
    expect(momentOf({ date: '2026-10-25', time: '02:30' }, 'Europe/Madrid')).toBe(utc('2026-10-25T00:30:00Z'));
  });

  it('gives days 23 and 25 hours where summer time begins and ends', () => {
    const hoursOf = (date: string, zone: string) => {
      const { from, to } = spanOfDay(date, zone);
      return (to - from) / hour;
    };
    expect(hoursOf('2026-03-29', 'Europe/Madrid')).toBe(23);
    expect(hoursOf('2026-10-25', 'Europe/Madrid')).toBe(25);
    expect(hoursOf('2026-10-25', 'America/Sao_Paulo')).toBe(24);
  });

  it('begins a day at one in the morning where midnight was leapt over', () => {
    expect(spanOfDay('2018-11-04', 'America/Sao_Paulo')).toEqual({
      from: utc('2018-11-04T03:00:00Z'),
      to: utc('2018-11-05T02:00:00Z'),
    });
  });

  it('ends a day one millisecond before the next', () => {
    const at = utc('2026-10-25T12:00:00Z');
    expect(dateAt(at, 'Europe/Madrid')).toBe('2026-10-25');
    expect(startOfDay(at, 'Europe/Madrid')).toBe(utc('2026-10-24T22:00:00Z'));
    expect(endOfDay(at, 'Europe/Madrid')).toBe(utc('2026-10-25T22:59:59.999Z'));
  });
});
