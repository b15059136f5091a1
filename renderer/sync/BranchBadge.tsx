import { Badge } from '@mantine/core';
import { IconBuildingStore } from '@tabler/icons-react';
import { useBranches, useBranchName } from '#renderer/sync/use-branches.ts';

/** Whose a card or deal is, where the company has branches. */
export function BranchBadge({ branchId }: { readonly branchId: string | null }) {
  const hasBranches = useBranches().length > 0;
  const name = useBranchName()(branchId);
  if (!hasBranches || name === '') return null;
  return (
    <Badge
      variant="default"
      tt="none"
      fw={500}
      size="md"
      leftSection={<IconBuildingStore size={13} aria-hidden />}
      style={{ flex: 'none' }}
    >
      {name}
    </Badge>
  );
}
