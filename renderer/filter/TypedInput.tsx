import { TextInput } from '@mantine/core';
import type { TextInputProps } from '@mantine/core';
import { useState } from 'react';

interface TypedInputProps<Value> extends Omit<TextInputProps, 'value' | 'onChange'> {
  readonly value: Value | undefined;
  /** Called with undefined while what is typed can't be read. */
  readonly onChange: (value: Value | undefined) => void;
  readonly read: (text: string) => Value | null;
  readonly write: (value: Value) => string;
}

/** A field for what is typed in words and kept as something else: an amount, a date. What is typed stays as it was typed. */
export function TypedInput<Value>({ value, onChange, read, write, ...props }: TypedInputProps<Value>) {
  const written = value === undefined ? '' : write(value);
  const [text, setText] = useState(written);
  const [applied, setApplied] = useState(value);
  if (applied !== value) {
    setApplied(value);
    if (value !== undefined || read(text) !== null) setText(written);
  }
  return (
    <TextInput
      {...props}
      value={text}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        setText(typed);
        const next = read(typed) ?? undefined;
        setApplied(next);
        if (next !== value) onChange(next);
      }}
      onBlur={() => {
        if (value !== undefined) setText(write(value));
      }}
    />
  );
}
