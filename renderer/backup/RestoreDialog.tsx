import { Alert, Loader, Table, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormat } from '#renderer/app/format.ts';
import { Message } from '#renderer/app/Message.tsx';
import { toastDone } from '#renderer/app/toast.ts';
import { useText } from '#renderer/app/text.ts';
import { RestoreFailed } from '#renderer/backup/RestoreFailed.tsx';
import type { RestoreWay } from '#renderer/backup/restore-way.ts';
import { SecretFields } from '#renderer/backup/SecretFields.tsx';
import { ConfirmDialog } from '#renderer/branch/ConfirmDialog.tsx';
import type { Backup, BackupPreview, BackupSecret } from '#shared/backup/contract.ts';

interface RestoreDialogProps {
  readonly backup: Backup;
  /** The folder that somebody named; left out for one of the places. */
  readonly folder?: string | undefined;
  readonly way: RestoreWay;
  readonly onClose: () => void;
}

/** Shows what is in a backup and what would go, and asks for what opens it, before it is brought back. */
export function RestoreDialog({ backup, folder, way, onClose }: RestoreDialogProps) {
  const t = useText();
  const format = useFormat();
  const queries = useQueryClient();
  const when = format.dateTime(backup.at);
  const chosen = { id: backup.id, ...(folder !== undefined && { folder }) };
  const queryKey = [...way.queryKey, 'preview', chosen];
  const { data: preview } = useQuery({ queryKey, queryFn: () => way.preview(chosen), staleTime: 0, gcTime: 0 });
  const [secret, setSecret] = useState<BackupSecret>();
  const restore = useMutation({
    mutationFn: () => way.restore({ ...chosen, ...(secret && { secret }) }),
    onSuccess: () => {
      void queries.invalidateQueries();
      toastDone('backup.restore.done', { when });
      onClose();
    },
    // What went wrong stands in the form.
    onError: () => undefined,
    onSettled: () => way.onSettled?.(),
  });
  const canRestore = preview !== undefined && preview.refusal === null && (preview.asks === null || secret !== undefined);
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
      {preview?.refusal === null && preview.asks !== null && (
        <SecretFields asks={preview.asks} onChange={setSecret} onSubmit={() => canRestore && restore.mutate()} />
      )}
      {restore.error !== null && <RestoreFailed error={restore.error} />}
    </ConfirmDialog>
  );
}

const rows = [
  ['parties', 'backup.restore.clients'],
  ['deals', 'backup.restore.deals'],
  ['tasks', 'backup.restore.tasks'],
  ['files', 'backup.restore.files'],
] as const;

function Preview({ preview: { backup, present, lost, refusal, becomesPlain } }: { readonly preview: BackupPreview }) {
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
            {present && (
              <Table.Th ta="right">
                <Message id="backup.restore.here" />
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(([name, label]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" fw={400}>
                <Message id={label} />
              </Table.Th>
              <Table.Td ta="right">{format.number(backup.counts[name])}</Table.Td>
              {present && <Table.Td ta="right">{format.number(present[name])}</Table.Td>}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {present && present.parties + present.deals > 0 && (
        <>
          <Text fw={500}>
            <Lost lost={lost} />
          </Text>
          <Text c="dimmed">
            <Message id="backup.restore.kept" />
          </Text>
        </>
      )}
      {becomesPlain && (
        <Alert color="orange">
          <Message id="backup.restore.plain" />
        </Alert>
      )}
    </>
  );
}

function Lost({ lost }: Pick<BackupPreview, 'lost'>) {
  if (lost === null) return <Message id="backup.restore.otherData" />;
  const { acts, parties, deals, tasks } = lost;
  if (acts === 0) return <Message id="backup.restore.lostNothing" />;
  return <Message id="backup.restore.lost" values={{ acts, parties, deals, tasks }} />;
}
