import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { useEffect, useMemo, useState } from 'react';
import { useText } from '#renderer/app/text.ts';
import { buildTheme, readableColours } from '#renderer/app/theme.ts';
import { usePlaced } from '#renderer/app/use-placed.ts';
import type { Settings } from '#shared/settings/contract.ts';

/** The colours and shapes of everything within. */
export function Look({ scheme, children }: { readonly scheme: Settings['theme']; readonly children: ReactNode }) {
  const t = useText();
  const [overlays] = useState(() => document.createElement('aside'));
  const place = usePlaced(overlays);
  const theme = useMemo(() => buildTheme({ close: t('common.close'), overlays }), [t, overlays]);
  useEffect(() => overlays.setAttribute('aria-label', t('frame.overlays')), [overlays, t]);
  const forced = scheme === 'auto' ? {} : { forceColorScheme: scheme };
  return (
    <MantineProvider theme={theme} cssVariablesResolver={readableColours} defaultColorScheme="auto" {...forced}>
      <Notifications position="bottom-center" limit={4} />
      {children}
      {/* After the page: the way past its menu is the first thing in the window. */}
      <div ref={place} />
    </MantineProvider>
  );
}
