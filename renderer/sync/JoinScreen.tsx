import { Button, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { Message } from '#renderer/app/Message.tsx';
import { useSettings, useUpdateSettings } from '#renderer/app/settings.tsx';
import { JoinForms } from '#renderer/sync/JoinForms.tsx';

/** In the first run: this computer becomes one of a branch, and nothing else has to be asked. */
export function JoinScreen({ onBack }: { readonly onBack: () => void }) {
  const [, goTo] = useLocation();
  const { shopName } = useSettings();
  const update = useUpdateSettings();
  const begin = (companyName: string) => {
    goTo('/contacts');
    // What stands on its documents, until somebody gives the shop a name of its own.
    void update({ firstRunDone: true, ...(shopName === '' && { shopName: companyName }) });
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
      <JoinForms isFirst onJoined={begin} />
      <Button variant="subtle" color="gray" mr="auto" leftSection={<IconArrowLeft size={16} />} onClick={onBack}>
        <Message id="common.back" />
      </Button>
    </Stack>
  );
}
