import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone } from '#renderer/app/notify.ts';
import { CustomFieldForm } from '#renderer/settings/CustomFieldForm.tsx';
import { CustomFieldRow } from '#renderer/settings/CustomFieldRow.tsx';
import { moveField } from '#renderer/settings/move-field.ts';
import { Section } from '#renderer/settings/Section.tsx';
import type { CustomField } from '#shared/custom-field/contract.ts';

/** The shop's own fields: added, renamed, put in order, taken away. */
export function CustomFieldsSection() {
  const fields = useQuery(api.customField.list.queryOptions());
  const [edited, setEdited] = useState<CustomField | 'new' | null>(null);
  const move = useMutation({
    mutationFn: async (moved: readonly Pick<CustomField, 'id' | 'position'>[]) => {
      for (const { id, position } of moved) await client.customField.update({ id, position });
    },
    onSettled: () => fields.refetch(),
  });
  const remove = useMutation({
    mutationFn: ({ id }: CustomField) => client.customField.delete({ id }),
    onSuccess: ({ actId }, { label }) => {
      notifyDone('settings.fieldDeleted', { label }, { undoActId: actId });
      void fields.refetch();
    },
  });
  const rows = fields.data ?? [];
  return (
    <Section id="fields" title="settings.fields" text="settings.fieldsText">
      {fields.isError && (
        <Group role="alert">
          <Text>
            <Message id="settings.notRead" />
          </Text>
          <Button size="compact-md" variant="light" onClick={() => void fields.refetch()}>
            <Message id="common.retry" />
          </Button>
        </Group>
      )}
      {rows.length > 0 && (
        <Stack gap={4} component="ul" p={0} m={0}>
          {rows.map((field, index) => (
            <CustomFieldRow
              key={field.id}
              field={field}
              isFirst={index === 0}
              isLast={index === rows.length - 1}
              onMove={(step) => move.mutate(moveField(rows, index, step))}
              onEdit={() => setEdited(field)}
              onDelete={() => remove.mutate(field)}
            />
          ))}
        </Stack>
      )}
      <Group>
        <Button variant="light" leftSection={<IconPlus size={16} />} onClick={() => setEdited('new')}>
          <Message id="settings.addField" />
        </Button>
      </Group>
      <CustomFieldForm field={edited} onClose={() => setEdited(null)} onSaved={() => void fields.refetch()} />
    </Section>
  );
}
