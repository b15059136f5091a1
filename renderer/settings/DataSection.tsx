import { Button, Group, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { client } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone } from '#renderer/app/notify.ts';
import { saveFile } from '#renderer/app/save-file.ts';
import { useSettings } from '#renderer/app/settings.tsx';
import { useCan } from '#renderer/people/use-me.ts';
import { CopyableText } from '#renderer/settings/CopyableText.tsx';
import { RestoreButton } from '#renderer/settings/RestoreButton.tsx';
import { Section } from '#renderer/settings/Section.tsx';

/** Where the data is, and how to take all of it away. */
export function DataSection() {
  const canRestore = useCan('archive.restore');
  const { dataDirectory } = useSettings();
  const save = useMutation({
    mutationFn: () => client.export.archive(undefined),
    onSuccess: (file) => {
      saveFile(file, file.name);
      notifyDone('settings.exported', { file: file.name });
    },
  });
  return (
    <Section id="data" title="settings.data" text="settings.dataText">
      <Group gap="xs">
        <Message id="settings.folder" />
        <CopyableText text={dataDirectory} />
      </Group>
      <Text c="dimmed">
        <Message id="settings.exportText" />
      </Text>
      <Group>
        <Button variant="light" leftSection={<IconDownload size={16} />} loading={save.isPending} onClick={() => save.mutate()}>
          <Message id="settings.export" />
        </Button>
        {canRestore && <RestoreButton />}
      </Group>
    </Section>
  );
}
