import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { entranceClient } from '#renderer/app/client.ts';
import { useFormat } from '#renderer/app/format.ts';
import { Message } from '#renderer/app/Message.tsx';
import { toastDone, toastDoneInPart } from '#renderer/app/toast.ts';
import { BackupRow } from '#renderer/backup/BackupList.tsx';
import { BackupsInFolder } from '#renderer/backup/BackupsInFolder.tsx';
import { oneOfEach } from '#renderer/backup/one-of-each.ts';
import { RepairOutlook } from '#renderer/backup/RepairOutlook.tsx';
import { RestoreDialog } from '#renderer/backup/RestoreDialog.tsx';
import { RestoreFailed } from '#renderer/backup/RestoreFailed.tsx';
import { wayOfRescue } from '#renderer/backup/restore-way.ts';
import { useRepairSurvey } from '#renderer/backup/use-repair-survey.ts';
import { useShowEntrance } from '#renderer/entrance/use-entrance.ts';
import type { Backup } from '#shared/backup/contract.ts';
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
  const [asked, setAsked] = useState<Backup | null>(null);
  const way = { ...wayOfRescue, onSettled: showState };
  const restore = useMutation({
    async mutationFn(backup: Backup) {
      const { refusal, asks, becomesPlain } = await way.preview({ id: backup.id });
      // There is something to say first, or to be asked.
      if (refusal !== null || asks !== null || becomesPlain) return setAsked(backup);
      const { at } = await way.restore({ id: backup.id });
      toastDone('backup.restore.done', { when: format.dateTime(at) });
    },
    onError: () => undefined,
    onSettled: showState,
  });
  const repair = useMutation({
    mutationFn: () => entranceClient.rescue.repair(),
    onSuccess: sayRepaired,
    onError: () => undefined,
    onSettled: showState,
  });
  const survey = useRepairSurvey({ enabled: canRepair });
  const isBusy = restore.isPending || repair.isPending;
  const [last, ...others] = backups;
  const error = restore.error ?? repair.error;
  return (
    <Stack>
      {last ? (
        <Choice
          title="rescue.last"
          text={<Message id="rescue.last.text" values={{ when: format.dateTime(last.at) }} />}
          outlook={<Counts of={last} />}
          action={
            <Button loading={restore.isPending} disabled={isBusy} onClick={() => restore.mutate(last)}>
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
          outlook={<RepairOutlook survey={survey} />}
          action={
            !survey.isNothing && (
              <Button
                variant={last ? 'default' : 'filled'}
                loading={repair.isPending}
                disabled={isBusy}
                onClick={() => repair.mutate()}
              >
                <Message id="rescue.repair" />
              </Button>
            )
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
          <BackupRow key={backup.id} backup={backup} onRestore={isBusy ? null : () => restore.mutate(backup)} />
        ))}
      <Choice title="backup.folder" text={<Message id="firstRun.bringBackText" />} action={<BackupsInFolder way={way} />} />
      {asked && <RestoreDialog backup={asked} way={way} onClose={() => setAsked(null)} />}
      {error !== null && <RestoreFailed error={error} />}
    </Stack>
  );
}

function Counts({ of: { counts } }: { readonly of: Backup }) {
  const { parties, deals, tasks } = counts;
  return (
    <Text>
      <Message id="backup.counts" values={{ parties, deals, tasks }} />
    </Text>
  );
}

interface ChoiceProps {
  readonly title: MessageKey;
  readonly text: ReactNode;
  /** What would be there then. */
  readonly outlook?: ReactNode;
  readonly action: ReactNode;
}

function Choice({ title, text, outlook, action }: ChoiceProps) {
  return (
    <Paper withBorder p="md">
      <Stack gap="xs" align="flex-start">
        <Title order={2} size="h5">
          <Message id={title} />
        </Title>
        <Text c="dimmed">{text}</Text>
        {outlook}
        {action}
      </Stack>
    </Paper>
  );
}

/** What was lost of a table that can't even be counted nobody knows: that is no reason to say that nothing was. */
function sayRepaired({ tables }: RepairReport) {
  const saved = tables.reduce((sum, table) => sum + table.saved, 0);
  if (tables.some(({ lost }) => lost === null)) return toastDoneInPart('rescue.repairedInPart', { saved });
  toastDone('rescue.repaired', { saved, lost: tables.reduce((sum, { lost }) => sum + (lost ?? 0), 0) });
}
