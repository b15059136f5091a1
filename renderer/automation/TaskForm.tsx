import { Button, Collapse, Group, MultiSelect, Stack, Switch, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useText } from '#renderer/app/text.ts';
import type { ActionFormProps, ActionOf } from '#renderer/automation/ActionForm.tsx';
import { AssigneeFields } from '#renderer/automation/AssigneeFields.tsx';
import { DueFields } from '#renderer/automation/DueFields.tsx';
import { FilledText } from '#renderer/automation/FilledText.tsx';
import { useCustomFields } from '#renderer/custom-field/custom-field-query.ts';
import { useAskedLabel } from '#renderer/deal/asked/AskedFields.tsx';
import { DurationSelect, RemindSelect } from '#renderer/task/MinutesSelect.tsx';
import { TypeChips } from '#renderer/task/TypeChips.tsx';
import { askableFields } from '#shared/pipeline/contract.ts';
import type { AskableField } from '#shared/pipeline/contract.ts';

type TaskFormProps = ActionFormProps<ActionOf<'createTask'>>;

/** A task that the rule gives: what, to whom, by when; the rest behind a button. */
export function TaskForm({ action, onChange }: TaskFormProps) {
  const t = useText();
  const hasMore = action.text !== '' || action.purpose !== '' || action.asks.length > 0 || action.durationMinutes !== null;
  const [isMoreShown, more] = useDisclosure(hasMore);
  const Chevron = isMoreShown ? IconChevronUp : IconChevronDown;
  return (
    <Stack gap="sm">
      <TypeChips value={action.taskType} onChange={(taskType) => onChange({ ...action, taskType })} />
      <FilledText
        label={t('automation.task.title')}
        max={300}
        value={action.title}
        onChange={(title) => onChange({ ...action, title })}
      />
      <AssigneeFields value={action.assignee} onChange={(assignee) => onChange({ ...action, assignee })} />
      <DueFields value={action.due} onChange={(due) => onChange({ ...action, due })} />
      <Button
        variant="subtle"
        size="compact-md"
        style={{ alignSelf: 'flex-start' }}
        aria-expanded={isMoreShown}
        rightSection={<Chevron size={16} aria-hidden />}
        onClick={more.toggle}
      >
        {t('automation.task.more')}
      </Button>
      <Collapse expanded={isMoreShown}>
        <More action={action} onChange={onChange} />
      </Collapse>
    </Stack>
  );
}

function More({ action, onChange }: TaskFormProps) {
  const t = useText();
  const askedLabel = useAskedLabel();
  const custom = useCustomFields();
  const asked = [...askableFields, ...custom.map(({ key }) => `custom.${key}` as const)];
  return (
    <Stack gap="sm">
      <FilledText
        label={t('automation.words')}
        isLong
        max={10_000}
        value={action.text}
        onChange={(text) => onChange({ ...action, text })}
      />
      <Group grow align="flex-start">
        <RemindSelect value={action.remindMinutes} onChange={(remindMinutes) => onChange({ ...action, remindMinutes })} />
        <DurationSelect value={action.durationMinutes} onChange={(durationMinutes) => onChange({ ...action, durationMinutes })} />
      </Group>
      <MultiSelect
        label={t('automation.task.asks')}
        searchable
        clearable
        nothingFoundMessage={t('filter.nothing')}
        data={asked.map((field) => ({ value: field, label: askedLabel(field) }))}
        value={action.asks}
        onChange={(asks) => onChange({ ...action, asks: asks as AskableField[] })}
      />
      <TextInput
        label={t('automation.purpose')}
        description={t('automation.purposeText')}
        maxLength={60}
        value={action.purpose}
        onChange={({ currentTarget }) => onChange({ ...action, purpose: currentTarget.value })}
      />
      <Switch
        label={t('automation.task.escalate')}
        checked={action.escalate}
        onChange={({ currentTarget }) => onChange({ ...action, escalate: currentTarget.checked })}
      />
    </Stack>
  );
}
