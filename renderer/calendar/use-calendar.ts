import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, client } from '#renderer/app/client.ts';
import { notifyDone } from '#renderer/app/notify.ts';
import type { CalendarTask } from '#renderer/calendar/place-tasks.ts';
import { openTask } from '#renderer/task/open-task.ts';
import { useTaskTitle } from '#renderer/task/task-title.ts';
import { useTimeWords } from '#renderer/task/time-words.ts';
import type { TaskInput } from '#shared/task/contract.ts';
import type { Span } from '#shared/time/zone.ts';

interface CalendarRequest extends Span {
  /** Oneself where empty. */
  readonly userIds: readonly string[];
}

/** The tasks of a calendar, and what is done with them by dragging; shown at once, saved behind. */
export function useCalendar({ from, to, userIds }: CalendarRequest) {
  const queries = useQueryClient();
  const titleOf = useTaskTitle();
  const words = useTimeWords();
  const input = { from, to, ...(userIds.length === 0 ? {} : { userIds: [...userIds] }) };
  const queryKey = api.task.calendar.queryKey({ input });
  const { data, isError, refetch } = useQuery(api.task.calendar.queryOptions({ input, placeholderData: keepPreviousData }));
  const change = useMutation({
    mutationFn: ({ task, changes }: { readonly task: CalendarTask; readonly changes: TaskInput }) =>
      client.task.update({ ...changes, id: task.id }),
    onMutate: ({ task, changes }) => {
      queries.setQueryData(queryKey, (now) =>
        now === undefined
          ? now
          : { rows: now.rows.map((row) => (row.id === task.id ? ({ ...row, ...changes } as CalendarTask) : row)) },
      );
    },
    onSuccess: ({ actId, ...task }) => {
      const due = task.dueAt === null ? '' : words.due({ dueAt: task.dueAt, allDay: task.allDay }, Date.now());
      notifyDone('task.moved.done', { title: titleOf(task), due }, { undoActId: actId });
    },
    onSettled: () => queries.invalidateQueries({ queryKey }),
  });
  return {
    tasks: data?.rows,
    isError,
    retry: () => void refetch(),
    change: (task: CalendarTask, changes: TaskInput) => change.mutate({ task, changes }),
    /** Ends when the calendar shows what was saved, or fails. */
    save: async (task: CalendarTask, changes: TaskInput) => void (await change.mutateAsync({ task, changes })),
  };
}

/** Opens a task of the calendar; of one that is still to come again, the one that brings it. */
export async function openCalendarTask(task: CalendarTask): Promise<void> {
  const [id = task.id] = task.id.split('@');
  openTask(task.isProjected ? await client.task.get({ id }) : task);
}
