import { Alert, Button, Group, Stack } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { Message } from '#renderer/app/Message.tsx';
import { CopyableText } from '#renderer/settings/CopyableText.tsx';

/** The owner's code for the day the password is forgotten; shown this once. */
export function RecoveryCode({ code, onDone }: { readonly code: string; readonly onDone: () => void }) {
  return (
    <Stack>
      <Alert color="teal" icon={<IconKey />} title={<Message id="session.codeTitle" />}>
        <Stack gap="xs">
          <Message id="session.codeText" />
          <CopyableText text={code} />
        </Stack>
      </Alert>
      <Group justify="flex-end">
        <Button variant="default" onClick={() => window.print()}>
          <Message id="session.print" />
        </Button>
        <Button onClick={onDone}>
          <Message id="session.codeKept" />
        </Button>
      </Group>
    </Stack>
  );
}
