import { Center, Loader, Paper } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '#renderer/app/text.ts';
import { RescuePage } from '#renderer/backup/RescuePage.tsx';
import { FaultPage } from '#renderer/entrance/FaultPage.tsx';
import { LockedPage } from '#renderer/entrance/LockedPage.tsx';
import { WorkingPage } from '#renderer/entrance/WorkingPage.tsx';
import type { EntranceState } from '#shared/entrance/contract.ts';

/** What stands in the window while the data is closed. */
export function EntranceScreen({ state }: { readonly state: EntranceState | undefined }) {
  const t = useText();
  if (state === undefined || state.type === 'open')
    return (
      <Center h="100%" component="main">
        <Loader aria-label={t('common.loading')} />
      </Center>
    );
  return <InTheMiddle>{pageOf(state)}</InTheMiddle>;
}

function pageOf(state: Exclude<EntranceState, { readonly type: 'open' }>) {
  if (state.type === 'locked') return <LockedPage state={state} />;
  if (state.type === 'working') return <WorkingPage state={state} />;
  if (state.type === 'keysDamaged' || state.type === 'cannotOpen') return <FaultPage state={state} />;
  return <RescuePage state={state} />;
}

function InTheMiddle({ children }: { readonly children: ReactNode }) {
  return (
    <Center mih="100%" component="main" p="md">
      <Paper withBorder p="xl" w="100%" maw={520}>
        {children}
      </Paper>
    </Center>
  );
}
