import { describe, expect, it } from 'vitest';
import { droppedAt, snapped, steppedTo, timeText } from '#renderer/calendar/dropped.ts';
import type { CalendarTask } from '#renderer/calendar/place-tasks.ts';

const timeZone = 'Europe/Madrid';
const task = { dueAt: Date.UTC(2026, 9, 24, 8, 0), leaveAt: Date.UTC(2026, 9, 24, 7, 30), allDay: false } as CalendarTask;

describe('a task dropped elsewhere', () => {
  it('keeps the time on the wall over the change of the clocks', () => {
    // Ten o'clock on the 24th is two hours from UTC, on the 26th one.
    expect(droppedAt(task, { day: '2026-10-26', timeZone }).dueAt).toBe(Date.UTC(2026, 9, 26, 9, 0));
  });

  it('takes the hour it was dropped on, and leaves as long before', () => {
    const changes = droppedAt(task, { day: '2026-10-24', start: 15 * 60, timeZone });
    expect(changes).toEqual({ dueAt: Date.UTC(2026, 9, 24, 13), leaveAt: Date.UTC(2026, 9, 24, 12, 30), allDay: false });
  });

  it('goes by quarters of an hour and stays within the day', () => {
    expect(snapped(22)).toBe(15);
    expect(timeText(-30)).toBe('00:00');
    expect(timeText(1500)).toBe('23:45');
  });
});

describe('a task moved by steps', () => {
  const at = (hour: number, minute = 0, changes: Partial<CalendarTask> = {}) =>
    ({ dueAt: Date.UTC(2026, 9, 24, hour - 2, minute), leaveAt: null, allDay: false, ...changes }) as CalendarTask;

  it('goes to the next quarter of the clock, or the one before', () => {
    expect(steppedTo(at(10, 7), { days: 0, quarters: 1 }, timeZone).dueAt).toBe(at(10, 15).dueAt);
    expect(steppedTo(at(10, 7), { days: 0, quarters: -1 }, timeZone).dueAt).toBe(at(10).dueAt);
    expect(steppedTo(at(10), { days: 0, quarters: -1 }, timeZone).dueAt).toBe(at(9, 45).dueAt);
  });

  it('goes over midnight to the next day, or the one before', () => {
    expect(steppedTo(at(23, 45), { days: 0, quarters: 1 }, timeZone).dueAt).toBe(at(24).dueAt);
    expect(steppedTo(at(0), { days: 0, quarters: -1 }, timeZone).dueAt).toBe(at(-1, 45).dueAt);
  });

  it('keeps its minute on another day, and stays for the whole day', () => {
    expect(steppedTo(at(10, 7), { days: -7, quarters: 0 }, timeZone).dueAt).toBe(Date.UTC(2026, 9, 17, 8, 7));
    const allDay = steppedTo(at(12, 0, { allDay: true }), { days: 1, quarters: 0 }, timeZone);
    expect(allDay).toMatchObject({ dueAt: Date.UTC(2026, 9, 25, 11), allDay: true });
    expect(steppedTo(at(12, 0, { allDay: true }), { days: 0, quarters: 1 }, timeZone).dueAt).toBe(at(12).dueAt);
  });
});
