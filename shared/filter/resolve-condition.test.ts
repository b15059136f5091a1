import { describe, expect, it } from 'vitest';
import { prepareFilter } from '#shared/filter/evaluate.ts';
import type { Condition } from '#shared/filter/filter.ts';
import type { FieldType } from '#shared/filter/operators.ts';

/** Whether a value of a type passes one condition, at a moment in a time zone. */
function passes(type: FieldType, value: unknown, condition: Omit<Condition, 'field'>, at: string, timeZone = 'UTC'): boolean {
  const catalogue = new Map([['f', { key: 'f', type, label: '' }]]);
  const prepared = prepareFilter({ all: [{ field: 'f', ...condition }] }, catalogue);
  if (prepared.type !== 'prepared') throw new Error(JSON.stringify(prepared.problems));
  return prepared.passes(() => value, { now: Date.parse(at), timeZone, me: null });
}

describe('a condition of the calendar', () => {
  it.each([
    // 2026-11-22 is a Sunday.
    ['today', undefined, ['2026-11-22'], ['2026-11-21', '2026-11-23']],
    ['yesterday', undefined, ['2026-11-21'], ['2026-11-22']],
    ['tomorrow', undefined, ['2026-11-23'], ['2026-11-22']],
    ['thisWeek', undefined, ['2026-11-16', '2026-11-22'], ['2026-11-15', '2026-11-23']],
    ['lastWeek', undefined, ['2026-11-09', '2026-11-15'], ['2026-11-08', '2026-11-16']],
    ['nextWeek', undefined, ['2026-11-23', '2026-11-29'], ['2026-11-22', '2026-11-30']],
    ['thisMonth', undefined, ['2026-11-01', '2026-11-30'], ['2026-10-31', '2026-12-01']],
    ['lastMonth', undefined, ['2026-10-01', '2026-10-31'], ['2026-09-30', '2026-11-01']],
    ['nextMonth', undefined, ['2026-12-01', '2026-12-31'], ['2026-11-30', '2027-01-01']],
    ['thisYear', undefined, ['2026-01-01', '2026-12-31'], ['2025-12-31', '2027-01-01']],
    ['lastYear', undefined, ['2025-01-01', '2025-12-31'], ['2024-12-31', '2026-01-01']],
    ['inLastDays', 2, ['2026-11-20', '2026-11-22'], ['2026-11-19', '2026-11-23']],
    ['inNextDays', 2, ['2026-11-22', '2026-11-24'], ['2026-11-21', '2026-11-25']],
    ['moreThanDaysAgo', 2, ['2026-11-19'], ['2026-11-20']],
    ['moreThanDaysAhead', 2, ['2026-11-25'], ['2026-11-24']],
    ['before', '2026-11-20', ['2026-11-19'], ['2026-11-20', '0000-01-01']],
    ['after', '2026-11-20', ['2026-11-21'], ['2026-11-20']],
    ['on', '2026-11-20', ['2026-11-20'], ['2026-11-21']],
    ['between', { from: '2026-11-20', to: '2026-11-21' }, ['2026-11-20', '2026-11-21'], ['2026-11-19', '2026-11-22']],
    ['anniversaryToday', undefined, ['1980-11-22', '0000-11-22'], ['1980-11-23']],
    ['anniversaryInNextDays', 40, ['1980-11-22', '0000-12-31', '1999-01-01'], ['1980-11-21', '1999-01-02']],
    ['anniversaryInNextDays', 365, ['1980-11-21'], []],
  ] as const)('%s %j', (is, value, within, outside) => {
    const condition = value === undefined ? { is } : { is, value };
    // Noon in Kiritimati is the day before in London: the shop's day counts.
    const at = ['2026-11-21T22:00:00Z', 'Pacific/Kiritimati'] as const;
    expect(within.filter((day) => !passes('date', day, condition, ...at))).toEqual([]);
    expect(outside.filter((day) => passes('date', day, condition, ...at))).toEqual([]);
    if (is.startsWith('anniversary')) return;
    const noons = (days: readonly string[]) => days.map((day) => Date.parse(`${day}T12:00:00Z`) - 14 * 3_600_000);
    expect(noons(within).filter((noon) => !passes('moment', noon, condition, ...at))).toEqual([]);
    if (is !== 'before') expect(noons(outside).filter((noon) => passes('moment', noon, condition, ...at))).toEqual([]);
  });

  it('greets who was born on the 29th of February on the 28th in other years', () => {
    const birthday = (at: string) => passes('date', '1980-02-29', { is: 'anniversaryToday' }, `${at}T12:00:00Z`);
    expect(['2026-02-28', '2026-03-01', '2028-02-28', '2028-02-29'].filter(birthday)).toEqual(['2026-02-28', '2028-02-29']);
  });

  it('counts days of 23 and 25 hours, and those that begin at one o’clock, as one', () => {
    const isToday = (moment: string, at: string, zone: string) => passes('moment', Date.parse(moment), { is: 'today' }, at, zone);
    // Madrid, 29 March and 25 October 2026; São Paulo, 4 November 2018, which began at 1:00.
    expect(isToday('2026-03-28T23:00:00Z', '2026-03-29T21:59:59Z', 'Europe/Madrid')).toBe(true);
    expect(isToday('2026-03-29T22:00:00Z', '2026-03-29T21:59:59Z', 'Europe/Madrid')).toBe(false);
    expect(isToday('2026-10-25T22:59:59Z', '2026-10-24T22:00:00Z', 'Europe/Madrid')).toBe(true);
    expect(isToday('2018-11-04T02:59:59Z', '2018-11-04T12:00:00Z', 'America/Sao_Paulo')).toBe(false);
    expect(isToday('2018-11-04T03:00:00Z', '2018-11-04T12:00:00Z', 'America/Sao_Paulo')).toBe(true);
  });

  it('goes with the clock from one day to the next, and from one minute to the next', () => {
    const catalogue = new Map([['due', { key: 'due', type: 'moment' as const, label: '' }]]);
    const ask = (condition: Condition) => {
      const prepared = prepareFilter({ all: [condition] }, catalogue);
      const due = Date.parse('2026-11-23T00:10:00Z');
      return ['2026-11-22T23:59:59.999Z', '2026-11-23T00:00:00Z', '2026-11-23T00:10:00Z', '2026-11-23T00:10:00.001Z'].map(
        (at) => prepared.type === 'prepared' && prepared.passes(() => due, { now: Date.parse(at), timeZone: 'UTC', me: null }),
      );
    };
    expect(ask({ field: 'due', is: 'today' })).toEqual([false, true, true, true]);
    expect(ask({ field: 'due', is: 'isPast' })).toEqual([false, false, false, true]);
    expect(ask({ field: 'due', is: 'inNextMinutes', value: 10 })).toEqual([false, true, true, false]);
  });
});

describe('a condition of texts', () => {
  it.each([
    ['is', 'ana ruiz', 'ÁNA  Ruíz', true],
    ['is', 'Πάολας', 'παολασ', true],
    ['is', 'Ёлка', 'елка', true],
    ['is', 'A', 'A+', false],
    ['contains', '50 €', 'hasta 50€', true],
    ['contains', 'ruiz', 'Ana', false],
    ['notContains', 'ruiz', '', true],
    ['startsWith', 'an', 'Ána', true],
    ['startsWith', 'na', 'Ána', false],
  ] as const)('%s %j of %j', (is, value, text, expected) => {
    expect(passes('text', text, { is, value }, '2026-11-22')).toBe(expected);
  });

  it('tells tags apart by the dots before them', () => {
    expect(passes('words', ['🟢 VIP'], { is: 'hasAnyOf', value: ['🔴 vip'] }, '2026-11-22')).toBe(false);
    expect(passes('words', ['🔴 VIP'], { is: 'hasAnyOf', value: ['🔴 vip'] }, '2026-11-22')).toBe(true);
  });
});
