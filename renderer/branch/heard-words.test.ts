import { describe, expect, it } from 'vitest';
import { heardWords } from '#renderer/branch/heard-words.ts';
import { createTimeWords } from '#renderer/task/create-time-words.ts';

const timeZone = 'Europe/Madrid';
const now = Date.parse('2026-11-22T15:00:00+01:00');
const said = (at: string, locale = 'en-ES') =>
  heardWords(Date.parse(at), now, { words: createTimeWords(locale, timeZone), locale, timeZone });

describe('when a branch was heard of last', () => {
  it('is said with the time today and yesterday', () => {
    expect(said('2026-11-22T14:05:00+01:00')).toBe('Today, 14:05');
    expect(said('2026-11-21T23:59:00+01:00')).toBe('Yesterday, 23:59');
    expect(said('2026-11-22T14:05:00+01:00', 'ru-RU')).toBe('Сегодня, 14:05');
  });

  it('is said in days by the calendar, not by 24 hours', () => {
    expect(said('2026-11-20T23:59:00+01:00')).toBe('2 days ago');
    expect(said('2026-10-23T00:00:00+02:00')).toBe('30 days ago');
  });

  it('is a date when it was more than a month ago', () => {
    expect(said('2026-10-22T12:00:00+02:00')).toBe('Thu, 22 Oct');
    expect(said('2025-03-01T12:00:00+01:00')).toBe('1 Mar 2025');
  });
});
