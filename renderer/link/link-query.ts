import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';

/** A contact's companies, or a company's contacts. */
export function useLinks(partyId: string) {
  const { data, isError, refetch } = useQuery(api.link.ofParty.queryOptions({ input: { id: partyId } }));
  return { links: data, isError, retry: () => void refetch() };
}
