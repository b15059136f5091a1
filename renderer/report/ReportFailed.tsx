import { Button, Group, Text } from '@mantine/core';
import { Message } from '#renderer/app/Message.tsx';

/** What stands where a report could not be read. */
export function ReportFailed({ onRetry }: { readonly onRetry: () => void }) {
  return (
    <Group role="alert">
      <Text>
        <Message id="report.failed" />
      </Text>
      <Button size="compact-md" variant="light" onClick={onRetry}>
        <Message id="common.retry" />
      </Button>
    </Group>
  );
}
