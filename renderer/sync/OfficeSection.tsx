import { Group, Stack, Text } from '@mantine/core';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import { useCan } from '#renderer/people/use-me.ts';
import { Section } from '#renderer/settings/Section.tsx';
import { ConnectionFields } from '#renderer/sync/ConnectionFields.tsx';
import { FileButtons } from '#renderer/sync/FileButtons.tsx';
import { JoinForms } from '#renderer/sync/JoinForms.tsx';
import { SyncFacts } from '#renderer/sync/SyncFacts.tsx';
import { SyncNow, SyncProgress } from '#renderer/sync/SyncPanel.tsx';
import { syncText, troubleText } from '#renderer/sync/sync-words.ts';
import { useSync } from '#renderer/sync/use-sync.ts';
import { useFormat } from '#renderer/app/format.ts';
import type { SyncStatus } from '#shared/sync/contract.ts';

/** How this computer exchanges changes with head office, or how it joins one. */
export function OfficeSection() {
  const canManage = useCan('sync.manage');
  const status = useSync();
  if (status === undefined) return null;
  if (status.role === 'alone') {
    if (!canManage) return null;
    return (
      <Section id="office" title="sync.join" text="sync.section.alone">
        <JoinForms onJoined={() => undefined} />
      </Section>
    );
  }
  return (
    <Section id="office" title="sync.section" text="sync.section.text">
      <Joined status={status} />
      {status.role === 'branch' && (
        <Text size="sm" c="dimmed">
          <Message id="sync.officeChanges.list" />
        </Text>
      )}
      {canManage && status.role === 'branch' && status.state !== 'revoked' && (
        <ConnectionFields key={status.addresses.join()} status={status} />
      )}
    </Section>
  );
}

function Joined({ status }: { readonly status: SyncStatus }) {
  const t = useText();
  const format = useFormat();
  const trouble = troubleText(status, t);
  return (
    <Stack gap="sm">
      <Text fw={600}>{syncText(status, { t, format })}</Text>
      <SyncProgress status={status} />
      {trouble !== null && <Text>{trouble}</Text>}
      <SyncFacts status={status} />
      {status.aside > 0 && (
        <Text size="sm" c="dimmed">
          <Message id="sync.aside" values={{ count: status.aside }} />
        </Text>
      )}
      <Group gap="xs">
        <SyncNow status={status} />
        <FileButtons />
      </Group>
    </Stack>
  );
}
