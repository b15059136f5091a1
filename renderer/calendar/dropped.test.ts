import { describe, expect, it } from 'vitest';
import { droppedAt, snapped, timeText } from '#renderer/calendar/dropped.ts';
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
