import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { ORPCError } from '@orpc/client';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { entranceClient } from '#renderer/app/client.ts';
import { useFormat } from '#renderer/app/format.ts';
import { Message } from '#renderer/app/Message.tsx';
import { toastDone } from '#renderer/app/toast.ts';
import { BackupRow } from '#renderer/backup/BackupList.tsx';
import { faultMessage } from '#renderer/backup/fault-message.ts';
import { oneOfEach } from '#renderer/backup/one-of-each.ts';
import { useShowEntrance } from '#renderer/entrance/use-entrance.ts';
import type { RepairReport } from '#shared/backup/rescue-contract.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';

/** Bring back a backup, or save what can be saved: both leave the file that is there beside. */
export function RescueChoices({ canRepair }: { readonly canRepair: boolean }) {
  const format = useFormat();
  const show = useShowEntrance();
  const [isChoosing, setChoosing] = useState(false);
  const { data, refetch } = useQuery({ queryKey: ['rescue'], queryFn: () => entranceClient.rescue.backups(), gcTime: 0 });
  const backups = oneOfEach(data ?? []);
  const showState = async () => show(await entranceClient.state());
  const restore = useMutation({
    mutationFn: (id: string) => entranceClient.rescue.restore({ id }),
    onSuccess: ({ at }) => toastDone('backup.restore.done', { when: format.dateTime(at) }),
    onError: () => undefined,
    onSettled: showState,
  });
  const repair = useMutation({
    mutationFn: () => entranceClient.rescue.repair(),
    onSuccess: (report) => toastDone('rescue.repaired', sums(report)),
    onError: () => undefined,
    onSettled: showState,
  });
  const isBusy = restore.isPending || repair.isPending;
  const [last, ...others] = backups;
  const error = restore.error ?? repair.error;
  return (
    <Stack>
      {last ? (
        <Choice
          title="rescue.last"
          text={<Message id="rescue.last.text" values={{ when: format.dateTime(last.at) }} />}
          action={
            <Button loading={restore.isPending} disabled={isBusy} onClick={() => restore.mutate(last.id)}>
              <Message id="rescue.last" />
            </Button>
          }
        />
      ) : (
        <Group justify="space-between">
          <Text flex={1}>
            <Message id="rescue.none" />
          </Text>
          <Button variant="default" onClick={() => void refetch()}>
            <Message id="common.retry" />
          </Button>
        </Group>
      )}
      {canRepair && (
        <Choice
          title="rescue.repair"
          text={<Message id="rescue.repair.text" />}
          action={
            <Button
              variant={last ? 'default' : 'filled'}
              loading={repair.isPending}
              disabled={isBusy}
              onClick={() => repair.mutate()}
            >
              <Message id="rescue.repair" />
            </Button>
          }
        />
      )}
      {others.length > 0 && !isChoosing && (
        <Button variant="subtle" onClick={() => setChoosing(true)}>
          <Message id="rescue.others" />
        </Button>
      )}
      {isChoosing &&
        others.map((backup) => (
          <BackupRow key={backup.id} backup={backup} onRestore={isBusy ? null : () => restore.mutate(backup.id)} />
        ))}
      {error !== null && <Failed error={error} />}
    </Stack>
  );
}

interface ChoiceProps {
  readonly title: MessageKey;
  readonly text: ReactNode;
  readonly action: ReactNode;
}

function Choice({ title, text, action }: ChoiceProps) {
  return (
    <Paper withBorder p="md">
      <Stack gap="xs" align="flex-start">
        <Title order={2} size="h5">
          <Message id={title} />
        </Title>
        <Text c="dimmed">{text}</Text>
        {action}
      </Stack>
    </Paper>
  );
}

function Failed({ error }: { readonly error: Error }) {
  const { code, data } = error instanceof ORPCError ? error : { code: '', data: null };
  const failed = data as { readonly code?: string; readonly place?: string } | null;
  return (
    <Alert color="red" role="alert">
      {code === 'OTHER_KEY' ? (
        <Message id="backup.refusal.otherKey" />
      ) : (
        <Message id={faultMessage(failed?.code ?? '')} values={{ place: failed?.place ?? '' }} />
      )}
    </Alert>
  );
}

function sums({ tables }: RepairReport) {
  return {
    saved: tables.reduce((sum, { saved }) => sum + saved, 0),
    lost: tables.reduce((sum, { lost }) => sum + (lost ?? 0), 0),
  };
}
