import { skipToken, useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { useCurrencyCode } from '#renderer/deal/use-currency-code.ts';
import { useMe } from '#renderer/people/use-me.ts';
import type { Lead } from '#shared/lead/contract.ts';
import type { Task } from '#shared/task/contract.ts';

/** What is known of a deal before a request has become one. */
const noDealYet = {
  siteAddress: '',
  visitAt: null,
  leaveAt: null,
  workAt: null,
  expectedClose: null,
  custom: {},
  lines: [],
  sizes: 0,
  amount: 0,
  paid: 0,
};

/** What a task that asks for something belongs to: its deal, or the one its request will become, and the client. */
export function useAskedPlace(task: Task) {
  const currency = useCurrencyCode();
  const me = useMe();
  const { dealId, leadId, asks } = task;
  const isAsking = asks.length > 0;
  const deal = useQuery(api.deal.get.queryOptions({ input: isAsking && dealId !== null ? { id: dealId } : skipToken })).data;
  const isRequest = isAsking && dealId === null && leadId !== null;
  const lead = useQuery(api.lead.get.queryOptions({ input: isRequest ? { id: leadId } : skipToken })).data;
  // A request that was dealt with asks for nothing any more.
  const isNew = lead?.status === 'new';
  const { partyId, partyType } = deal ?? lead ?? task;
  const asksClient = asks.some((field) => field.startsWith('client.'));
  const of = (type: Task['partyType']) => (asksClient && partyType === type && partyId !== null ? { id: partyId } : skipToken);
  const contact = useQuery(api.contact.get.queryOptions({ input: of('contact') })).data;
  const company = useQuery(api.company.get.queryOptions({ input: of('company') })).data;
  return {
    /** Undefined until it is known, and where nothing is asked for. */
    place: deal ?? (isNew ? dealOf(lead, { currency, ownerId: me?.id ?? null }) : undefined),
    client: contact ?? company,
    partyId,
    partyType,
    currency,
  };
}

/** A request becomes a deal of whoever has it, else of whoever closes the task, and says what the request says. */
function dealOf(lead: Lead, { currency, ownerId }: { readonly currency: string; readonly ownerId: string | null }) {
  return { ...noDealYet, currency, ownerId: lead.ownerId ?? ownerId, notes: lead.text };
}
