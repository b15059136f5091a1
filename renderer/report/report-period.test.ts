import { describe, expect, it } from 'vitest';
import { readPeriod } from '#renderer/report/report-period.ts';

const daysOf = (period: string, today: string) => {
  const { from, to } = readPeriod(new URLSearchParams({ period }), today);
  return `${from} ${to}`;
};

describe('the period of a report', () => {
  it('is whole months, quarters and years', () => {
    expect(daysOf('month', '2028-02-10')).toBe('2028-02-01 2028-02-29');
    expect(daysOf('lastMonth', '2026-01-31')).toBe('2025-12-01 2025-12-31');
    expect(daysOf('quarter', '2026-12-31')).toBe('2026-10-01 2026-12-31');
    expect(daysOf('quarter', '2026-05-01')).toBe('2026-04-01 2026-06-30');
    expect(daysOf('year', '2026-05-01')).toBe('2026-01-01 2026-12-31');
    expect(daysOf('nonsense', '2026-11-22')).toBe('2026-11-01 2026-11-30');
  });

  it('is wrong when it ends before it begins, lasts too long or is no date', () => {
    const isWrong = (from: string, to: string) =>
      readPeriod(new URLSearchParams({ period: 'own', from, to }), '2026-11-22').isWrong;
    expect(isWrong('2026-01-01', '2026-01-01')).toBe(false);
    expect(isWrong('2026-01-02', '2026-01-01')).toBe(true);
    expect(isWrong('1999-01-02', '2026-01-01')).toBe(true);
    expect(isWrong('', '2026-01-01')).toBe(true);
  });
});
