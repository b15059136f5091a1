import { describe, expect, it } from 'vitest';
import { readTypedDateTime, readTypedDay, writeTypedDateTime } from '#renderer/date/typed-date-time.ts';

const today = '2026-11-22';

describe('a day and a time typed in one field', () => {
  it.each([
    ['25/11/2026 9:30', 'es-ES', '2026-11-25T09:30'],
    ['25/11/2026, 09.30', 'es-ES', '2026-11-25T09:30'],
    ['25.11.2026 9:30', 'ru-RU', '2026-11-25T09:30'],
    ['25.11 18:05', 'ru-RU', '2026-11-25T18:05'],
    ['25 nov 9h', 'es-ES', '2026-11-25T09:00'],
    ['3/14/2027 2:30 pm', 'en-US', '2027-03-14T14:30'],
    ['2/1 8:00', 'es-ES', '2027-01-02T08:00'],
    ['9:30', 'el-GR', '2026-11-22T09:30'],
    ['2026-11-24T10:00', 'pt-BR', '2026-11-24T10:00'],
  ])('reads %s in %s', (text, locale, iso) => {
    expect(readTypedDateTime(text, { locale, today })).toBe(iso);
  });

  it.each(['25/11/2026', 'soon', '31/2/2026 9:30', '25/11/2026 25:00', ''])('refuses %s', (text) => {
    expect(readTypedDateTime(text, { locale: 'es-ES', today })).toBeNull();
  });

  it('reads back what it writes', () => {
    for (const locale of ['es-ES', 'pt-BR', 'el-GR', 'ru-RU', 'en-US', 'en-GB']) {
      expect(readTypedDateTime(writeTypedDateTime('2026-03-04T07:05', locale), { locale, today })).toBe('2026-03-04T07:05');
    }
  });

  it('takes a day without a year for the next one, or the last', () => {
    expect(readTypedDay('22/11', { locale: 'es-ES', today })).toBe('2026-11-22');
    expect(readTypedDay('21/11', { locale: 'es-ES', today })).toBe('2027-11-21');
    expect(readTypedDay('21/11', { locale: 'es-ES', today, isPast: true })).toBe('2026-11-21');
    expect(readTypedDay('23/11', { locale: 'es-ES', today, isPast: true })).toBe('2025-11-23');
    expect(readTypedDay('21/11/2026', { locale: 'es-ES', today })).toBe('2026-11-21');
  });
});
