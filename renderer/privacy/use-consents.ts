import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import type { Consent } from '#shared/privacy/contract.ts';

/** What a client said, the latest first, and what holds now for each purpose. */
export function useConsents(partyId: string) {
  const { data: consents = [], refetch } = useQuery(api.privacy.consents.queryOptions({ input: { id: partyId } }));
  const current = new Map<string, Consent>();
  for (const consent of consents) if (!current.has(consent.purpose)) current.set(consent.purpose, consent);
  return { consents, current, readAgain: () => void refetch() };
}
