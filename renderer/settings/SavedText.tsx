import { TextInput } from '@mantine/core';
import { useState } from 'react';

interface SavedTextProps {
  readonly label: string;
  readonly value: string;
  readonly autoComplete: string;
  readonly onSave: (value: string) => void;
}

/** A line of text that is saved when it is left or on Enter; Esc brings back what was there. */
export function SavedText({ label, value, autoComplete, onSave }: SavedTextProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const save = () => {
    if (typed !== null && typed.trim() !== value) onSave(typed.trim());
    setTyped(null);
  };
  return (
    <TextInput
      label={label}
      autoComplete={autoComplete}
      maxLength={120}
      value={typed ?? value}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
        else if (event.key === 'Escape') setTyped(null);
      }}
    />
  );
}
