import { Chip, Group, Input, TextInput } from '@mantine/core';
import { useId } from 'react';
import { useText } from '#renderer/app/text.ts';
import { DueChips } from '#renderer/task/DueField.tsx';
import { TypeChips } from '#renderer/task/TypeChips.tsx';
import { useTimeWords } from '#renderer/task/time-words.ts';
import type { Task, TaskInput, TaskType } from '#shared/task/contract.ts';

/** What is to follow; without a moment, nothing. */
export interface NextStep {
  readonly type: TaskType;
  readonly title: string;
  readonly dueAt: number | null;
}

export const noNextStep: NextStep = { type: 'call', title: '', dueAt: null };

interface NextFieldsProps {
  readonly value: NextStep;
  readonly onChange: (next: NextStep) => void;
  /** What is said where it matters: nothing else is planned. */
  readonly hint: string | null;
}

/** Offers the next step in one click: what and when. */
export function NextFields({ value, onChange, hint }: NextFieldsProps) {
  const t = useText();
  const id = useId();
  const words = useTimeWords();
  const { type, title, dueAt } = value;
  return (
    <div role="group" aria-labelledby={id}>
      <Input.Label component="div" id={id}>
        {t('task.close.next')}
      </Input.Label>
      {hint !== null && <Input.Description mb={6}>{hint}</Input.Description>}
      <Group gap={6}>
        <Chip size="xs" checked={dueAt === null} onChange={() => onChange({ ...value, dueAt: null })}>
          {t('task.close.noNext')}
        </Chip>
        <DueChips dueAt={dueAt} onChoose={(at) => onChange({ ...value, dueAt: at })} />
      </Group>
      {dueAt !== null && (
        <Group gap="xs" mt="xs" align="flex-end">
          <div style={{ flex: '1 1 100%' }}>
            <TypeChips value={type} onChange={(chosen) => onChange({ ...value, type: chosen })} />
          </div>
          <TextInput
            flex={1}
            aria-label={t('task.close.nextWhat')}
            placeholder={t('task.close.nextWhat')}
            maxLength={300}
            value={title}
            rightSectionWidth={150}
            rightSection={<Input.Description>{words.due({ dueAt, allDay: false }, Date.now())}</Input.Description>}
            onChange={(event) => onChange({ ...value, title: event.currentTarget.value })}
          />
        </Group>
      )}
    </div>
  );
}

/** The task that follows; undefined where nothing does. @param fallback what it is called when nothing was written */
export function nextInput(
  { type, title, dueAt }: NextStep,
  about: Pick<Task, 'partyId' | 'dealId' | 'leadId'>,
  fallback: string,
): TaskInput | undefined {
  if (dueAt === null) return undefined;
  const { partyId, dealId, leadId } = about;
  return { type, title: title.trim() === '' && type !== 'call' ? fallback : title.trim(), dueAt, partyId, dealId, leadId };
}
