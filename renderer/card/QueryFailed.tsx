import { Button, Group, Text } from '@mantine/core';
import { Message } from '#renderer/app/Message.tsx';
import type { MessageKey } from '#shared/messages/catalogue.ts';

/** A part of the card that could not be read, with a way to try again. */
export function QueryFailed({ message, onRetry }: { readonly message: MessageKey; readonly onRetry: () => void }) {
  return (
    <Group gap="xs" role="alert">
      <Text size="sm" c="var(--mantine-color-error)">
        <Message id={message} />
      </Text>
      <Button size="compact-sm" variant="light" onClick={onRetry}>
        <Message id="common.retry" />
      </Button>
    </Group>
  );
}
