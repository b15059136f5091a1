import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { ORPCError } from '@orpc/client';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { errorText } from '#renderer/app/error-text.ts';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import { BackupRow } from '#renderer/backup/BackupList.tsx';
import { exampleFolder } from '#renderer/backup/example-folder.ts';
import { RestoreDialog } from '#renderer/backup/RestoreDialog.tsx';
import type { RestoreWay } from '#renderer/backup/restore-way.ts';
import type { Backup } from '#shared/backup/contract.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';

/** Looks for backups in a folder that somebody names, and brings one back. */
export function BackupsInFolder({ way }: { readonly way: RestoreWay }) {
  const t = useText();
  const [path, setPath] = useState('');
  const [chosen, setChosen] = useState<Backup | null>(null);
  const look = useMutation({
    mutationFn: () => way.look(path.trim()),
    // Told at the field.
    onError: () => undefined,
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (path.trim() !== '') look.mutate();
  };
  return (
    <Stack gap="xs">
      <form onSubmit={onSubmit}>
        <Group align="flex-end">
          <TextInput
            flex={1}
            label={t('backup.folder.path')}
            placeholder={exampleFolder}
            maxLength={1000}
            value={path}
            error={look.error && t(refusalOf(look.error), { example: exampleFolder })}
            onChange={(event) => {
              setPath(event.currentTarget.value);
              look.reset();
            }}
          />
          <Button type="submit" variant="default" loading={look.isPending} disabled={path.trim() === ''}>
            <Message id="backup.folder.look" />
          </Button>
        </Group>
      </form>
      {look.data?.length === 0 && (
        <Text c="dimmed" role="status">
          <Message id="backup.folder.none" />
        </Text>
      )}
      {look.data?.map((backup) => (
        <BackupRow key={backup.id} backup={backup} onRestore={() => setChosen(backup)} />
      ))}
      {chosen && <RestoreDialog backup={chosen} folder={path.trim()} way={way} onClose={() => setChosen(null)} />}
    </Stack>
  );
}

function refusalOf(error: Error): MessageKey {
  if (!(error instanceof ORPCError) || error.code !== 'REFUSED') return errorText(error);
  const isRelative = (error.data as { readonly code: string }).code === 'notAbsolute';
  return isRelative ? 'backup.refused.notAbsolute' : 'backup.refused.notThere';
}
