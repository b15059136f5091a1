import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import { OutcomeChips } from '#renderer/call/OutcomeChips.tsx';
import { AskedPart } from '#renderer/task/AskedPart.tsx';
import { NextFields, nextInput, noNextStep } from '#renderer/task/NextFields.tsx';
import { namesOnce, useTaskTitle } from '#renderer/task/task-title.ts';
import { couldAsk, useCloseTask } from '#renderer/task/use-close-task.ts';
import { useHasOthersPlanned } from '#renderer/task/use-planned.ts';
import type { Activity } from '#shared/activity/contract.ts';
import type { Task } from '#shared/task/contract.ts';

const secondsPerMinute = 60;

/** Closes a task: what came out of it, what has to be filled in, and what is next. */
export function CloseTask({ task, onClose }: { readonly task: Task; readonly onClose: () => void }) {
  const t = useText();
  const title = useTaskTitle()(task);
  const [result, setResult] = useState('');
  const [outcome, setOutcome] = useState<Activity['outcome']>(null);
  const [minutes, setMinutes] = useState('');
  const [next, setNext] = useState(noNextStep);
  const isPlanned = useHasOthersPlanned(task);
  const closing = useCloseTask(task, { onClosed: onClose });
  const submit = () => {
    const spent = Number.parseFloat(minutes.replace(',', '.'));
    const duration = spent > 0 ? Math.round(spent * secondsPerMinute) : null;
    closing.submit({ result: result.trim(), outcome, duration, next: nextInput(next, task, t('task.next.title')) });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="sm">
        <Text fw={500}>{namesOnce([title, task.partyTitle, task.dealTitle]).join(' · ')}</Text>
        {task.type === 'call' && (
          <Group align="flex-end" gap="md">
            <OutcomeChips value={outcome} onChange={setOutcome} />
            <TextInput
              label={t('activity.minutes')}
              w={90}
              inputMode="decimal"
              value={minutes}
              onChange={(event) => setMinutes(event.currentTarget.value.replace(/[^\d.,]/g, ''))}
            />
          </Group>
        )}
        <Textarea
          label={t('task.close.result')}
          description={task.partyId === null ? undefined : t('task.close.resultHint')}
          data-autofocus
          autosize
          minRows={2}
          maxRows={10}
          value={result}
          onChange={(event) => setResult(event.currentTarget.value)}
        />
        {couldAsk(outcome) && <AskedPart closing={closing} dealId={task.dealId} onLeave={onClose} />}
        <NextFields value={next} onChange={setNext} hint={isPlanned === false ? t('task.close.nextHint') : null} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Message id="common.cancel" />
          </Button>
          <Button type="submit" loading={closing.isPending}>
            <Message id="task.close.confirm" />
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
