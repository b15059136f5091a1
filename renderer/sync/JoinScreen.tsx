import { Button, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { Message } from '#renderer/app/Message.tsx';
import { useUpdateSettings } from '#renderer/app/settings.tsx';
import { JoinForms } from '#renderer/sync/JoinForms.tsx';

/** In the first run: this computer becomes one of a branch, and nothing else has to be asked. */
export function JoinScreen({ onBack }: { readonly onBack: () => void }) {
  const [, goTo] = useLocation();
  const update = useUpdateSettings();
  const begin = () => {
    goTo('/contacts');
    void update({ firstRunDone: true });
  };
  return (
    <Stack gap="md">
      <div>
        <Title order={1} size="h2">
          <Message id="sync.join" />
        </Title>
        <Text c="dimmed">
          <Message id="sync.join.branchText" />
        </Text>
      </div>
      <JoinForms onJoined={begin} />
      <Button variant="subtle" color="gray" mr="auto" leftSection={<IconArrowLeft size={16} />} onClick={onBack}>
        <Message id="common.back" />
      </Button>
    </Stack>
  );
}
