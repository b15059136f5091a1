import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { Step } from '#renderer/calendar/dropped.ts';
import { steppedTo } from '#renderer/calendar/dropped.ts';
import type { CalendarTask } from '#renderer/calendar/place-tasks.ts';
import { useTaskWords } from '#renderer/calendar/task-words.ts';
import { useZone } from '#renderer/task/use-zone.ts';
import type { TaskInput } from '#shared/task/contract.ts';
import { dateAt } from '#shared/time/zone.ts';

/** Several steps one after another are one change, saved when no more follow. */
const pauseMs = 1200;

interface Moving {
  readonly task: CalendarTask;
  readonly changes: TaskInput & { readonly dueAt: number };
}

interface KeyMovesOptions {
  readonly tasks: readonly CalendarTask[];
  readonly days: readonly string[];
  readonly save: (task: CalendarTask, changes: TaskInput) => Promise<void>;
  /** Shows another day's part of the calendar. */
  readonly onDay: (day: string) => void;
}

/** Tasks moved from the keyboard: shown where they go at once, said to screen readers, and saved after the last step. */
export function useKeyMoves({ tasks, days, save, onDay }: KeyMovesOptions) {
  const timeZone = useZone();
  const wordsOf = useTaskWords();
  const [moving, setMoving] = useState<Moving | null>(null);
  const [said, setSaid] = useState('');
  const timer = useRef<number>(undefined);
  const shown = useMemo(() => withMoved(tasks, moving), [tasks, moving]);
  const finish = () => {
    window.clearTimeout(timer.current);
    if (moving === null) return;
    const over = () => setMoving((now) => (now === moving ? null : now));
    void save(moving.task, moving.changes).then(over, over);
  };
  const finishLater = useEffectEvent(finish);
  useEffect(() => {
    timer.current = window.setTimeout(finishLater, pauseMs);
    return () => window.clearTimeout(timer.current);
  }, [moving]);
  useEffect(() => () => finishLater(), []);
  useFocusKept(moving?.task.id, shown);
  const step = (id: string, by: Step) => {
    const task = shown.find((one) => one.id === id);
    if (task === undefined || task.status !== 'open' || task.isProjected) return;
    if (moving !== null && moving.task.id !== id) finish();
    const changes = steppedTo(task, by, timeZone);
    setMoving((now) => ({ task: now?.task.id === id ? now.task : task, changes }));
    setSaid(wordsOf({ ...task, ...changes }));
    const day = dateAt(changes.dueAt, timeZone);
    if (!days.includes(day)) onDay(day);
  };
  return { shown, step, said };
}

function withMoved(tasks: readonly CalendarTask[], moving: Moving | null): readonly CalendarTask[] {
  if (moving === null) return tasks;
  const { task, changes } = moving;
  return [...tasks.filter(({ id }) => id !== task.id), { ...task, ...changes } as CalendarTask];
}

/** A task that goes to another day is another element there: it gets the focus back. */
function useFocusKept(id: string | undefined, shown: readonly CalendarTask[]): void {
  useEffect(() => {
    if (id === undefined || (document.activeElement !== null && document.activeElement !== document.body)) return;
    document.querySelector<HTMLElement>(`[data-calendar-task="${CSS.escape(id)}"]`)?.focus();
  }, [id, shown]);
}
