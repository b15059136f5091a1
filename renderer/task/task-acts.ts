import { useMutation } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { notifyDone } from '#renderer/app/notify.ts';
import { movedTo } from '#renderer/task/moved-to.ts';
import { useTaskTitle } from '#renderer/task/task-title.ts';
import { useTimeWords } from '#renderer/task/time-words.ts';
import type { Task } from '#shared/task/contract.ts';

interface TaskActs {
  /** Gives it another minute; when to set off moves along. */
  readonly move: (task: Task, dueAt: number) => void;
  readonly remove: (task: Task) => void;
  readonly reopen: (task: Task) => void;
}

/** What is done with a task in one click; each can be undone. */
export function useTaskActs(): TaskActs {
  const titleOf = useTaskTitle();
  const words = useTimeWords();
  const update = useMutation(
    api.task.update.mutationOptions({
      onSuccess: ({ actId, ...task }) => {
        const due = task.dueAt === null ? '' : words.due({ dueAt: task.dueAt, allDay: task.allDay }, Date.now());
        notifyDone('task.moved.done', { title: titleOf(task), due }, { undoActId: actId });
      },
    }),
  );
  const remove = useMutation(api.task.delete.mutationOptions());
  const reopen = useMutation(api.task.reopen.mutationOptions());
  return {
    move: (task, dueAt) => update.mutate({ id: task.id, ...movedTo(task, dueAt) }),
    remove: (task) =>
      remove.mutate(
        { id: task.id },
        { onSuccess: ({ actId }) => notifyDone('task.deleted.done', { title: titleOf(task) }, { undoActId: actId }) },
      ),
    reopen: (task) => reopen.mutate({ id: task.id }),
  };
}
