import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { IntlProvider } from 'react-intl';
import { StartScreen } from '#renderer/app/StartScreen.tsx';
import { followSaves } from '#renderer/app/live.ts';
import { createQueryClient } from '#renderer/app/query-client.ts';
import { SettingsProvider, useSettingsState } from '#renderer/app/settings.tsx';
import { listenToShortcuts } from '#renderer/app/shortcuts.ts';
import { theme } from '#renderer/app/theme.ts';
import { messagesIn } from '#shared/messages/catalogue.ts';

/** The interface with everything it stands on. */
export function App() {
  const [queries] = useState(createQueryClient);
  useEffect(() => followSaves(queries), [queries]);
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
  const colours = scheme === 'auto' ? {} : { forceColorScheme: scheme };
  return (
    <SettingsProvider settings={state.settings}>
      <IntlProvider locale={`${language}-${country}`} defaultLocale="en" messages={messages}>
        <MantineProvider theme={theme} defaultColorScheme="auto" {...colours}>
          <Notifications position="bottom-right" limit={4} />
          <StartScreen state={state} />
        </MantineProvider>
      </IntlProvider>
    </SettingsProvider>
  );
}
