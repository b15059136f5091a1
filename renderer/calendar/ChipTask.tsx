import { UnstyledButton } from '@mantine/core';
import type { CSSProperties } from 'react';
import classes from '#renderer/calendar/CalendarTask.module.css';
import type { CalendarTask } from '#renderer/calendar/place-tasks.ts';
import { openCalendarTask } from '#renderer/calendar/use-calendar.ts';
import { personColour, useTaskWords } from '#renderer/calendar/task-words.ts';
import { useTaskTitle } from '#renderer/task/task-title.ts';
import { useTimeWords } from '#renderer/task/time-words.ts';
import { useNow } from '#renderer/task/use-now.ts';
import { overdueAtOf } from '#shared/task/overdue-at.ts';

interface ChipTaskProps {
  readonly task: CalendarTask;
  readonly people: readonly string[];
  readonly onDragStart?: (task: CalendarTask) => void;
}

/** A task in one line. */
export function ChipTask({ task, people, onDragStart }: ChipTaskProps) {
  const wordsOf = useTaskWords();
  const titleOf = useTaskTitle();
  const words = useTimeWords();
  const now = useNow();
  const { dueAt, allDay, status, isProjected } = task;
  const isDraggable = onDragStart !== undefined && status === 'open' && !isProjected;
  return (
    <UnstyledButton
      className={classes.task}
      style={{ '--person': personColour(task.assigneeId, people), touchAction: 'auto' } as CSSProperties}
      title={wordsOf(task)}
      aria-label={wordsOf(task)}
      data-calendar-task={task.id}
      data-late={(status === 'open' && !isProjected && (overdueAtOf(task) ?? now) < now) || undefined}
      data-done={status === 'done' || undefined}
      data-projected={isProjected || undefined}
      draggable={isDraggable}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', task.id);
        onDragStart?.(task);
      }}
      onClick={() => void openCalendarTask(task)}
    >
      <div className={classes.line}>
        {dueAt !== null && !allDay && <b>{words.time(dueAt)} </b>}
        {titleOf(task)}
      </div>
    </UnstyledButton>
  );
}
