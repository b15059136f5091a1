import { Button, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Message } from '#renderer/app/Message.tsx';
import { BackupsInFolder } from '#renderer/backup/BackupsInFolder.tsx';
import { wayOfOpenData } from '#renderer/backup/restore-way.ts';

/** In the first run: the computer that Cartera was on is gone, and a backup of it is here. */
export function BringBackScreen({ onBack }: { readonly onBack: () => void }) {
  return (
    <Stack gap="md">
      <div>
        <Title order={1} size="h2">
          <Message id="firstRun.bringBack" />
        </Title>
        <Text c="dimmed">
          <Message id="firstRun.bringBackText" />
        </Text>
      </div>
      <BackupsInFolder way={wayOfOpenData} />
      <Button variant="subtle" color="gray" mr="auto" leftSection={<IconArrowLeft size={16} />} onClick={onBack}>
        <Message id="common.back" />
      </Button>
    </Stack>
  );
}
