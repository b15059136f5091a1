import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { IntlProvider } from 'react-intl';
import { api } from '#renderer/app/client.ts';
import { guessLanguage } from '#renderer/app/languages.ts';
import { Look } from '#renderer/app/Look.tsx';
import { NoAnswer } from '#renderer/app/NoAnswer.tsx';
import { createQueryClient } from '#renderer/app/query-client.ts';
import { Doorway } from '#renderer/session/Doorway.tsx';
import { openAgain } from '#renderer/session/session-state.ts';
import { messagesIn } from '#shared/messages/catalogue.ts';

/** What stands in the window while nobody has said who they are, or it is locked: nothing of the shop but the names of who works there. */
export function EntryScreen({ isLocked }: { readonly isLocked: boolean }) {
  const [queries] = useState(createQueryClient);
  return (
    <QueryClientProvider client={queries}>
      <Entry isLocked={isLocked} />
    </QueryClientProvider>
  );
}

function Entry({ isLocked }: { readonly isLocked: boolean }) {
  const people = useQuery(api.session.people.queryOptions());
  const language = people.data?.language ?? guessLanguage(navigator.languages);
  const messages = useMemo(() => messagesIn(language), [language]);
  const isOpen = people.data?.isProtected === false;
  // The last password was taken away meanwhile.
  useEffect(() => {
    if (isOpen) openAgain();
  }, [isOpen]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <IntlProvider locale={`${language}-${people.data?.country ?? 'ES'}`} defaultLocale="en" messages={messages}>
      <Look scheme={people.data?.theme ?? 'auto'}>
        {people.data === undefined ? (
          <NoAnswer isLost={people.isError} onRetry={() => void people.refetch()} />
        ) : (
          <Doorway isLocked={isLocked} shop={people.data} />
        )}
      </Look>
    </IntlProvider>
  );
}
