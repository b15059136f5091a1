import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useText } from '#renderer/app/text.ts';
import type { CalendarProps } from '#renderer/calendar/calendar-props.ts';
import { ChipTask } from '#renderer/calendar/ChipTask.tsx';
import { droppedAt } from '#renderer/calendar/dropped.ts';
import classes from '#renderer/calendar/MonthGrid.module.css';
import type { CalendarTask } from '#renderer/calendar/place-tasks.ts';
import { useArrowKeys } from '#renderer/calendar/use-arrow-keys.ts';
import { useLocale } from '#renderer/date/locale.ts';
import { openNewTask } from '#renderer/task/open-task.ts';
import { weekdayNames } from '#renderer/task/repeat-words.ts';
import { useTimeWords } from '#renderer/task/time-words.ts';
import { useNow } from '#renderer/task/use-now.ts';
import { useZone } from '#renderer/task/use-zone.ts';
import { dateAt, momentOf } from '#shared/time/zone.ts';

const shownInDay = 3;

/** A month in weeks; a task is dragged to another day and keeps its time. */
export function MonthGrid(props: CalendarProps) {
  const t = useText();
  const locale = useLocale();
  const dragged = useRef<CalendarTask | null>(null);
  const onKeyDown = useArrowKeys(
    props.canEdit ? (id, right, down) => props.step(id, { days: right + down * 7, quarters: 0 }) : undefined,
  );
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the tasks in it are buttons; here the arrows between them are heard
    <div className={classes.month} role="group" aria-label={t('calendar.grid')} onKeyDown={onKeyDown}>
      {weekdayNames(locale).map((name) => (
        <div key={name} className={classes.weekday}>
          {name}
        </div>
      ))}
      {props.days.map((day) => (
        <Cell key={day} cell={day} {...props} dragged={dragged} />
      ))}
    </div>
  );
}

interface CellProps extends CalendarProps {
  readonly cell: string;
  readonly dragged: { current: CalendarTask | null };
}

function Cell({ cell, day, byDay, people, canEdit, change, onDay, dragged }: CellProps) {
  const t = useText();
  const timeZone = useZone();
  const words = useTimeWords();
  const isToday = cell === dateAt(useNow(), timeZone);
  const [isOver, setOver] = useState(false);
  const tasks = byDay.get(cell) ?? [];
  const shown = tasks.length > shownInDay + 1 ? tasks.slice(0, shownInDay) : tasks;
  const drop = () => {
    setOver(false);
    const task = dragged.current;
    dragged.current = null;
    if (task !== null) change(task, droppedAt(task, { day: cell, timeZone }));
  };
  return (
    <div
      className={classes.cell}
      data-day={cell}
      data-today={isToday || undefined}
      data-outside={cell.slice(0, 7) !== day.slice(0, 7) || undefined}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div className={classes.head}>
        <UnstyledButton className={classes.number} aria-label={words.longDay(cell)} onClick={() => onDay(cell)}>
          {Number(cell.slice(8))}
        </UnstyledButton>
        {canEdit && (
          <ActionIcon
            className={classes.add ?? ''}
            size={20}
            variant="subtle"
            color="gray"
            aria-label={t('calendar.addAt', { day: words.longDay(cell) })}
            onClick={() => openNewTask({ dueAt: momentOf({ date: cell, time: '12:00' }, timeZone), allDay: true })}
          >
            <IconPlus size={14} aria-hidden />
          </ActionIcon>
        )}
      </div>
      {shown.map((task) => (
        <ChipTask
          key={task.id}
          task={task}
          people={people}
          {...(canEdit ? { onDragStart: (one: CalendarTask) => (dragged.current = one) } : {})}
        />
      ))}
      {tasks.length > shown.length && (
        <UnstyledButton className={classes.more} onClick={() => onDay(cell)}>
          {t('calendar.more', { count: tasks.length - shown.length })}
        </UnstyledButton>
      )}
    </div>
  );
}
