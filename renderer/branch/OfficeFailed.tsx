import { ORPCError } from '@orpc/client';
import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { errorText } from '#renderer/app/error-text.ts';
import { Message } from '#renderer/app/Message.tsx';

/** Head office doesn't answer, or there is other trouble with it: what stands meanwhile, and what to do. */
export function OfficeFailed({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const isUnreachable = error instanceof ORPCError && error.code === 'OFFICE_UNREACHABLE';
  return (
    <Alert color="orange" role="alert" icon={<IconPlugConnectedX aria-hidden />}>
      <Stack gap="xs" align="flex-start">
        <Text>
          <Message id={isUnreachable ? 'branch.unreachable' : errorText(error)} />
        </Text>
        <Button size="compact-md" variant="default" onClick={onRetry}>
          <Message id="common.retry" />
        </Button>
      </Stack>
    </Alert>
  );
}
