import { describe, expect, it } from 'vitest';
import { readTypedDay, readTypedDue, writeTypedDue } from '#renderer/task/typed-due.ts';

/** A Sunday, ten in the morning in Madrid. */
const now = Date.UTC(2026, 10, 22, 9, 0);
const options = { locale: 'es-ES', timeZone: 'Europe/Madrid', now };

describe('a due moment as typed', () => {
  it('is the time on the wall of the shop, whatever the computer thinks', () => {
    const read = readTypedDue({ date: '23/11/2026', time: '9.30', allDay: false }, options);
    expect(read).toEqual({ type: 'due', dueAt: Date.UTC(2026, 10, 23, 8, 30), allDay: false, date: '2026-11-23' });
  });

  it('is for the whole day without a time, and today without a day', () => {
    expect(readTypedDue({ date: 'mañana', time: '', allDay: false }, options)).toMatchObject({
      allDay: true,
      date: '2026-11-23',
    });
    expect(readTypedDue({ date: '', time: '18', allDay: false }, options)).toMatchObject({ dueAt: Date.UTC(2026, 10, 22, 17) });
    expect(readTypedDue({ date: '', time: '', allDay: false }, options)).toMatchObject({ dueAt: null });
  });

  it('says what could not be read', () => {
    expect(readTypedDue({ date: 'soon', time: '', allDay: false }, options)).toEqual({ type: 'unreadable', part: 'date' });
    expect(readTypedDue({ date: '', time: '25:00', allDay: false }, options)).toEqual({ type: 'unreadable', part: 'time' });
  });

  it('is written as it can be read again', () => {
    const dueAt = Date.UTC(2026, 10, 23, 8, 30);
    expect(readTypedDue(writeTypedDue({ dueAt, allDay: false }, options), options)).toMatchObject({ dueAt, allDay: false });
  });
});

describe('a day as typed', () => {
  const today = '2026-11-22';
  it('may be a weekday, and then is the next one', () => {
    expect(readTypedDay('lunes', { locale: 'es-ES', today })).toBe('2026-11-23');
    expect(readTypedDay('domingo', { locale: 'es-ES', today })).toBe('2026-11-29');
    expect(readTypedDay('пятница', { locale: 'ru-RU', today })).toBe('2026-11-27');
  });

  it('may lack the year, and then lies ahead', () => {
    expect(readTypedDay('27/11', { locale: 'es-ES', today })).toBe('2026-11-27');
    expect(readTypedDay('3/2', { locale: 'es-ES', today })).toBe('2027-02-03');
    expect(readTypedDay('завтра', { locale: 'ru-RU', today })).toBe('2026-11-23');
  });
});
