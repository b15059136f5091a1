import { describe, expect, it } from 'vitest';
import { daysOfView, spanOfDays, stepDay } from '#renderer/calendar/calendar-range.ts';

describe('the days of a calendar', () => {
  it('are whole weeks from Monday on', () => {
    expect(daysOfView('week', '2026-11-22')).toEqual([
      '2026-11-16',
      '2026-11-17',
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
      '2026-11-22',
    ]);
    const month = daysOfView('month', '2026-11-22');
    expect([month[0], month.at(-1), month.length]).toEqual(['2026-10-26', '2026-12-06', 42]);
    expect(daysOfView('month', '2027-02-10')).toHaveLength(28);
  });

  it('are as long as they are where the clocks change', () => {
    const { from, to } = spanOfDays(['2026-10-25'], 'Europe/Madrid');
    expect((to - from) / 3_600_000).toBe(25);
  });

  it('go on by what is shown', () => {
    expect(stepDay('month', '2026-12-31', 1)).toBe('2027-01-01');
    expect(stepDay('month', '2026-01-31', -1)).toBe('2025-12-01');
    expect(stepDay('week', '2026-11-22', -1)).toBe('2026-11-15');
  });
});
