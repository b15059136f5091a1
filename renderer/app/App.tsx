import { notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { Activity, useEffect, useMemo, useState } from 'react';
import { IntlProvider } from 'react-intl';
import { Look } from '#renderer/app/Look.tsx';
import { StartScreen } from '#renderer/app/StartScreen.tsx';
import { followSaves } from '#renderer/app/live.ts';
import { createQueryClient } from '#renderer/app/query-client.ts';
import { SettingsProvider, useSettingsState } from '#renderer/app/settings.tsx';
import { listenToShortcuts } from '#renderer/app/shortcuts.ts';
import { Stage } from '#renderer/app/Stage.tsx';
import { useKeptData } from '#renderer/app/use-kept-data.ts';
import { followActingUser } from '#renderer/people/follow-acting-user.ts';
import { EntryScreen } from '#renderer/session/EntryScreen.tsx';
import { followPresence } from '#renderer/session/follow-presence.ts';
import { noteWork, useSessionState } from '#renderer/session/session-state.ts';
import { messagesIn } from '#shared/messages/catalogue.ts';

/**
 * The interface with everything it stands on. While nobody is known there is nothing in the window but the way in; what was open is
 * kept out of sight, asleep, until whoever worked there comes back.
 */
export function App() {
  const { entry, generation } = useSessionState();
  return (
    <>
      <Activity key={generation} mode={entry === 'open' ? 'visible' : 'hidden'}>
        <Stage>
          <Working />
        </Stage>
      </Activity>
      {entry !== 'open' && <EntryScreen key={entry} isLocked={entry === 'locked'} />}
    </>
  );
}

/** What is open for whoever works now. Nothing of it outlives them: the next one reads everything anew. */
function Working() {
  const [queries] = useState(createQueryClient);
  useKeptData(queries);
  useEffect(() => followSaves(queries), [queries]);
  useEffect(() => followActingUser(queries), [queries]);
  useEffect(() => followPresence(), []);
  useEffect(() => listenToShortcuts(), []);
  useEffect(() => () => notifications.clean(), []);
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
  const isReady = state.status === 'ready';
  useEffect(() => {
    if (isReady) noteWork();
  }, [isReady]);
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
