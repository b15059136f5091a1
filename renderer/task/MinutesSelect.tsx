import { Select } from '@mantine/core';
import { useText } from '#renderer/app/text.ts';

interface MinutesSelectProps {
  readonly value: number | null;
  readonly onChange: (minutes: number | null) => void;
}

const durations = [15, 30, 45, 60, 90, 120, 180, 240, 480];
const reminders = [0, 5, 10, 15, 30, 60, 120, 1440];
const minutesPerHour = 60;
const minutesPerDay = 1440;

/** How long something takes. */
export function DurationSelect({ value, onChange }: MinutesSelectProps) {
  const t = useText();
  const spanOf = useSpan();
  return (
    <Select
      label={t('task.field.duration')}
      clearable
      data={withValue(durations, value).map((minutes) => ({ value: String(minutes), label: spanOf(minutes) }))}
      value={value === null ? null : String(value)}
      onChange={(minutes) => onChange(minutes === null ? null : Number(minutes))}
    />
  );
}

/** When before its moment a task is reminded of. */
export function RemindSelect({ value, onChange }: MinutesSelectProps) {
  const t = useText();
  const spanOf = useSpan();
  const labelOf = (minutes: number) => {
    if (minutes === 0) return t('task.remind.atTime');
    return minutes === minutesPerDay ? t('task.remind.aDay') : t('task.remind.before', { span: spanOf(minutes) });
  };
  return (
    <Select
      label={t('task.field.remind')}
      allowDeselect={false}
      data={[
        { value: 'none', label: t('task.remind.none') },
        ...withValue(reminders, value).map((minutes) => ({ value: String(minutes), label: labelOf(minutes) })),
      ]}
      value={value === null ? 'none' : String(value)}
      onChange={(minutes) => onChange(minutes === 'none' ? null : Number(minutes))}
    />
  );
}

function useSpan(): (minutes: number) => string {
  const t = useText();
  return (minutes) =>
    minutes >= minutesPerHour && minutes % minutesPerHour === 0
      ? t('task.hours', { hours: minutes / minutesPerHour })
      : t('task.minutes', { minutes });
}

function withValue(offered: readonly number[], value: number | null): readonly number[] {
  return value === null || offered.includes(value) ? offered : [...offered, value].toSorted((one, other) => one - other);
}
