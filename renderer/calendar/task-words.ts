import { useText } from '#renderer/app/text.ts';
import type { CalendarTask } from '#renderer/calendar/place-tasks.ts';
import { namesOnce, useTaskTitle } from '#renderer/task/task-title.ts';
import { useTimeWords } from '#renderer/task/time-words.ts';

/** `wordsOf(task)`: all there is to read of a task in the calendar, for tooltips and screen readers. */
export function useTaskWords(): (task: CalendarTask) => string {
  const t = useText();
  const titleOf = useTaskTitle();
  const words = useTimeWords();
  return (task) => {
    const { dueAt, allDay, leaveAt, partyTitle, dealTitle, location, assigneeName, isProjected } = task;
    const when = dueAt === null ? t('task.noDate') : words.due({ dueAt, allDay }, Date.now());
    const leave = leaveAt === null ? '' : t('task.leave', { time: words.time(leaveAt) });
    const about = [leave, location, assigneeName, isProjected ? t('calendar.projected') : ''].filter((part) => part !== '');
    const title = [...namesOnce([titleOf(task), partyTitle, dealTitle]), ...about].join(' · ');
    return t('calendar.task', { when, title });
  };
}

const colours = ['teal', 'blue', 'grape', 'orange', 'lime', 'pink', 'cyan', 'yellow', 'indigo', 'red'] as const;

/** The colour of each person's tasks where several are shown. */
export function personColour(userId: string, shown: readonly string[]): string {
  const index = Math.max(0, shown.indexOf(userId));
  return `var(--mantine-color-${colours[index % colours.length] ?? 'teal'}-6)`;
}
