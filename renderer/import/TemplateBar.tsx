import { ActionIcon, Button, Group, Popover, Select, TextInput } from '@mantine/core';
import { IconBookmark, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { applyTemplate } from '#shared/import/apply-template.ts';
import type { Mapping } from '#shared/import/mapping.ts';
import { changeDraft } from './import-store.ts';

interface TemplateBarProps {
  readonly mapping: Mapping;
  readonly templateId: string | null;
  /** What was proposed for the file, to go back to. */
  readonly proposed: Mapping;
}

/** Corrections saved under a name for the next list of the same kind, and those saved before. */
export function TemplateBar({ mapping, templateId, proposed }: TemplateBarProps) {
  const t = useText();
  const queries = useQueryClient();
  const templates = useQuery(api.import.listTemplates.queryOptions()).data ?? [];
  const refresh = () => queries.invalidateQueries({ queryKey: api.import.listTemplates.key() });
  const remove = useMutation(
    api.import.deleteTemplate.mutationOptions({
      onSuccess: async () => {
        changeDraft({ templateId: null });
        await refresh();
      },
    }),
  );
  const current = templates.find(({ id }) => id === templateId);
  const choose = (id: string | null) => {
    const chosen = templates.find((template) => template.id === id);
    changeDraft({ templateId: id, mapping: chosen === undefined ? proposed : applyTemplate(chosen.mapping, proposed) });
  };
  return (
    <Group gap="xs" wrap="nowrap" flex="none">
      {templates.length > 0 && (
        <>
          <Select
            size="sm"
            aria-label={t('import.template.choose')}
            placeholder={t('import.template.choose')}
            w={200}
            clearable
            value={current?.id ?? null}
            data={templates.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={choose}
          />
          {current !== undefined && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('import.template.delete', { name: current.name })}
              loading={remove.isPending}
              onClick={() => remove.mutate({ id: current.id })}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          )}
        </>
      )}
      <SaveTemplate
        mapping={mapping}
        suggested={current?.name ?? ''}
        onSaved={(id) => {
          changeDraft({ templateId: id });
          void refresh();
        }}
      />
    </Group>
  );
}

interface SaveTemplateProps {
  readonly mapping: Mapping;
  readonly suggested: string;
  readonly onSaved: (id: string) => void;
}

function SaveTemplate({ mapping, suggested, onSaved }: SaveTemplateProps) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState(suggested);
  const save = useMutation(
    api.import.saveTemplate.mutationOptions({
      onSuccess: ({ id }) => {
        setOpen(false);
        notifyDone('import.template.saved');
        onSaved(id);
      },
    }),
  );
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={340} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Button
          variant="default"
          size="sm"
          leftSection={<IconBookmark size={16} aria-hidden />}
          onClick={() => {
            setName(suggested);
            setOpen(!isOpen);
          }}
        >
          <Message id="import.template.save" />
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('import.template.save')}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '') save.mutate({ name: name.trim(), mapping });
          }}
        >
          <Group gap="xs" align="end" wrap="nowrap">
            <TextInput
              style={{ flex: 1 }}
              data-autofocus
              label={t('import.template.name')}
              placeholder={t('import.template.example')}
              maxLength={120}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button type="submit" loading={save.isPending} disabled={name.trim() === ''}>
              <Message id="common.save" />
            </Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
