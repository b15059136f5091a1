import { ActionIcon, Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconDownload, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api, client } from '#renderer/app/client.ts';
import { languageNames } from '#renderer/app/languages.ts';
import { notifyDone, notifyError } from '#renderer/app/notify.ts';
import { saveFile } from '#renderer/app/save-file.ts';
import { useText } from '#renderer/app/text.ts';
import classes from '#renderer/document/Documents.module.css';
import { TemplateUpload } from '#renderer/document/TemplateUpload.tsx';
import type { DocumentTemplate } from '#shared/document/contract.ts';

/** The shop's own templates, and how to come by one. */
export function Templates() {
  const t = useText();
  const { data } = useQuery(api.document.templates.queryOptions());
  return (
    <Stack gap="xs">
      <div>
        <Title order={3} size="h5">
          {t('document.templates')}
        </Title>
        <Text c="dimmed">{t('document.templates.text')}</Text>
      </div>
      {data !== undefined && data.length > 0 && (
        <ul className={classes.list}>
          {data.map((template) => (
            <TemplateRow key={template.id} template={template} />
          ))}
        </ul>
      )}
      <TemplateUpload />
    </Stack>
  );
}

function TemplateRow({ template: { id, name, kind, language, isDefault } }: { readonly template: DocumentTemplate }) {
  const t = useText();
  const makeUsual = useMutation({ mutationFn: () => client.document.updateTemplate({ id, isDefault: true }) });
  const remove = useMutation({
    mutationFn: () => client.document.deleteTemplate({ id }),
    onSuccess: ({ actId }) => notifyDone('document.templates.deleted', { name }, { undoActId: actId }),
  });
  const save = () => client.document.downloadTemplate({ id }).then((file) => saveFile(file, file.name), notifyError);
  return (
    <li className={classes.row}>
      <div className={classes.main}>
        <Text>{name}</Text>
        <Text size="sm" c="dimmed">{`${t(`document.kind.${kind}`)} · ${languageNames[language]}`}</Text>
      </div>
      <Group gap={4} wrap="nowrap" flex="none">
        {isDefault ? (
          <Badge tt="none" variant="light">
            {t('document.templates.usual')}
          </Badge>
        ) : (
          <Button size="compact-sm" variant="subtle" loading={makeUsual.isPending} onClick={() => makeUsual.mutate()}>
            {t('document.templates.makeUsual')}
          </Button>
        )}
        <ActionIcon
          size={28}
          variant="subtle"
          color="gray"
          aria-label={t('document.templates.save', { name })}
          title={t('document.templates.save', { name })}
          onClick={() => void save()}
        >
          <IconDownload size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          size={28}
          variant="subtle"
          color="gray"
          aria-label={t('document.templates.delete', { name })}
          title={t('document.templates.delete', { name })}
          loading={remove.isPending}
          onClick={() => remove.mutate()}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </Group>
    </li>
  );
}
