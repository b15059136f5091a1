import { ActionIcon, Group, MultiSelect, NumberInput, Paper, Select, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useText } from '#renderer/app/text.ts';
import { useAskedLabel } from '#renderer/deal/asked/AskedFields.tsx';
import type { StageDraft } from '#renderer/pipeline/pipeline-draft.ts';
import { StageDot } from '#renderer/pipeline/StageDot.tsx';
import { askableFields, stageColours } from '#shared/pipeline/contract.ts';
import type { AskableField, Stage } from '#shared/pipeline/contract.ts';

interface StageFieldsProps {
  readonly stage: StageDraft;
  readonly index: number;
  readonly count: number;
  readonly onChange: (changes: Partial<StageDraft>) => void;
  readonly onMove: (step: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One stage of a pipeline being edited. */
export function StageFields({ stage, index, count, onChange, onMove, onRemove }: StageFieldsProps) {
  const t = useText();
  const labelOf = useAskedLabel();
  const label = stage.name || t('deal.stage.new');
  const asked = [...new Set<AskableField>([...askableFields, ...stage.requiredFields])];
  return (
    <Paper withBorder p="xs" role="group" aria-label={label}>
      <Group gap="xs" wrap="nowrap" align="end">
        <TextInput
          flex={1}
          required
          label={t('deal.stage.name')}
          maxLength={80}
          value={stage.name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        <Select
          w={140}
          label={t('deal.stage.colour')}
          allowDeselect={false}
          leftSection={<StageDot stage={stage} />}
          data={stageColours.map((value) => ({ value, label: t(`deal.colour.${value}`) }))}
          renderOption={({ option }) => (
            <Group gap={8}>
              <StageDot stage={{ colour: option.value as Stage['colour'] }} />
              {option.label}
            </Group>
          )}
          value={stage.colour}
          onChange={(colour) => colour !== null && onChange({ colour })}
        />
        <NumberInput
          w={110}
          label={t('deal.stage.probability')}
          min={0}
          max={100}
          allowDecimal={false}
          clampBehavior="strict"
          value={stage.probability}
          onChange={(value) => onChange({ probability: Number(value) || 0 })}
        />
        <NumberInput
          w={120}
          label={t('deal.stage.rottingDays')}
          placeholder={t('deal.stage.never')}
          min={1}
          max={3650}
          allowDecimal={false}
          clampBehavior="strict"
          value={stage.rottingDays ?? ''}
          onChange={(value) => onChange({ rottingDays: Number(value) >= 1 ? Number(value) : null })}
        />
        <Group gap={0} wrap="nowrap">
          <ActionIcon
            variant="subtle"
            color="gray"
            disabled={index === 0}
            aria-label={t('settings.moveUp', { label })}
            onClick={() => onMove(-1)}
          >
            <IconArrowUp size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            disabled={index === count - 1}
            aria-label={t('settings.moveDown', { label })}
            onClick={() => onMove(1)}
          >
            <IconArrowDown size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            disabled={count === 1}
            aria-label={t('settings.deleteField', { label })}
            onClick={onRemove}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Group>
      </Group>
      <MultiSelect
        mt={6}
        searchable
        label={t('deal.stage.requiredFields')}
        placeholder={stage.requiredFields.length === 0 ? t('deal.stage.nothingRequired') : ''}
        data={asked.map((field) => ({ value: field, label: labelOf(field) }))}
        value={[...stage.requiredFields]}
        onChange={(fields) => onChange({ requiredFields: fields as AskableField[] })}
      />
    </Paper>
  );
}
