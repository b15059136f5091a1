import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';

const none = { tags: [], groups: [], sources: [] } as const;

/** Tags, groups and sources in use, to choose from; asked for only when somebody is about to choose. */
export function useWordsInUse(isNeeded: boolean): Readonly<Record<'tags' | 'groups' | 'sources', readonly string[]>> {
  const { data } = useQuery(api.party.words.queryOptions({ enabled: isNeeded, staleTime: 60_000 }));
  return data ?? none;
}
