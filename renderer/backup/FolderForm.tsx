import { Button, Group, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import { exampleFolder } from '#renderer/backup/example-folder.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';

interface FolderFormProps {
  readonly label: MessageKey;
  readonly action: MessageKey;
  readonly path: string;
  readonly isPending: boolean;
  /** Why it isn't a folder for this; it may show an example. */
  readonly refusal: MessageKey | undefined;
  readonly onChange: (path: string) => void;
  readonly onSubmit: () => void;
}

/** Names a folder, and does something with it. */
export function FolderForm({ label, action, path, isPending, refusal, onChange, onSubmit }: FolderFormProps) {
  const t = useText();
  const isEmpty = path.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isEmpty) onSubmit();
  };
  return (
    <form onSubmit={submit}>
      <Group align="flex-end">
        <TextInput
          flex={1}
          label={t(label)}
          placeholder={exampleFolder}
          maxLength={1000}
          value={path}
          error={refusal && t(refusal, { example: exampleFolder })}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={isPending} disabled={isEmpty}>
          <Message id={action} />
        </Button>
      </Group>
    </form>
  );
}
