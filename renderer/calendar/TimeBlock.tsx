import { UnstyledButton } from '@mantine/core';
import type { CSSProperties, PointerEvent } from 'react';
import { useRef, useState } from 'react';
import { useText } from '#renderer/app/text.ts';
import classes from '#renderer/calendar/CalendarTask.module.css';
import { snapped, timeText } from '#renderer/calendar/dropped.ts';
import type { CalendarTask, PlacedTask } from '#renderer/calendar/place-tasks.ts';
import { openCalendarTask } from '#renderer/calendar/use-calendar.ts';
import { useTaskWords } from '#renderer/calendar/task-words.ts';
import { namesOnce, useTaskTitle } from '#renderer/task/task-title.ts';
import { useTimeWords } from '#renderer/task/time-words.ts';

/** Pixels of an hour. */
export const hourHeight = 46;

export interface Dragged {
  /** Days to the right, or left. */
  readonly days: number;
  /** Minutes from midnight on the wall. */
  readonly start: number;
}

interface TimeBlockProps {
  readonly placed: PlacedTask;
  readonly colour: string;
  readonly isLate: boolean;
  readonly canEdit: boolean;
  readonly onMove: (task: CalendarTask, to: Dragged) => void;
  readonly onResize: (task: CalendarTask, minutes: number) => void;
}

interface Drag {
  readonly x: number;
  readonly y: number;
  readonly kind: 'move' | 'resize';
  readonly dayWidth: number;
}

const leastMinutes = 15;
/** So many minutes up or down are no other time. */
const stays = 7;
/** A press that moves less is a click. */
const leastMove = 4;

/** A task in the hours of a day: dragged to another time or day, and at its lower edge to be longer or shorter. */
export function TimeBlock({ placed, colour, isLate, canEdit, onMove, onResize }: TimeBlockProps) {
  const t = useText();
  const wordsOf = useTaskWords();
  const titleOf = useTaskTitle();
  const words = useTimeWords();
  const { task, start, minutes, column, columns } = placed;
  const [, ...client] = namesOnce([titleOf(task), task.partyTitle]);
  const leave = task.leaveAt === null ? '' : t('task.leave', { time: words.time(task.leaveAt) });
  const about = [leave, ...client, task.location].filter((part) => part !== '');
  const drag = useRef<Drag | null>(null);
  const [by, setBy] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const isMovable = canEdit && !task.isProjected && task.status === 'open';
  const kind = drag.current?.kind;
  const moved = by === null ? 0 : (by.y / hourHeight) * 60;
  // On the quarters of the clock, and unmoved where it goes to another day only.
  const shownStart = kind === 'move' && Math.abs(moved) > stays ? snapped(start + moved) : start;
  const shownMinutes = kind === 'resize' ? Math.max(leastMinutes, snapped(minutes + moved)) : minutes;

  const press = (event: PointerEvent<HTMLElement>, wanted: Drag['kind']) => {
    if (!isMovable || event.button !== 0) return;
    event.stopPropagation();
    const dayWidth = event.currentTarget.closest('[data-day]')?.getBoundingClientRect().width ?? 1;
    drag.current = { x: event.clientX, y: event.clientY, kind: wanted, dayWidth };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    const from = drag.current;
    if (from === null) return;
    const [x, y] = [event.clientX - from.x, event.clientY - from.y];
    if (by !== null || Math.hypot(x, y) > leastMove) setBy({ x, y });
  };
  const drop = () => {
    const from = drag.current;
    if (from !== null && by !== null) {
      if (from.kind === 'resize') onResize(task, shownMinutes);
      else onMove(task, { days: Math.round(by.x / from.dayWidth), start: shownStart });
    }
    drag.current = null;
    // The click that follows the drop is none.
    window.setTimeout(() => setBy(null));
  };
  const cancel = () => {
    drag.current = null;
    setBy(null);
  };
  const width = 100 / columns;
  const style = {
    position: 'absolute',
    top: (shownStart / 60) * hourHeight,
    height: Math.max(18, (shownMinutes / 60) * hourHeight - 2),
    left: `calc(${String(column * width)}% + 2px)`,
    width: `calc(${String(width)}% - 4px)`,
    '--person': colour,
    ...(kind === 'move' && by !== null ? { transform: `translateX(${String(by.x)}px)` } : {}),
  } as CSSProperties;
  return (
    <UnstyledButton
      className={classes.task}
      style={style}
      title={wordsOf(task)}
      aria-label={wordsOf(task)}
      data-calendar-task={task.id}
      data-late={isLate || undefined}
      data-done={task.status === 'done' || undefined}
      data-projected={task.isProjected || undefined}
      data-dragged={by !== null || undefined}
      onPointerDown={(event) => press(event, 'move')}
      onPointerMove={move}
      onPointerUp={drop}
      onPointerCancel={cancel}
      onClick={(event) => {
        event.stopPropagation();
        if (by === null) void openCalendarTask(task);
      }}
    >
      <div className={classes.line}>
        <b>{timeText(shownStart)}</b> {titleOf(task)}
      </div>
      {shownMinutes >= 45 && <div className={classes.line}>{about.join(' · ')}</div>}
      {isMovable && (
        <span
          className={classes.resize}
          title={t('calendar.resize')}
          onPointerDown={(event) => press(event, 'resize')}
          onPointerMove={move}
          onPointerUp={(event) => {
            event.stopPropagation();
            drop();
          }}
          onPointerCancel={cancel}
        />
      )}
    </UnstyledButton>
  );
}
