import { Stack, Text } from '@mantine/core';
import { ORPCError } from '@orpc/client';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { errorText } from '#renderer/app/error-text.ts';
import { Message } from '#renderer/app/Message.tsx';
import { BackupRow } from '#renderer/backup/BackupList.tsx';
import { FolderForm } from '#renderer/backup/FolderForm.tsx';
import { RestoreDialog } from '#renderer/backup/RestoreDialog.tsx';
import type { RestoreWay } from '#renderer/backup/restore-way.ts';
import type { Backup } from '#shared/backup/contract.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';

/** Looks for backups in a folder that somebody names, and brings one back. */
export function BackupsInFolder({ way }: { readonly way: RestoreWay }) {
  const [path, setPath] = useState('');
  const [chosen, setChosen] = useState<Backup | null>(null);
  const look = useMutation({
    mutationFn: () => way.look(path.trim()),
    // Told at the field.
    onError: () => undefined,
  });
  return (
    <Stack gap="xs">
      <FolderForm
        label="backup.folder.path"
        action="backup.folder.look"
        path={path}
        isPending={look.isPending}
        refusal={look.error ? refusalOf(look.error) : undefined}
        onChange={(typed) => {
          setPath(typed);
          look.reset();
        }}
        onSubmit={() => look.mutate()}
      />
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
