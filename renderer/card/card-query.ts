import { ORPCError } from '@orpc/client';
import { skipToken, useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import type { Party } from '#renderer/card/party.ts';
import type { PartyType } from '#shared/party/fields.ts';

/** The key under which a card's party is cached. */
export function partyQueryKey(type: PartyType, id: string) {
  return type === 'contact' ? api.contact.get.queryKey({ input: { id } }) : api.company.get.queryKey({ input: { id } });
}

/** The contact or company of a card. */
export function useParty(type: PartyType, id: string) {
  const contact = useQuery(api.contact.get.queryOptions({ input: type === 'contact' ? { id } : skipToken }));
  const company = useQuery(api.company.get.queryOptions({ input: type === 'company' ? { id } : skipToken }));
  const { data, error, refetch } = type === 'contact' ? contact : company;
  // One that was here a moment ago may have gone to another branch: what is still known of it isn't this branch's to see.
  const isGone = error instanceof ORPCError && error.code === 'NOT_FOUND';
  return { party: isGone ? undefined : (data as Party | undefined), error, retry: () => void refetch() };
}
