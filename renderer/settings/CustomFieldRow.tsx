import { ActionIcon, Group, Paper, Text, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPencil, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '#renderer/app/text.ts';
import type { CustomField } from '#shared/custom-field/contract.ts';

interface CustomFieldRowProps {
  readonly field: CustomField;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (step: -1 | 1) => void;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}

/** One field of the shop's own, and what can be done with it. */
export function CustomFieldRow({ field, isFirst, isLast, onMove, onEdit, onDelete }: CustomFieldRowProps) {
  const t = useText();
  const { label } = field;
  const whose = t(`settings.fieldOn.${field.partyType ?? 'both'}`);
  return (
    <Paper component="li" withBorder px="sm" py={4} style={{ listStyle: 'none' }}>
      <Group justify="space-between" wrap="nowrap">
        <div style={{ minWidth: 0 }}>
          <Text fw={500} truncate>
            {label}
          </Text>
          <Text size="sm" c="dimmed" truncate>
            {[t(`customField.type.${field.type}`), whose, field.options.join(', ')].filter(Boolean).join(' · ')}
          </Text>
        </div>
        <Group gap={2} wrap="nowrap">
          <Tool label={t('settings.moveUp', { label })} isDisabled={isFirst} onClick={() => onMove(-1)}>
            <IconArrowUp size={18} />
          </Tool>
          <Tool label={t('settings.moveDown', { label })} isDisabled={isLast} onClick={() => onMove(1)}>
            <IconArrowDown size={18} />
          </Tool>
          <Tool label={t('settings.editField', { label })} onClick={onEdit}>
            <IconPencil size={18} />
          </Tool>
          <Tool label={t('settings.deleteField', { label })} onClick={onDelete}>
            <IconTrash size={18} />
          </Tool>
        </Group>
      </Group>
    </Paper>
  );
}

interface ToolProps {
  readonly label: string;
  readonly isDisabled?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Tool({ label, isDisabled = false, onClick, children }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" aria-label={label} disabled={isDisabled} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
