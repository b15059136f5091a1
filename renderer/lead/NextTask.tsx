import { Text } from '@mantine/core';
import { useText } from '#renderer/app/text.ts';
import { dueColours, dueStateOf } from '#renderer/task/due-state.ts';
import { useTimeWords } from '#renderer/task/time-words.ts';
import { useNow } from '#renderer/task/use-now.ts';
import { useZone } from '#renderer/task/use-zone.ts';
import type { Lead } from '#shared/lead/contract.ts';

/** When the next task of a request is due, and in red when it is late. */
export function NextTask({ lead }: { readonly lead: Pick<Lead, 'nextTaskAt' | 'status'> }) {
  const t = useText();
  const words = useTimeWords();
  const now = useNow();
  const zone = useZone();
  const { nextTaskAt } = lead;
  if (nextTaskAt === null)
    return lead.status === 'new' ? (
      <Text size="sm" c="dimmed">
        {t('lead.noTask')}
      </Text>
    ) : null;
  const state = dueStateOf({ type: 'todo', dueAt: nextTaskAt, durationMinutes: null }, { now, zone });
  const text =
    state === 'overdue'
      ? t('lead.taskOverdue', { span: words.span(now - nextTaskAt) })
      : t('lead.task', { when: words.due({ dueAt: nextTaskAt, allDay: false }, now) });
  return (
    <Text size="sm" c={dueColours[state]} fw={state === 'overdue' ? 600 : 400}>
      {text}
    </Text>
  );
}
