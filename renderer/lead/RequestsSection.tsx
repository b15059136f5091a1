import { Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { useSettings, useUpdateSettings } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import { CopyableText } from '#renderer/settings/CopyableText.tsx';
import { Section } from '#renderer/settings/Section.tsx';

/** The folder whose files are taken in as requests. */
export function RequestsSection() {
  const t = useText();
  const { inboxFolder } = useSettings();
  const update = useUpdateSettings();
  const [typed, setTyped] = useState(inboxFolder);
  const inbox = useQuery(api.lead.inbox.queryOptions());
  const save = async () => {
    if (typed.trim() === inboxFolder) return;
    await update({ inboxFolder: typed.trim() });
    void inbox.refetch();
  };
  return (
    <Section id="requests" title="lead.settings.title" text="lead.settings.text">
      {inbox.data !== undefined && <CopyableText text={inbox.data.folder} />}
      <TextInput
        label={t('lead.settings.folder')}
        description={t('lead.settings.folderText')}
        maxLength={1000}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => void save()}
      />
      {inbox.data?.files.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('lead.folder.none')}
        </Text>
      )}
    </Section>
  );
}
