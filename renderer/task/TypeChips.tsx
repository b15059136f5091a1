import { SegmentedControl } from '@mantine/core';
import { useText } from '#renderer/app/text.ts';
import { taskTypes } from '#shared/task/contract.ts';
import type { TaskType } from '#shared/task/contract.ts';

interface TypeChipsProps {
  readonly value: TaskType;
  readonly onChange: (type: TaskType) => void;
}

const inOrder = ['todo', ...taskTypes.filter((type) => type !== 'todo')] as const;

/** What kind of task it is. */
export function TypeChips({ value, onChange }: TypeChipsProps) {
  const t = useText();
  return (
    <SegmentedControl
      fullWidth
      size="xs"
      aria-label={t('task.field.type')}
      data={inOrder.map((type) => ({ value: type, label: t(`task.type.${type}`) }))}
      value={value}
      onChange={(type) => onChange(type as TaskType)}
    />
  );
}
