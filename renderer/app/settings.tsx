import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { createContext, useCallback, useContext, useEffect } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { guessCountry, guessLanguage } from '#renderer/app/languages.ts';
import { keepLastLook, readLastLook } from '#renderer/app/last-look.ts';
import { toastError } from '#renderer/app/toast.ts';
import { initialSettings } from '#shared/settings/contract.ts';
import type { Settings } from '#shared/settings/contract.ts';

type ReadSettings = Awaited<ReturnType<typeof client.settings.get>>;

/** What holds until the core has answered, so that even "can't connect" is said in the user's language. */
const untilKnown: ReadSettings = {
  ...initialSettings,
  country: guessCountry(navigator.languages) ?? 'ES',
  language: guessLanguage(navigator.languages),
  ...readLastLook(),
  firstRunDone: true,
  version: '',
  dataDirectory: '',
  apiAddress: null,
};

export interface SettingsState {
  readonly settings: ReadSettings;
  /** "ready" once the core has told the settings, and who works in this window and may do what. */
  readonly status: 'loading' | 'ready' | 'failed';
  readonly retry: () => void;
}

const SettingsContext = createContext<ReadSettings>(untilKnown);

/** Reads the settings for {@link SettingsProvider}. */
export function useSettingsState(): SettingsState {
  const { data, isError, refetch } = useQuery(api.settings.get.queryOptions());
  const me = useQuery(api.people.me.queryOptions());
  const isReady = data !== undefined && me.data !== undefined;
  const status = isReady ? 'ready' : isError || me.isError ? 'failed' : 'loading';
  const retry = () => {
    void refetch();
    void me.refetch();
  };
  useEffect(() => {
    if (data?.firstRunDone) keepLastLook(data);
  }, [data]);
  return { settings: data ?? untilKnown, status, retry };
}

export function SettingsProvider({ settings, children }: { readonly settings: ReadSettings; readonly children: ReactNode }) {
  return <SettingsContext.Provider value={settings}>{children}</SettingsContext.Provider>;
}

/** The settings as they are now, with the program's version, data folder and API address. */
export function useSettings(): ReadSettings {
  return useContext(SettingsContext);
}

/**
 * `update({ theme: 'dark' })`: shown at once, saved behind. What could not be saved goes back to what it was, is told to
 * the user, and resolves to false.
 */
export function useUpdateSettings(): (changes: Partial<Settings>) => Promise<boolean> {
  const queries = useQueryClient();
  return useCallback(
    async (changes) => {
      const queryKey = api.settings.get.queryKey();
      const before = queries.getQueryData<ReadSettings>(queryKey);
      queries.setQueryData<ReadSettings>(queryKey, (now) => (now === undefined ? undefined : { ...now, ...changes }));
      try {
        await client.settings.update(changes);
        return true;
      } catch (error) {
        queries.setQueryData(queryKey, before);
        toastError(error);
        return false;
      } finally {
        void queries.invalidateQueries({ queryKey });
      }
    },
    [queries],
  );
}
