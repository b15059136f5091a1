import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useEffect, useMemo, useState } from 'react';
import { IntlProvider } from 'react-intl';
import { StartScreen } from '#renderer/app/StartScreen.tsx';
import { followSaves } from '#renderer/app/live.ts';
import { createQueryClient } from '#renderer/app/query-client.ts';
import { SettingsProvider, useSettingsState } from '#renderer/app/settings.tsx';
import { listenToShortcuts } from '#renderer/app/shortcuts.ts';
import { useText } from '#renderer/app/text.ts';
import { buildTheme, readableColours } from '#renderer/app/theme.ts';
import { followActingUser } from '#renderer/people/follow-acting-user.ts';
import { messagesIn } from '#shared/messages/catalogue.ts';
import type { Settings } from '#shared/settings/contract.ts';

/** The interface with everything it stands on. */
export function App() {
  const [queries] = useState(createQueryClient);
  useEffect(() => followSaves(queries), [queries]);
  useEffect(() => followActingUser(queries), [queries]);
  useEffect(() => listenToShortcuts(), []);
  return (
    <QueryClientProvider client={queries}>
      <Surroundings />
    </QueryClientProvider>
  );
}

/** Settings, language and colours. */
function Surroundings() {
  const state = useSettingsState();
  const { language, country, theme: scheme } = state.settings;
  const messages = useMemo(() => messagesIn(language), [language]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <SettingsProvider settings={state.settings}>
      <IntlProvider locale={`${language}-${country}`} defaultLocale="en" messages={messages}>
        <Look scheme={scheme}>
          <StartScreen state={state} />
        </Look>
      </IntlProvider>
    </SettingsProvider>
  );
}

function Look({ scheme, children }: { readonly scheme: Settings['theme']; readonly children: ReactNode }) {
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
