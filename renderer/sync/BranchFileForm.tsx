import { Button, FileInput, Group, PasswordInput, Stack } from '@mantine/core';
import { IconFile } from '@tabler/icons-react';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import type { BranchFileGiven } from '#renderer/sync/use-join.ts';

interface BranchFileFormProps {
  readonly isPending: boolean;
  readonly onSubmit: (given: BranchFileGiven) => void;
}

/** A branch file with its password; needs no network. */
export function BranchFileForm({ isPending, onSubmit }: BranchFileFormProps) {
  const t = useText();
  const [file, setFile] = useState<File | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (file !== null && passphrase !== '' && !isPending) onSubmit({ file, passphrase });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <FileInput
          required
          accept=".cartera"
          label={t('sync.join.file')}
          placeholder={t('sync.join.choose')}
          leftSection={<IconFile size={16} aria-hidden />}
          value={file}
          onChange={setFile}
        />
        <PasswordInput
          required
          label={t('sync.join.passphrase')}
          description={t('sync.join.passphraseText')}
          autoComplete="off"
          maxLength={200}
          visibilityToggleButtonProps={{ 'aria-label': t('sync.join.showPassphrase') }}
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button type="submit" size="md" loading={isPending} disabled={file === null || passphrase === ''}>
            <Message id="sync.join.open" />
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
