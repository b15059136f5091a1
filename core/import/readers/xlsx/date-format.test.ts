import { describe, expect, it } from 'vitest';
import { findDateKind, findDateKindOfCode } from './date-format.ts';
import { formatSerialDate } from './serial-date.ts';

describe('number formats', () => {
  it.each([
    ['dd/mm/yyyy', 'date'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'date'],
    ['[$-408]d\\-mmm\\-yy;@', 'date'],
    ['mmmm', 'date'],
    ['d/m/yy h:mm AM/PM', 'dateTime'],
    ['[h]:mm:ss', 'time'],
    ['mm:ss.0', 'time'],
    ['General', undefined],
    ['Standard', undefined],
    ['@', undefined],
    ['0.00E+00', undefined],
    ['#,##0.00 "дн."', undefined],
    ['_-* #,##0.00\\ [$Ds-41D]_-', undefined],
    ['[Red]0;[Blue]-0', undefined],
    ['"saldo: "0', undefined],
  ])('takes %s for %s', (code, kind) => {
    expect(findDateKindOfCode(code)).toBe(kind);
  });

  it('knows the built-in dates, unless the file gives their numbers another meaning', () => {
    expect([14, 22, 45, 57, 0, 49].map((id) => findDateKind(id, undefined))).toEqual([
      'date',
      'dateTime',
      'time',
      'date',
      undefined,
      undefined,
    ]);
    expect(findDateKind(14, '0.00')).toBeUndefined();
  });
});

describe('day numbers', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [36526, '2000-01-01'],
    [0, null],
    [-1, undefined],
    [3_000_000, undefined],
  ])('%d is %s', (serial, date) => {
    expect(formatSerialDate({ serial, kind: 'date', is1904: false })).toBe(date);
  });

  it('keeps the time of day where it is shown', () => {
    expect(formatSerialDate({ serial: 44227.999988, kind: 'dateTime', is1904: false })).toBe('2021-01-31T23:59');
    expect(formatSerialDate({ serial: 1.5, kind: 'time', is1904: false })).toBe('36:00');
  });
});
