import { Group, NumberInput, Select, TextInput } from '@mantine/core';
import { useText } from '#renderer/app/text.ts';
import { addDays } from '#shared/time/zone.ts';
import type { Repeat } from '#shared/time/repeat.ts';

interface RepeatEndProps {
  readonly value: Repeat;
  readonly onChange: (repeat: Repeat) => void;
  /** ISO date of the first time. */
  readonly start: string;
}

const ends = ['never', 'until', 'count'] as const;
const daysOffered = 90;
const timesOffered = 10;

/** When a task stops coming again. */
export function RepeatEnd({ value, onChange, start }: RepeatEndProps) {
  const t = useText();
  const { until, count, ...endless } = value;
  const end = until !== undefined ? 'until' : count !== undefined ? 'count' : 'never';
  const choose = (chosen: string | null) => {
    if (chosen === 'until') onChange({ ...endless, until: addDays(start, daysOffered) });
    else onChange(chosen === 'count' ? { ...endless, count: timesOffered } : endless);
  };
  return (
    <Group gap="xs" grow align="flex-end">
      <Select
        label={t('task.repeat.end')}
        allowDeselect={false}
        data={ends.map((one) => ({ value: one, label: t(`task.repeat.end.${one}`) }))}
        value={end}
        onChange={choose}
      />
      {until !== undefined && (
        <TextInput
          type="date"
          label={t('task.repeat.lastDay')}
          value={until}
          min={start}
          onChange={(event) => {
            if (event.currentTarget.value !== '') onChange({ ...endless, until: event.currentTarget.value });
          }}
        />
      )}
      {count !== undefined && (
        <NumberInput
          label={t('task.repeat.times')}
          min={1}
          max={999}
          value={count}
          onChange={(times) => onChange({ ...endless, count: Math.max(1, Number(times) || 1) })}
        />
      )}
    </Group>
  );
}
