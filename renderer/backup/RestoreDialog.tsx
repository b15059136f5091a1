import { Alert, Loader, Table, Text } from '@mantine/core';
import { ORPCError } from '@orpc/client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api, client } from '#renderer/app/client.ts';
import { useFormat } from '#renderer/app/format.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { faultMessage } from '#renderer/backup/fault-message.ts';
import { ConfirmDialog } from '#renderer/branch/ConfirmDialog.tsx';
import type { Backup, BackupPreview } from '#shared/backup/contract.ts';

interface RestoreDialogProps {
  readonly backup: Backup;
  readonly onClose: () => void;
}

/** Shows what is in a backup and what would go, before it is brought back. */
export function RestoreDialog({ backup, onClose }: RestoreDialogProps) {
  const t = useText();
  const format = useFormat();
  const when = format.dateTime(backup.at);
  const { data: preview } = useQuery(api.backup.preview.queryOptions({ input: { id: backup.id }, staleTime: 0 }));
  const restore = useMutation({
    mutationFn: () => client.backup.restore({ id: backup.id }),
    onSuccess: () => {
      notifyDone('backup.restore.done', { when });
      onClose();
    },
    // What went wrong stands in the form.
    onError: () => undefined,
  });
  const canRestore = preview !== undefined && preview.refusal === null;
  return (
    <ConfirmDialog
      isOpen
      title={t('backup.restore.title', { when })}
      action={t('backup.restore')}
      isDangerous
      isPending={restore.isPending}
      isDisabled={!canRestore}
      onConfirm={() => canRestore && restore.mutate()}
      onClose={onClose}
    >
      {preview === undefined ? <Loader size="sm" /> : <Preview preview={preview} />}
      {restore.error !== null && <Failed error={restore.error} />}
    </ConfirmDialog>
  );
}

const rows = [
  ['parties', 'backup.restore.clients'],
  ['deals', 'backup.restore.deals'],
  ['tasks', 'backup.restore.tasks'],
  ['files', 'backup.restore.files'],
] as const;

function Preview({ preview: { backup, present, lost, refusal } }: { readonly preview: BackupPreview }) {
  const format = useFormat();
  if (refusal !== null)
    return (
      <Alert color="orange">
        <Message id={`backup.refusal.${refusal}`} />
      </Alert>
    );
  return (
    <>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th />
            <Table.Th ta="right">
              <Message id="backup.restore.inIt" />
            </Table.Th>
            <Table.Th ta="right">
              <Message id="backup.restore.here" />
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(([name, label]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" fw={400}>
                <Message id={label} />
              </Table.Th>
              <Table.Td ta="right">{format.number(backup.counts[name])}</Table.Td>
              <Table.Td ta="right">{format.number(present[name])}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text fw={500}>
        <Lost lost={lost} />
      </Text>
      <Text c="dimmed">
        <Message id="backup.restore.kept" />
      </Text>
    </>
  );
}

function Lost({ lost }: Pick<BackupPreview, 'lost'>) {
  if (lost === null) return <Message id="backup.restore.otherData" />;
  const { acts, parties, deals, tasks } = lost;
  if (acts === 0) return <Message id="backup.restore.lostNothing" />;
  return <Message id="backup.restore.lost" values={{ acts, parties, deals, tasks }} />;
}

function Failed({ error }: { readonly error: Error }) {
  const isKnown = error instanceof ORPCError && error.code === 'BACKUP_FAILED';
  const data = isKnown ? (error.data as { readonly code: string; readonly place: string }) : { code: 'unexpected', place: '' };
  return (
    <Alert color="red" role="alert">
      <Message id={faultMessage(data.code)} values={{ place: data.place }} />
    </Alert>
  );
}
