import { Button, Checkbox, Collapse, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '#renderer/app/text.ts';
import { useLocale } from '#renderer/date/locale.ts';
import { PartyPicker } from '#renderer/deal/PartyPicker.tsx';
import { PersonSelect } from '#renderer/people/PersonSelect.tsx';
import { useWorkingPeople } from '#renderer/people/use-people.ts';
import { DealSelect } from '#renderer/task/DealSelect.tsx';
import { DueField } from '#renderer/task/DueField.tsx';
import { DurationSelect, RemindSelect } from '#renderer/task/MinutesSelect.tsx';
import { RepeatField } from '#renderer/task/RepeatField.tsx';
import type { ReadTaskDraft, TaskDraft } from '#renderer/task/task-draft.ts';
import { TypeChips } from '#renderer/task/TypeChips.tsx';
import { readTypedDue } from '#renderer/task/typed-due.ts';
import { useZone } from '#renderer/task/use-zone.ts';
import { dateAt } from '#shared/time/zone.ts';

interface TaskFieldsProps {
  readonly draft: TaskDraft;
  readonly onChange: (draft: TaskDraft) => void;
  /** What of it could not be read. */
  readonly unreadable: Extract<ReadTaskDraft, { type: 'unreadable' }>['part'] | null;
  readonly startsOpen: boolean;
}

/** The fields of a task: what and when at once, the rest below "More". */
export function TaskFields({ draft, onChange, unreadable, startsOpen }: TaskFieldsProps) {
  const t = useText();
  const [isOpen, setOpen] = useState(startsOpen);
  const set = (changes: Partial<TaskDraft>) => onChange({ ...draft, ...changes });
  const isAlone = useWorkingPeople().length < 2;
  const partyId = draft.party !== null && 'id' in draft.party ? draft.party.id : null;
  return (
    <Stack gap="sm">
      <TypeChips value={draft.type} onChange={(type) => set({ type })} />
      <TextInput
        label={t('task.field.title')}
        data-autofocus
        autoComplete="off"
        maxLength={300}
        value={draft.title}
        error={unreadable === 'title' ? t('task.unreadable.title') : undefined}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <DueField
        value={draft}
        error={unreadable === 'date' || unreadable === 'time' ? unreadable : null}
        onChange={(due) => set(due)}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
        <PartyPicker
          key={partyId}
          label={t('task.field.party')}
          isOptional
          value={draft.party}
          onChange={(party) => set({ party, ...(party === null ? { dealId: null } : {}) })}
        />
        {partyId !== null && <DealSelect partyId={partyId} value={draft.dealId} onChange={(dealId) => set({ dealId })} />}
        {!isAlone && (
          <PersonSelect
            label={t('task.field.assignee')}
            value={draft.assigneeId}
            onChange={(assigneeId) => set({ assigneeId })}
          />
        )}
        <RemindSelect value={draft.remindMinutes} onChange={(remindMinutes) => set({ remindMinutes })} />
      </SimpleGrid>
      <Button
        variant="subtle"
        size="compact-sm"
        style={{ alignSelf: 'flex-start' }}
        aria-expanded={isOpen}
        leftSection={isOpen ? <IconChevronUp size={16} aria-hidden /> : <IconChevronDown size={16} aria-hidden />}
        onClick={() => setOpen(!isOpen)}
      >
        {t('task.more')}
      </Button>
      <Collapse expanded={isOpen || unreadable === 'leave' || unreadable === 'repeat'}>
        <MoreFields draft={draft} set={set} unreadable={unreadable} />
      </Collapse>
    </Stack>
  );
}

interface MoreFieldsProps extends Pick<TaskFieldsProps, 'draft' | 'unreadable'> {
  readonly set: (changes: Partial<TaskDraft>) => void;
}

function MoreFields({ draft, set, unreadable }: MoreFieldsProps) {
  const t = useText();
  const locale = useLocale();
  const timeZone = useZone();
  const due = readTypedDue(draft, { locale, timeZone, now: Date.now() });
  const start = (due.type === 'due' ? due.date : null) ?? dateAt(Date.now(), timeZone);
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
        <DurationSelect value={draft.duration} onChange={(duration) => set({ duration })} />
        <TextInput
          label={t('task.field.leave')}
          placeholder="09:30"
          value={draft.leave}
          error={unreadable === 'leave' ? t('task.unreadable.time') : undefined}
          onChange={(event) => set({ leave: event.currentTarget.value })}
        />
      </SimpleGrid>
      <TextInput
        label={t('task.field.location')}
        maxLength={500}
        value={draft.location}
        onChange={(event) => set({ location: event.currentTarget.value })}
      />
      <RepeatField
        value={draft.repeat}
        start={start}
        error={unreadable === 'repeat' ? t('task.unreadable.repeat') : undefined}
        onChange={(repeat) => set({ repeat })}
      />
      <Textarea
        label={t('task.field.text')}
        autosize
        minRows={2}
        maxRows={10}
        value={draft.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
      <Checkbox
        label={t('task.field.escalate')}
        checked={draft.escalate}
        onChange={(event) => set({ escalate: event.currentTarget.checked })}
      />
    </Stack>
  );
}
