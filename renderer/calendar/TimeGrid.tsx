import { UnstyledButton } from '@mantine/core';
import type { CSSProperties, MouseEvent } from 'react';
import { useEffect, useRef } from 'react';
import { useSettings } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import type { CalendarProps } from '#renderer/calendar/calendar-props.ts';
import { ChipTask } from '#renderer/calendar/ChipTask.tsx';
import { droppedAt, snapped, timeText } from '#renderer/calendar/dropped.ts';
import { fitTasks, placeTasks } from '#renderer/calendar/place-tasks.ts';
import { personColour } from '#renderer/calendar/task-words.ts';
import { hourHeight, TimeBlock } from '#renderer/calendar/TimeBlock.tsx';
import classes from '#renderer/calendar/TimeGrid.module.css';
import { useArrowKeys } from '#renderer/calendar/use-arrow-keys.ts';
import { wallMinutes } from '#renderer/calendar/wall-minutes.ts';
import { useLocale } from '#renderer/date/locale.ts';
import { openNewTask } from '#renderer/task/open-task.ts';
import { useNow } from '#renderer/task/use-now.ts';
import { useZone } from '#renderer/task/use-zone.ts';
import { overdueAtOf } from '#shared/task/overdue-at.ts';
import { addDays, dateAt, momentOf, wallTimeAt } from '#shared/time/zone.ts';

/** Tasks side by side in a day of the week, and in a day by itself. */
const most = { week: 3, day: 12 };
const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** Days side by side with their hours. */
export function TimeGrid(props: CalendarProps) {
  const t = useText();
  const { days, byDay } = props;
  const { workingHours } = useSettings();
  const box = useRef<HTMLDivElement>(null);
  const onKeyDown = useArrowKeys(props.canEdit ? (id, days, quarters) => props.step(id, { days, quarters }) : undefined);
  const first = Number(workingHours.from.slice(0, 2));
  useEffect(() => {
    box.current?.scrollTo({ top: Math.max(0, first - 0.5) * hourHeight });
  }, [first]);
  const style = { '--days': days.length, '--hour': `${String(hourHeight)}px` } as CSSProperties;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the tasks in it are buttons; here the arrows between them are heard
    <div className={classes.box} ref={box} style={style} role="group" aria-label={t('calendar.grid')} onKeyDown={onKeyDown}>
      <div className={classes.head}>
        <div className={classes.corner} />
        {days.map((day) => (
          <DayHead key={day} day={day} onDay={days.length > 1 ? props.onDay : undefined} />
        ))}
        <div className={classes.corner}>{t('calendar.allDay')}</div>
        {days.map((day) => (
          <div key={day} className={classes.allDay}>
            {(byDay.get(day) ?? [])
              .filter(({ allDay }) => allDay)
              .map((task) => (
                <ChipTask key={task.id} task={task} people={props.people} />
              ))}
          </div>
        ))}
      </div>
      <div className={classes.body}>
        <div className={classes.hours} aria-hidden>
          {hours.map((hour) => (
            <span key={hour} style={{ top: hour * hourHeight }}>
              {hour === 0 ? '' : timeText(hour * 60)}
            </span>
          ))}
        </div>
        {days.map((day) => (
          <DayColumn key={day} {...props} day={day} />
        ))}
      </div>
    </div>
  );
}

function DayHead({ day, onDay }: { readonly day: string; readonly onDay: ((day: string) => void) | undefined }) {
  const locale = useLocale();
  const isToday = day === dateAt(useNow(), useZone());
  const name = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
  return (
    <div className={classes.dayHead} data-today={isToday || undefined}>
      {onDay === undefined ? (
        name
      ) : (
        <button type="button" onClick={() => onDay(day)}>
          {name}
        </button>
      )}
    </div>
  );
}

function DayColumn({ day, days, byDay, people, change, canEdit, onDay }: CalendarProps & { readonly day: string }) {
  const t = useText();
  const timeZone = useZone();
  const now = useNow();
  const { workingHours } = useSettings();
  const isToday = day === dateAt(now, timeZone);
  const room = days.length > 1 ? most.week : most.day;
  const { shown, crowds } = fitTasks(placeTasks(byDay.get(day) ?? [], timeZone), room);
  const add = (event: MouseEvent<HTMLDivElement>) => {
    if (!canEdit || event.target !== event.currentTarget) return;
    const minutes = ((event.clientY - event.currentTarget.getBoundingClientRect().top) / hourHeight) * 60;
    const time = timeText(snapped(Math.floor(minutes / 30) * 30));
    openNewTask({
      dueAt: momentOf({ date: day, time }, timeZone),
      ...(people.length === 1 ? { assigneeId: people[0] ?? '' } : {}),
    });
  };
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- T adds a task from the keyboard
    <div className={classes.day} data-day={day} onClick={add} style={workStyle(workingHours)}>
      {shown.map((placed) => (
        <TimeBlock
          key={placed.task.id}
          placed={placed}
          canEdit={canEdit}
          colour={personColour(placed.task.assigneeId, people)}
          isLate={placed.task.status === 'open' && !placed.task.isProjected && (overdueAtOf(placed.task) ?? now) < now}
          onMove={(task, { days, start }) => change(task, droppedAt(task, { day: addDays(day, days), start, timeZone }))}
          onResize={(task, durationMinutes) => change(task, { durationMinutes })}
        />
      ))}
      {crowds.map(({ start, minutes, count }) => (
        <UnstyledButton
          key={start}
          className={classes.crowd}
          style={{ ...spanStyle(start, minutes), width: `calc(${String(100 / room)}% - 4px)` }}
          aria-label={t('calendar.more', { count })}
          title={t('calendar.more', { count })}
          onClick={() => onDay(day)}
        >
          {`+${String(count)}`}
        </UnstyledButton>
      ))}
      {isToday && <div className={classes.now} style={{ top: (minutesNow(now, timeZone) / 60) * hourHeight }} />}
    </div>
  );
}

function spanStyle(start: number, minutes: number): CSSProperties {
  return { top: (start / 60) * hourHeight, height: Math.max(18, (minutes / 60) * hourHeight - 2) };
}

function workStyle({ from, to }: { readonly from: string; readonly to: string }): CSSProperties {
  const top = (hour: string) => `${String((wallMinutes(hour) / 60) * hourHeight)}px`;
  return { '--work-from': top(from), '--work-to': top(to) } as CSSProperties;
}

function minutesNow(now: number, timeZone: string): number {
  return wallMinutes(wallTimeAt(now, timeZone).time);
}
