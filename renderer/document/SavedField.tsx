import { Textarea } from '@mantine/core';
import { useState } from 'react';

interface SavedFieldProps {
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  readonly autoComplete?: string;
  readonly placeholder?: string;
  /** How many lines it has at least; with one, Enter saves. */
  readonly lines?: number;
  readonly onSave: (value: string) => void;
}

/** A text of one line or more that is saved when it is left; Esc brings back what was there. */
export function SavedField({ value, lines = 1, autoComplete = 'off', onSave, ...input }: SavedFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const save = () => {
    if (typed !== null && typed.trim() !== value) onSave(typed.trim());
    setTyped(null);
  };
  return (
    <Textarea
      {...input}
      autosize
      minRows={lines}
      maxRows={10}
      autoComplete={autoComplete}
      value={typed ?? value}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setTyped(null);
        else if (event.key === 'Enter' && lines === 1) {
          event.preventDefault();
          save();
        }
      }}
    />
  );
}
