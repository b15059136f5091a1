import { Text, UnstyledButton } from '@mantine/core';
import { IconCheck, IconRepeat } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '#renderer/app/text.ts';
import { useMayOn } from '#renderer/people/use-rights.ts';
import { dueColours, dueStateOf } from '#renderer/task/due-state.ts';
import { MoveMenu } from '#renderer/task/MoveMenu.tsx';
import { openCloseTask, openTask } from '#renderer/task/open-task.ts';
import { TaskAbout } from '#renderer/task/TaskAbout.tsx';
import { TaskIcon } from '#renderer/task/TaskIcon.tsx';
import classes from '#renderer/task/TaskLine.module.css';
import { TaskMenu } from '#renderer/task/TaskMenu.tsx';
import { useTaskTitle } from '#renderer/task/task-title.ts';
import { useTimeWords } from '#renderer/task/time-words.ts';
import { useNow } from '#renderer/task/use-now.ts';
import { useZone } from '#renderer/task/use-zone.ts';
import type { Task } from '#shared/task/contract.ts';
import { overdueAtOf } from '#shared/task/overdue-at.ts';

interface TaskLineProps {
  readonly task: Task;
  /** Time of day only, in a list of one day; else the day, too. */
  readonly when: 'time' | 'dayAndTime';
  /** Leaves out the client on the client's own card. */
  readonly hidesClient?: boolean;
  readonly hidesDeal?: boolean;
  readonly showsPerson?: boolean;
}

/** One task in a list: when, what, about whom; done, moved and changed from here. */
export function TaskLine({ task, when, ...about }: TaskLineProps) {
  const t = useText();
  const titleOf = useTaskTitle();
  const mayOn = useMayOn();
  const canEdit = mayOn('task', 'edit', { ownerIds: [task.assigneeId, task.authorId], branchId: task.branchId });
  const title = titleOf(task);
  const isOpen = task.status === 'open';
  return (
    <li className={classes.line} data-closed={!isOpen || undefined}>
      <UnstyledButton
        className={classes.check}
        aria-label={t('task.complete', { title })}
        title={t('task.close.short')}
        disabled={!canEdit || !isOpen}
        onClick={() => openCloseTask(task)}
      >
        <IconCheck size={14} aria-hidden />
      </UnstyledButton>
      <When task={task} when={when} />
      <div className={classes.main}>
        <UnstyledButton className={classes.title} onClick={() => openTask(task)} disabled={!canEdit}>
          <TaskIcon type={task.type} />
          <span className={classes.words}>{title}</span>
          {task.repeat !== null && <IconRepeat size={14} aria-label={t('task.repeats')} className={classes.quiet} />}
        </UnstyledButton>
        <TaskAbout task={task} {...about} />
      </div>
      {canEdit && (
        <div className={classes.tools}>
          {isOpen && <MoveMenu task={task} />}
          <TaskMenu task={task} />
        </div>
      )}
    </li>
  );
}

function When({ task, when }: Pick<TaskLineProps, 'task' | 'when'>) {
  const t = useText();
  const words = useTimeWords();
  const now = useNow();
  const zone = useZone();
  const state = dueStateOf(task, { now, zone });
  const lateSince = overdueAtOf(task);
  const isLate = state === 'overdue' && task.status === 'open';
  return (
    <div
      className={classes.when}
      data-wide={when === 'dayAndTime' || undefined}
      style={{ color: dueColours[isLate || state !== 'overdue' ? state : 'later'] }}
    >
      <WhenText task={task} when={when} now={now} />
      {isLate && lateSince !== null && (
        <Text component="span" display="block" size="xs" fw={500}>
          {t('task.late', { span: words.span(now - lateSince) })}
        </Text>
      )}
    </div>
  );
}

function WhenText({
  task: { dueAt, allDay },
  when,
  now,
}: Pick<TaskLineProps, 'task' | 'when'> & { readonly now: number }): ReactNode {
  const t = useText();
  const words = useTimeWords();
  if (dueAt === null) return t('task.noDate');
  if (when === 'dayAndTime') return words.due({ dueAt, allDay }, now);
  return allDay ? t('task.allDay') : words.time(dueAt);
}
