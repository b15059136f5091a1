import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';

interface JobProgressProps {
  readonly title: ReactNode;
  readonly hint?: ReactNode;
  /** Rows done, and of how many; null while that isn't known. */
  readonly done: number;
  readonly total: number | null;
  readonly onCancel: () => void;
}

/** How far a long job is, with a way out. */
export function JobProgress({ title, hint, done, total, onCancel }: JobProgressProps) {
  const t = useText();
  const counted =
    total === null || total === 0
      ? t('import.progressUnknown', { done })
      : t('import.progress', { done: Math.min(done, total), total });
  const share = total === null || total === 0 ? 100 : Math.min(100, (done / total) * 100);
  return (
    <Stack gap="xs" maw={620} py="xl">
      <Text fw={600} size="lg" role="status">
        {title}
      </Text>
      <Progress.Root size="lg">
        <Progress.Section value={share} animated aria-label={counted} />
      </Progress.Root>
      <Group justify="space-between">
        <Text c="dimmed">{counted}</Text>
        <Button variant="default" onClick={onCancel}>
          <Message id="import.cancel" />
        </Button>
      </Group>
      {hint !== undefined && <Text c="dimmed">{hint}</Text>}
    </Stack>
  );
}
