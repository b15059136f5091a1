import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { OfficeChangesThis } from '#renderer/sync/OfficeChangesThis.tsx';
import classes from '#renderer/sync/SyncChip.module.css';
import { useIsBranch } from '#renderer/sync/use-sync.ts';

/** Settings of the whole company: in a branch they are to be read, and say who changes them. */
export function OfficesOwn({ children }: { readonly children: ReactNode }) {
  const isBranch = useIsBranch();
  if (!isBranch) return children;
  return (
    <Stack gap="xs">
      <OfficeChangesThis />
      <fieldset disabled className={classes.toRead}>
        {children}
      </fieldset>
    </Stack>
  );
}
