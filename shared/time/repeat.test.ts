import { describe, expect, it } from 'vitest';
import { nextOccurrence, occurrencesBetween, repeatSchema, repeatText } from './repeat.ts';
import type { Repeat, RepeatStart } from './repeat.ts';
import { wallTimeAt } from './zone.ts';

const utc = (text: string) => Date.parse(text);
const startAt = (date: string, time = '09:00', timeZone = 'Europe/Madrid'): RepeatStart => ({ date, time, timeZone });

/** What the wall says at every occurrence within some years. */
function walls(repeat: Repeat, start: RepeatStart, years = 5): readonly string[] {
  const from = utc(`${start.date}T00:00:00Z`) - 86_400_000;
  const found = occurrencesBetween(repeat, start, { from, to: from + years * 366 * 86_400_000 });
  return found.map((at) => {
    const { date, time } = wallTimeAt(at, start.timeZone);
    return `${date} ${time}`;
  });
}

describe('what repeats', () => {
  it('stays at its time on the wall when the clocks change', () => {
    const moments = occurrencesBetween({ every: 1, unit: 'day' }, startAt('2026-03-27'), {
      from: utc('2026-03-28T00:00:00Z'),
      to: utc('2026-03-31T00:00:00Z'),
    });
    expect(moments.map((at) => new Date(at).toISOString().slice(0, 16))).toEqual([
      '2026-03-28T08:00',
      '2026-03-29T07:00',
      '2026-03-30T07:00',
    ]);
  });

  it('leaves no day out when its time is leapt over, and comes once when its time comes twice', () => {
    const everyNight: Repeat = { every: 1, unit: 'day', count: 3 };
    expect(walls(everyNight, startAt('2026-03-28', '02:30'))).toEqual([
      '2026-03-28 02:30',
      '2026-03-29 03:30',
      '2026-03-30 02:30',
    ]);
    expect(walls(everyNight, startAt('2026-10-24', '02:30'))).toEqual([
      '2026-10-24 02:30',
      '2026-10-25 02:30',
      '2026-10-26 02:30',
    ]);
  });

  it('is plain where there is no summer time', () => {
    for (const zone of ['America/Sao_Paulo', 'Asia/Yekaterinburg'])
      expect(walls({ every: 26, unit: 'week', count: 3 }, startAt('2026-01-05', '23:45', zone))).toEqual([
        '2026-01-05 23:45',
        '2026-07-06 23:45',
        '2027-01-04 23:45',
      ]);
  });

  it('takes the last day of a month that has no 31st', () => {
    const expected = ['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30', '2027-05-31'].map((date) => `${date} 09:00`);
    expect(walls({ every: 1, unit: 'month', count: 5 }, startAt('2027-01-31'))).toEqual(expected);
    expect(walls({ every: 1, unit: 'month', dayOfMonth: 31, until: '2027-05-31' }, startAt('2027-01-10'))).toEqual(expected);
    expect(walls({ every: 1, unit: 'month', dayOfMonth: 30, count: 2 }, startAt('2028-01-31'))).toEqual([
      '2028-02-29 09:00',
      '2028-03-30 09:00',
    ]);
  });

  it('keeps a day born on the 29th of February in every year', () => {
    expect(walls({ every: 1, unit: 'year', count: 5 }, startAt('2024-02-29'))).toEqual(
      ['2024-02-29', '2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29'].map((date) => `${date} 09:00`),
    );
  });

  it('comes on the chosen weekdays of every second week', () => {
    expect(walls({ every: 2, unit: 'week', days: [5, 1], count: 4 }, startAt('2026-11-20'))).toEqual(
      ['2026-11-20', '2026-11-30', '2026-12-04', '2026-12-14'].map((date) => `${date} 09:00`),
    );
  });

  it('includes the last day in full, by the clock of its zone', () => {
    const rule: Repeat = { every: 1, unit: 'day', until: '2026-11-21' };
    expect(walls(rule, startAt('2026-11-20', '23:59', 'America/Sao_Paulo'))).toEqual(['2026-11-20 23:59', '2026-11-21 23:59']);
  });

  it('finds what comes next, and that nothing comes any more', () => {
    const rule: Repeat = { every: 1, unit: 'week', count: 2 };
    const start = startAt('2026-11-20');
    expect(nextOccurrence(rule, start, utc('2026-11-20T07:59:59Z'))).toBe(utc('2026-11-20T08:00:00Z'));
    expect(nextOccurrence(rule, start, utc('2026-11-20T08:00:00Z'))).toBe(utc('2026-11-27T08:00:00Z'));
    expect(nextOccurrence(rule, start, utc('2026-11-27T08:00:00Z'))).toBeNull();
  });

  it('finds the next one of a rule that began decades ago', () => {
    const next = nextOccurrence({ every: 1, unit: 'day' }, startAt('1990-01-01'), utc('2026-11-20T12:00:00Z'));
    expect(next).toBe(utc('2026-11-21T08:00:00Z'));
  });

  it('is written as RFC 5545 has it', () => {
    expect(repeatText({ every: 2, unit: 'week', days: [5, 1] }, startAt('2026-11-20'))).toBe(
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;WKST=MO',
    );
    expect(repeatText({ every: 1, unit: 'month', dayOfMonth: 31, count: 3 }, startAt('2026-11-20'))).toBe(
      'FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=-1;COUNT=3',
    );
    expect(repeatText({ every: 1, unit: 'month', dayOfMonth: 30 }, startAt('2026-11-20'))).toBe(
      'FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=28,29,30;BYSETPOS=-1',
    );
    expect(repeatText({ every: 1, unit: 'year' }, startAt('2024-02-29'))).toBe('FREQ=YEARLY;INTERVAL=1;BYMONTH=2;BYMONTHDAY=-1');
  });

  it('refuses what does not go together', () => {
    const isFine = (rule: unknown) => repeatSchema.safeParse(rule).success;
    expect(isFine({ every: 1, unit: 'month', dayOfMonth: 31 })).toBe(true);
    expect(isFine({ every: 1, unit: 'month', days: [1] })).toBe(false);
    expect(isFine({ every: 1, unit: 'week', dayOfMonth: 3 })).toBe(false);
    expect(isFine({ every: 1, unit: 'day', until: '2026-11-20', count: 3 })).toBe(false);
    expect(isFine({ every: 0, unit: 'day' })).toBe(false);
    expect(isFine({ every: 1, unit: 'day', until: '2026-02-30' })).toBe(false);
  });
});
