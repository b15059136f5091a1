import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { useEffect, useMemo } from 'react';
import { useText } from '#renderer/app/text.ts';
import { buildTheme, readableColours } from '#renderer/app/theme.ts';
import type { Settings } from '#shared/settings/contract.ts';

/** The colours and shapes of everything within. */
export function Look({ scheme, children }: { readonly scheme: Settings['theme']; readonly children: ReactNode }) {
  const t = useText();
  const theme = useMemo(() => buildTheme(t('common.close')), [t]);
  useEffect(() => {
    document.getElementById('overlays')?.setAttribute('aria-label', t('frame.overlays'));
  }, [t]);
  const forced = scheme === 'auto' ? {} : { forceColorScheme: scheme };
  return (
    <MantineProvider theme={theme} cssVariablesResolver={readableColours} defaultColorScheme="auto" {...forced}>
      <Notifications position="bottom-center" limit={4} />
      {children}
    </MantineProvider>
  );
}
