import { TextInput } from '@mantine/core';

interface TimeFieldProps {
  readonly label: string;
  /** "09:00". */
  readonly value: string | undefined;
  readonly onChange: (time: string | undefined) => void;
}

/** A time of day. */
export function TimeField({ label, value, onChange }: TimeFieldProps) {
  return (
    <TextInput
      type="time"
      label={label}
      w={120}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange(/^\d\d:\d\d$/.test(currentTarget.value) ? currentTarget.value : undefined)}
    />
  );
}
