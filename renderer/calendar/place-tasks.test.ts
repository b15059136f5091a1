import { describe, expect, it } from 'vitest';
import { fitTasks, placeTasks, tasksByDay } from '#renderer/calendar/place-tasks.ts';
import type { CalendarTask } from '#renderer/calendar/place-tasks.ts';

const zone = 'Europe/Madrid';
const at = (hour: number, minute = 0) => Date.UTC(2026, 10, 23, hour - 1, minute);
const task = (id: string, dueAt: number | null, durationMinutes: number | null = 60) =>
  ({ id, dueAt, durationMinutes, allDay: false }) as CalendarTask;

describe('tasks of a day', () => {
  it('stand by the clock on the wall, as long as they take', () => {
    const [placed] = placeTasks([task('a', at(9, 30), null)], zone);
    expect(placed).toMatchObject({ start: 570, minutes: 30, column: 0, columns: 1 });
  });

  it('stand beside each other at the same time, and alone otherwise', () => {
    const placed = placeTasks([task('a', at(9)), task('b', at(9, 30)), task('c', at(10)), task('d', at(12))], zone);
    const columns = placed.map((one) => [one.task.id, one.column, one.columns]);
    expect(columns).toEqual([
      ['a', 0, 2],
      ['b', 1, 2],
      ['c', 0, 2],
      ['d', 0, 1],
    ]);
  });

  it('are counted where more are at the same time than there is room for', () => {
    const many = ['a', 'b', 'c', 'd', 'e'].map((id) => task(id, at(9)));
    const { shown, crowds } = fitTasks(placeTasks([...many, task('f', at(12)), task('g', at(12))], zone), 3);
    expect(shown.map((one) => [one.task.id, one.column, one.columns])).toEqual([
      ['a', 0, 3],
      ['b', 1, 3],
      ['f', 0, 2],
      ['g', 1, 2],
    ]);
    expect(crowds).toEqual([{ start: 540, minutes: 60, count: 3 }]);
  });

  it('end with the day', () => {
    const [placed] = placeTasks([task('a', at(23, 30), 300)], zone);
    expect(placed?.minutes).toBe(30);
  });

  it('belong to the day of the shop', () => {
    const late = Date.UTC(2026, 10, 22, 23, 30);
    expect([...tasksByDay([task('a', late), task('b', null)], zone).keys()]).toEqual(['2026-11-23']);
  });
});
