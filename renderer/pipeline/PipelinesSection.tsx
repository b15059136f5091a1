import { ActionIcon, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { refusedField } from '#renderer/app/error-text.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone, notifyError } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { PipelineForm } from '#renderer/pipeline/PipelineForm.tsx';
import { AddReadyMenu } from '#renderer/pipeline/AddReadyMenu.tsx';
import { usePipelines } from '#renderer/pipeline/use-pipelines.ts';
import { Section } from '#renderer/settings/Section.tsx';
import type { Pipeline } from '#shared/pipeline/contract.ts';

/** Pipelines and their stages: added, changed, taken away. */
export function PipelinesSection() {
  const t = useText();
  const queries = useQueryClient();
  const { pipelines = [] } = usePipelines();
  const [edited, setEdited] = useState<Pipeline | 'new' | null>(null);
  const [inUse, setInUse] = useState<string | null>(null);
  const remove = useMutation(
    api.pipeline.delete.mutationOptions({
      onError: (error, { id }) => {
        if (refusedField(error) === 'id') setInUse(id);
        else notifyError(error);
      },
      onSuccess: ({ actId }) => {
        notifyDone('deal.pipeline.deleted', {}, { undoActId: actId });
        void queries.invalidateQueries({ queryKey: api.pipeline.key() });
      },
    }),
  );
  return (
    <Section id="pipelines" title="deal.pipeline.title" text="deal.pipeline.text">
      <Stack gap={4} component="ul" p={0} m={0}>
        {pipelines.map((pipeline) => (
          <Paper key={pipeline.id} component="li" withBorder px="sm" py={4} style={{ listStyle: 'none' }}>
            <Group justify="space-between" wrap="nowrap">
              <div style={{ minWidth: 0 }}>
                <Text fw={500} truncate>
                  {pipeline.name}
                </Text>
                <Text size="sm" c="dimmed" truncate>
                  {pipeline.stages.map(({ name }) => name).join(' → ')}
                </Text>
                {inUse === pipeline.id && (
                  <Text size="sm" c="var(--mantine-color-error)" role="alert">
                    <Message id="deal.pipeline.inUse" />
                  </Text>
                )}
              </div>
              <Group gap={2} wrap="nowrap">
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('settings.editField', { label: pipeline.name })}
                  onClick={() => setEdited(pipeline)}
                >
                  <IconPencil size={18} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('settings.deleteField', { label: pipeline.name })}
                  disabled={remove.isPending}
                  onClick={() => remove.mutate({ id: pipeline.id })}
                >
                  <IconTrash size={18} aria-hidden />
                </ActionIcon>
              </Group>
            </Group>
          </Paper>
        ))}
      </Stack>
      <Group>
        <Button variant="light" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>
          <Message id="deal.pipeline.add" />
        </Button>
        <AddReadyMenu />
      </Group>
      <PipelineForm pipeline={edited} onClose={() => setEdited(null)} />
    </Section>
  );
}
