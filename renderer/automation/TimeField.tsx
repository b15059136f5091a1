import { readTypedTime } from '#renderer/activity/typed-moment.ts';
import { TypedInput } from '#renderer/filter/TypedInput.tsx';

interface TimeFieldProps {
  readonly label: string;
  /** "09:00". */
  readonly value: string | undefined;
  readonly onChange: (time: string | undefined) => void;
}

/** A time of day, typed in any usual way. */
export function TimeField({ label, value, onChange }: TimeFieldProps) {
  return (
    <TypedInput
      label={label}
      w={120}
      placeholder="09:00"
      read={readTime}
      write={(time) => time}
      value={value}
      onChange={onChange}
    />
  );
}

function readTime(text: string): string | null {
  const time = readTypedTime(text);
  return time === null ? null : time.map((part) => String(part).padStart(2, '0')).join(':');
}
