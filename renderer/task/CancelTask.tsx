import { Button, Group, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { useTaskTitle } from '#renderer/task/task-title.ts';
import type { Task } from '#shared/task/contract.ts';

/** Takes a task off the list that needs no doing any more, and asks why. */
export function CancelTask({ task, onClose }: { readonly task: Task; readonly onClose: () => void }) {
  const t = useText();
  const title = useTaskTitle()(task);
  const [reason, setReason] = useState('');
  const cancel = useMutation(
    api.task.cancel.mutationOptions({
      onSuccess: ({ actId }) => {
        onClose();
        notifyDone('task.cancelled.done', { title }, { undoActId: actId });
      },
    }),
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        cancel.mutate({ id: task.id, reason });
      }}
    >
      <Text mb="sm" fw={500}>
        {title}
      </Text>
      <Textarea
        label={t('task.cancel.reason')}
        data-autofocus
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          <Message id="common.back" />
        </Button>
        <Button type="submit" loading={cancel.isPending}>
          <Message id="task.cancel.confirm" />
        </Button>
      </Group>
    </form>
  );
}
