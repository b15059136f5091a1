import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone } from '#renderer/app/notify.ts';
import { useLocale } from '#renderer/date/locale.ts';
import { useMe } from '#renderer/people/use-me.ts';
import type { OpenedTask } from '#renderer/task/open-task.ts';
import { draftOfTask, newDraft, readTaskDraft } from '#renderer/task/task-draft.ts';
import type { ReadTaskDraft } from '#renderer/task/task-draft.ts';
import { TaskFields } from '#renderer/task/TaskFields.tsx';
import { useTaskTitle } from '#renderer/task/task-title.ts';
import { useZone } from '#renderer/task/use-zone.ts';
import type { Task, TaskInput } from '#shared/task/contract.ts';

interface TaskEditorProps {
  readonly opened: Extract<OpenedTask, { type: 'new' | 'edit' }>;
  readonly onClose: () => void;
}

interface Saved {
  readonly task: Task;
  readonly actId: string | undefined;
}

/** The form of a task, new or there already. */
export function TaskEditor({ opened, onClose }: TaskEditorProps) {
  const me = useMe();
  const locale = useLocale();
  const shopZone = useZone();
  const timeZone = opened.type === 'edit' && opened.task.timeZone !== '' ? opened.task.timeZone : shopZone;
  const titleOf = useTaskTitle();
  const isNew = opened.type === 'new';
  const [draft, setDraft] = useState(() =>
    isNew ? newDraft(opened.start, me?.id ?? null, { locale, timeZone }) : draftOfTask(opened.task, { locale, timeZone }),
  );
  const [unreadable, setUnreadable] = useState<Extract<ReadTaskDraft, { type: 'unreadable' }>['part'] | null>(null);
  const save = useMutation({
    mutationFn: (input: TaskInput) => (isNew ? create(input) : update(opened.task, input)),
    onSuccess: ({ task, actId }: Saved) => {
      onClose();
      notifyDone(
        isNew ? 'task.added.done' : 'task.saved.done',
        { title: titleOf(task) },
        actId === undefined ? {} : { undoActId: actId },
      );
    },
  });
  const submit = () => {
    const read = readTaskDraft(draft, { locale, timeZone, now: Date.now() });
    if (read.type === 'unreadable') setUnreadable(read.part);
    else save.mutate(read.input);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TaskFields
        draft={draft}
        unreadable={unreadable}
        startsOpen={draft.repeat !== null || draft.text !== '' || draft.location !== '' || draft.leave !== ''}
        onChange={(next) => {
          setUnreadable(null);
          setDraft(next);
        }}
      />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          <Message id="common.cancel" />
        </Button>
        <Button type="submit" loading={save.isPending}>
          <Message id={isNew ? 'task.add' : 'common.save'} />
        </Button>
      </Group>
    </form>
  );
}

async function create(input: TaskInput): Promise<Saved> {
  return { task: await client.task.create(input), actId: undefined };
}

async function update({ id }: Task, input: TaskInput): Promise<Saved> {
  const { actId, ...task } = await client.task.update({ ...input, id });
  return { task, actId };
}
