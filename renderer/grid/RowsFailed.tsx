import { Alert, Button, Group } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { errorText } from '#renderer/app/error-text.ts';
import { Message } from '#renderer/app/Message.tsx';

/** Says above a list why its rows could not be read, and offers to try again. */
export function RowsFailed({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={<Message id="list.failed" />}>
      <Group justify="space-between">
        <Message id={errorText(error)} />
        <Button variant="default" size="compact-md" onClick={retry}>
          <Message id="common.retry" />
        </Button>
      </Group>
    </Alert>
  );
}
