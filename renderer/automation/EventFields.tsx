import { Group, NumberInput, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useText } from '#renderer/app/text.ts';
import { datedFieldsOf, watchedFieldsOf } from '#renderer/automation/event-fields.ts';
import { newEvent } from '#renderer/automation/rule-draft.ts';
import { StageSelect } from '#renderer/automation/StageSelect.tsx';
import { TimeField } from '#renderer/automation/TimeField.tsx';
import { useFieldLabel } from '#renderer/automation/use-field-label.ts';
import { useCustomFields } from '#renderer/custom-field/custom-field-query.ts';
import { automatedRecords, automationEventSchema } from '#shared/automation/events.ts';
import type { AutomatedRecord, AutomationEvent, AutomationEventType } from '#shared/automation/events.ts';
import { documentKinds } from '#shared/document/data.ts';
import { taskTypes } from '#shared/task/contract.ts';

const eventTypes = automationEventSchema.options.map(({ shape }) => shape.type.value);

interface EventFieldsProps<Event extends AutomationEvent = AutomationEvent> {
  readonly event: Event;
  readonly onChange: (event: AutomationEvent) => void;
}

/** What sets the rule off, and what has to be said about it. */
export function EventFields({ event, onChange }: EventFieldsProps) {
  const t = useText();
  return (
    <Stack gap="sm">
      <Select
        label={t('automation.event')}
        maw={420}
        allowDeselect={false}
        maxDropdownHeight={420}
        data={eventTypes.map((type) => ({ value: type, label: t(`automation.event.${type}`) }))}
        value={event.type}
        onChange={(type) => type !== null && onChange(newEvent(type as AutomationEventType))}
      />
      <Parameters event={event} onChange={onChange} />
    </Stack>
  );
}

function Parameters({ event, onChange }: EventFieldsProps) {
  const t = useText();
  switch (event.type) {
    case 'recordCreated':
      return (
        <RecordSelect records={automatedRecords} value={event.record} onChange={(record) => onChange({ ...event, record })} />
      );
    case 'fieldChanged':
      return <FieldChanged event={event} onChange={onChange} />;
    case 'stageEntered':
      return (
        <StageSelect
          label={t('automation.stage')}
          nothing={t('automation.anyStage')}
          value={event.stageId}
          onChange={(stageId) => onChange({ ...event, stageId })}
        />
      );
    case 'taskDone':
    case 'taskOverdue':
      return <TaskOf event={event} onChange={onChange} />;
    case 'dateReached':
      return <DateReached event={event} onChange={onChange} />;
    case 'documentAccepted':
      return (
        <Select
          label={t('automation.document')}
          placeholder={t('automation.any')}
          maw={280}
          clearable
          data={documentKinds.map((kind) => ({ value: kind, label: t(`document.kind.${kind}`) }))}
          value={event.kind}
          onChange={(kind) => onChange({ ...event, kind: kind as typeof event.kind })}
        />
      );
    default:
      return null;
  }
}

interface RecordSelectProps<Kind extends AutomatedRecord> {
  readonly records: readonly Kind[];
  readonly value: Kind;
  readonly onChange: (record: Kind) => void;
}

function RecordSelect<Kind extends AutomatedRecord>({ records, value, onChange }: RecordSelectProps<Kind>) {
  const t = useText();
  return (
    <Select
      label={t('automation.record')}
      w={220}
      allowDeselect={false}
      data={records.map((record) => ({ value: record, label: t(`automation.record.${record}`) }))}
      value={value}
      onChange={(record) => record !== null && onChange(record as Kind)}
    />
  );
}

const watched = ['deal', 'party'] as const;

function FieldChanged({ event, onChange }: EventFieldsProps<Extract<AutomationEvent, { readonly type: 'fieldChanged' }>>) {
  const t = useText();
  const custom = useCustomFields();
  const fields = (record: 'deal' | 'party') => watchedFieldsOf(record, custom);
  return (
    <Group align="flex-start">
      <RecordSelect
        records={watched}
        value={event.record}
        onChange={(record) => onChange({ ...event, record, field: fields(record)[0] ?? '' })}
      />
      <FieldSelect
        record={event.record}
        fields={fields(event.record)}
        value={event.field}
        onChange={(field) => onChange({ ...event, field })}
      />
      <Switch
        mt={32}
        label={t('automation.onlyFilled')}
        checked={event.filled}
        onChange={({ currentTarget }) => onChange({ ...event, filled: currentTarget.checked })}
      />
    </Group>
  );
}

interface FieldSelectProps {
  readonly record: 'deal' | 'party';
  readonly fields: readonly string[];
  readonly value: string;
  readonly onChange: (field: string) => void;
}

function FieldSelect({ record, fields, value, onChange }: FieldSelectProps) {
  const t = useText();
  const labelOf = useFieldLabel();
  const offered = fields.includes(value) || value === '' ? fields : [value, ...fields];
  return (
    <Select
      label={t('automation.field')}
      w={260}
      searchable
      allowDeselect={false}
      nothingFoundMessage={t('filter.nothing')}
      data={offered.map((field) => ({ value: field, label: labelOf(record, field) }))}
      value={value}
      onChange={(field) => field !== null && onChange(field)}
    />
  );
}

function TaskOf({ event, onChange }: EventFieldsProps<Extract<AutomationEvent, { readonly type: 'taskDone' | 'taskOverdue' }>>) {
  const t = useText();
  return (
    <Group align="flex-start">
      <Select
        label={t('automation.taskType')}
        placeholder={t('automation.anyTask')}
        w={220}
        clearable
        data={taskTypes.map((type) => ({ value: type, label: t(`task.type.${type}`) }))}
        value={event.taskType}
        onChange={(taskType) => onChange({ ...event, taskType: taskType as typeof event.taskType })}
      />
      <TextInput
        label={t('automation.purpose')}
        description={t('automation.purposeText')}
        inputWrapperOrder={['label', 'input', 'description']}
        style={{ flex: '1 1 240px' }}
        maxLength={60}
        value={event.purpose}
        onChange={({ currentTarget }) => onChange({ ...event, purpose: currentTarget.value })}
      />
    </Group>
  );
}

const dayPlaces = ['before', 'on', 'after'] as const;

function DateReached({ event, onChange }: EventFieldsProps<Extract<AutomationEvent, { readonly type: 'dateReached' }>>) {
  const t = useText();
  const custom = useCustomFields();
  const fields = (record: 'deal' | 'party') => datedFieldsOf(record, custom);
  const place = event.days === 0 ? 'on' : event.days < 0 ? 'before' : 'after';
  const setDays = (count: number, side: (typeof dayPlaces)[number]) =>
    onChange({ ...event, days: side === 'on' ? 0 : Math.max(1, count) * (side === 'before' ? -1 : 1) });
  return (
    <Group align="flex-start">
      <RecordSelect
        records={watched}
        value={event.record}
        onChange={(record) => onChange({ ...event, record, field: fields(record)[0] ?? '' })}
      />
      <FieldSelect
        record={event.record}
        fields={fields(event.record)}
        value={event.field}
        onChange={(field) => onChange({ ...event, field })}
      />
      {place !== 'on' && (
        <NumberInput
          label={t('automation.days')}
          w={90}
          min={1}
          max={3650}
          allowDecimal={false}
          value={Math.abs(event.days)}
          onChange={(count) => typeof count === 'number' && setDays(count, place)}
        />
      )}
      <Select
        label={t('automation.dayPlace')}
        w={170}
        allowDeselect={false}
        data={dayPlaces.map((side) => ({ value: side, label: t(`automation.dayPlace.${side}`) }))}
        value={place}
        onChange={(side) => setDays(Math.abs(event.days), (side ?? 'on') as (typeof dayPlaces)[number])}
      />
      <TimeField
        label={t('automation.time')}
        value={event.at}
        onChange={(at) => at !== undefined && onChange({ ...event, at })}
      />
    </Group>
  );
}
