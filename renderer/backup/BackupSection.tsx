import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconDatabaseExport } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { useFormat } from '#renderer/app/format.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone } from '#renderer/app/notify.ts';
import { BackupList } from '#renderer/backup/BackupList.tsx';
import { BackupPlaces } from '#renderer/backup/BackupPlaces.tsx';
import { BackupsInFolder } from '#renderer/backup/BackupsInFolder.tsx';
import { faultMessage } from '#renderer/backup/fault-message.ts';
import { PlainSetAside } from '#renderer/backup/PlainSetAside.tsx';
import { wayOfOpenData } from '#renderer/backup/restore-way.ts';
import { useBackupState } from '#renderer/backup/use-backups.ts';
import { useJob } from '#renderer/import/use-job.ts';
import { useCan } from '#renderer/people/use-me.ts';
import { Section } from '#renderer/settings/Section.tsx';
import type { BackupState } from '#shared/backup/contract.ts';

/** Whether there are backups, where they go, and how one is brought back. */
export function BackupSection() {
  const state = useBackupState();
  const canRestore = useCan('backup.restore');
  if (state === undefined) return null;
  return (
    <Section id="backups" title="backup.title" text="backup.text">
      <Group justify="space-between">
        <LastBackup state={state} />
        <BackUpNow state={state} />
      </Group>
      {state.isEncrypted && state.plainSetAside > 0 && <PlainSetAside count={state.plainSetAside} canRemove={canRestore} />}
      <BackupPlaces places={state.places} canChange={canRestore} />
      <BackupList canRestore={canRestore} />
      {canRestore && <FromElsewhere />}
    </Section>
  );
}

function FromElsewhere() {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <BackupsInFolder way={wayOfOpenData} />;
  return (
    <Anchor component="button" type="button" ta="left" onClick={() => setOpen(true)}>
      <Message id="backup.folder" />
    </Anchor>
  );
}

function LastBackup({ state: { last, actsSince } }: { readonly state: BackupState }) {
  const format = useFormat();
  if (last === null)
    return (
      <Text fw={500}>
        <Message id="backup.none" />
      </Text>
    );
  return (
    <Text>
      <b>
        <Message id="backup.last" values={{ when: format.dateTime(last.at) }} />
      </b>
      {' · '}
      {actsSince === 0 ? <Message id="backup.upToDate" /> : <Message id="backup.since" values={{ count: actsSince }} />}
    </Text>
  );
}

function BackUpNow({ state }: { readonly state: BackupState }) {
  const queries = useQueryClient();
  const run = useMutation({ mutationFn: () => client.backup.run(undefined) });
  const { job } = useJob(run.data?.id ?? state.jobId);
  const isRunning = run.isPending || job?.state === 'running';
  const ended = run.data && job?.id === run.data.id ? job.state : null;
  useEffect(() => {
    if (ended === null || ended === 'running') return;
    if (ended === 'done') notifyDone('backup.done');
    void queries.invalidateQueries({ queryKey: api.backup.key() });
  }, [ended, queries]);
  return (
    <Stack gap="xs" align="flex-end">
      <Button
        variant="light"
        leftSection={<IconDatabaseExport size={16} aria-hidden />}
        loading={isRunning}
        onClick={() => run.mutate()}
      >
        <Message id="backup.now" />
      </Button>
      {ended === 'failed' && job?.error && (
        <Alert color="red" icon={<IconAlertTriangle aria-hidden />} role="alert">
          <Message id={faultMessage(job.error.code)} values={{ place: String(job.error.detail['place'] ?? '') }} />
        </Alert>
      )}
    </Stack>
  );
}
