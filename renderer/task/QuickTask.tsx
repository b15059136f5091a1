import { Button, Group, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import { openNewTask } from '#renderer/task/open-task.ts';
import { readQuickLine } from '#renderer/task/read-quick-line.ts';
import { useZone } from '#renderer/task/use-zone.ts';
import { momentOf } from '#shared/time/zone.ts';

interface QuickTaskProps {
  /** ISO date of the day it is for. */
  readonly day: string;
  readonly assigneeId: string | undefined;
}

/** A task in one line: typed, Enter, there. */
export function QuickTask({ day, assigneeId }: QuickTaskProps) {
  const t = useText();
  const timeZone = useZone();
  const [typed, setTyped] = useState('');
  const create = useMutation(api.task.create.mutationOptions({ onSuccess: () => setTyped('') }));
  const { title, time } = readQuickLine(typed);
  const start = {
    title,
    dueAt: momentOf({ date: day, time: time ?? '12:00' }, timeZone),
    allDay: time === null,
    ...(assigneeId === undefined ? {} : { assigneeId }),
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (title !== '' && !create.isPending) create.mutate(start);
      }}
    >
      <Group gap="xs" wrap="nowrap">
        <TextInput
          flex={1}
          aria-label={t('task.add')}
          placeholder={t('day.quickAdd')}
          autoComplete="off"
          maxLength={300}
          leftSection={<IconPlus size={17} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button
          variant="default"
          flex="none"
          onClick={() => {
            openNewTask(title !== '' ? start : assigneeId === undefined ? {} : { assigneeId });
            setTyped('');
          }}
        >
          <Message id="day.withDetails" />
        </Button>
      </Group>
    </form>
  );
}
