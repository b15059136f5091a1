import { Group, Text } from '@mantine/core';
import { IconBuildingSkyscraper } from '@tabler/icons-react';
import { Message } from '#renderer/app/Message.tsx';
import { useIsBranch } from '#renderer/sync/use-sync.ts';

/** In a branch, where a page shows what is head office's to change. Nothing elsewhere. */
export function OfficeChangesThis() {
  const isBranch = useIsBranch();
  if (!isBranch) return null;
  return (
    <Group gap={8} wrap="nowrap" role="note">
      <IconBuildingSkyscraper size={18} aria-hidden style={{ flex: 'none' }} />
      <Text c="dimmed">
        <Message id="sync.officeChanges" />
      </Text>
    </Group>
  );
}
