import { Chip, Group, NumberInput, Select, Stack, Text } from '@mantine/core';
import { useText } from '#renderer/app/text.ts';
import { useLocale } from '#renderer/date/locale.ts';
import { RepeatEnd } from '#renderer/task/RepeatEnd.tsx';
import { repeatWords, weekdayNames } from '#renderer/task/repeat-words.ts';
import { weekdayOf } from '#shared/time/zone.ts';
import type { Repeat } from '#shared/time/repeat.ts';

interface RepeatFieldProps {
  readonly value: Repeat | null;
  readonly onChange: (repeat: Repeat | null) => void;
  /** ISO date of the first time. */
  readonly start: string;
  readonly error: string | undefined;
}

const units = ['day', 'week', 'month', 'year'] as const;

/** How a task comes again, and a sentence that says what was chosen. */
export function RepeatField({ value, onChange, start, error }: RepeatFieldProps) {
  const t = useText();
  const locale = useLocale();
  const choose = (unit: string | null) => {
    const found = units.find((one) => one === unit);
    onChange(found === undefined ? null : { every: 1, unit: found, ...(found === 'week' && { days: [weekdayOf(start)] }) });
  };
  return (
    <Stack gap={6}>
      <Select
        label={t('task.repeat')}
        allowDeselect={false}
        data={[
          { value: 'none', label: t('task.repeat.none') },
          ...units.map((unit) => ({ value: unit, label: t(`task.repeat.unit.${unit}`) })),
        ]}
        value={value?.unit ?? 'none'}
        error={error}
        onChange={choose}
      />
      {value !== null && (
        <>
          <Rule value={value} onChange={onChange} start={start} />
          <Text size="sm" c="dimmed" aria-live="polite">
            {repeatWords(value, { t, locale, start })}
          </Text>
        </>
      )}
    </Stack>
  );
}

interface RuleProps {
  readonly value: Repeat;
  readonly onChange: (repeat: Repeat) => void;
  readonly start: string;
}

function Rule({ value, onChange, start }: RuleProps) {
  const t = useText();
  return (
    <>
      {value.unit === 'week' && <Weekdays value={value} onChange={onChange} start={start} />}
      <Group gap="xs" grow align="flex-end">
        <NumberInput
          label={t(`task.repeat.every.${value.unit}`)}
          min={1}
          max={99}
          value={value.every}
          onChange={(every) => onChange({ ...value, every: Math.max(1, Number(every) || 1) })}
        />
        {value.unit === 'month' && (
          <NumberInput
            label={t('task.repeat.dayOfMonth')}
            min={1}
            max={31}
            value={value.dayOfMonth ?? Number(start.slice(8, 10))}
            onChange={(day) => onChange({ ...value, dayOfMonth: Math.min(31, Math.max(1, Number(day) || 1)) })}
          />
        )}
      </Group>
      <RepeatEnd value={value} onChange={onChange} start={start} />
    </>
  );
}

function Weekdays({ value, onChange, start }: RuleProps) {
  const t = useText();
  const locale = useLocale();
  const [names, longNames] = [weekdayNames(locale), weekdayNames(locale, 'long')];
  const chosen = value.days ?? [weekdayOf(start)];
  return (
    <Group gap={4} role="group" aria-label={t('task.repeat.weekdays')}>
      {names.map((name, index) => (
        <Chip
          key={name}
          size="xs"
          aria-label={longNames[index]}
          checked={chosen.includes(index + 1)}
          onChange={(isOn) => {
            const days = isOn ? [...chosen, index + 1] : chosen.filter((day) => day !== index + 1);
            if (days.length > 0) onChange({ ...value, days });
          }}
        >
          {name}
        </Chip>
      ))}
    </Group>
  );
}
