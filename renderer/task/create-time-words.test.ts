import { describe, expect, it } from 'vitest';
import { createTimeWords } from '#renderer/task/create-time-words.ts';

const now = Date.UTC(2026, 10, 22, 9, 0);
const words = createTimeWords('es-ES', 'Europe/Madrid');

describe('words of time', () => {
  it('name near days and write others with their weekday', () => {
    expect(words.day('2026-11-22', now)).toBe('hoy');
    expect(words.day('2026-11-23', now)).toBe('mañana');
    expect(words.day('2026-11-27', now)).toMatch(/vie.*27.*nov/);
    expect(words.day('2027-01-05', now)).toMatch(/2027/);
  });

  it('tell the time of the shop and leave it out where a task is due all day', () => {
    const dueAt = Date.UTC(2026, 10, 23, 8, 15);
    expect(words.due({ dueAt, allDay: false }, now)).toBe('Mañana, 09:15');
    expect(words.due({ dueAt, allDay: true }, now)).toBe('Mañana');
  });

  it('count what is late in whole units', () => {
    expect(words.span(20_000)).toBe('1 minuto');
    expect(words.span(3 * 3_600_000 + 5)).toBe('3 horas');
    expect(words.span(49 * 3_600_000)).toBe('2 días');
  });
});
