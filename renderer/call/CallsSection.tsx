import { ActionIcon, Button, Group, Paper, Radio, Stack, Text } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone } from '#renderer/app/notify.ts';
import { useSettings, useUpdateSettings } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import { ScriptForm } from '#renderer/call/ScriptForm.tsx';
import { useCan } from '#renderer/people/use-me.ts';
import { OfficeChangesThis } from '#renderer/sync/OfficeChangesThis.tsx';
import { Section } from '#renderer/settings/Section.tsx';
import type { CallScript } from '#shared/call/contract.ts';
import type { Settings } from '#shared/settings/contract.ts';

const schemes = ['tel', 'sip', 'callto'] as const;

/** What makes the calls, and what to say. */
export function CallsSection() {
  const t = useText();
  const { callScheme } = useSettings();
  const update = useUpdateSettings();
  const [edited, setEdited] = useState<CallScript | 'new' | null>(null);
  const canEdit = useCan('callScript.edit');
  const scripts = useQuery(api.call.scripts.queryOptions()).data ?? [];
  return (
    <Section id="calls" title="call.settings" text="call.settingsText">
      <Radio.Group
        label={t('call.scheme')}
        value={callScheme}
        onChange={(scheme) => void update({ callScheme: scheme as Settings['callScheme'] })}
      >
        <Stack gap={6} mt={6}>
          {schemes.map((scheme) => (
            <Radio key={scheme} value={scheme} label={t(`call.scheme.${scheme}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Text fw={600} mt="xs">
        <Message id="call.scripts" />
      </Text>
      {scripts.length > 0 && (
        <Stack gap={4} component="ul" p={0} m={0}>
          {scripts.map((script) => (
            <ScriptRow key={script.id} script={script} canEdit={canEdit} onEdit={() => setEdited(script)} />
          ))}
        </Stack>
      )}
      <OfficeChangesThis />
      {canEdit && (
        <Group>
          <Button variant="light" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>
            <Message id="call.addScript" />
          </Button>
        </Group>
      )}
      <ScriptForm script={edited} onClose={() => setEdited(null)} />
    </Section>
  );
}

interface ScriptRowProps {
  readonly script: CallScript;
  readonly canEdit: boolean;
  readonly onEdit: () => void;
}

function ScriptRow({ script, canEdit, onEdit }: ScriptRowProps) {
  const t = useText();
  const { id, name, purpose } = script;
  const remove = useMutation(
    api.call.deleteScript.mutationOptions({
      onSuccess: ({ actId }) => notifyDone('call.scriptDeleted.done', { name }, { undoActId: actId }),
    }),
  );
  return (
    <Paper component="li" withBorder px="sm" py={6} style={{ listStyle: 'none' }}>
      <Group justify="space-between" wrap="nowrap">
        <Text truncate>
          {name}
          {purpose !== '' && (
            <Text component="span" c="dimmed" size="sm">
              {` · ${purpose}`}
            </Text>
          )}
        </Text>
        {canEdit && (
          <Group gap={2} wrap="nowrap">
            <ActionIcon variant="subtle" color="gray" aria-label={t('call.editScript', { name })} onClick={onEdit}>
              <IconPencil size={18} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('call.deleteScript', { name })}
              onClick={() => remove.mutate({ id })}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </Group>
        )}
      </Group>
    </Paper>
  );
}
