import { ORPCError } from '@orpc/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { api, client } from '#renderer/app/client.ts';
import { notifyDone, notifyError } from '#renderer/app/notify.ts';
import { useLocale } from '#renderer/date/locale.ts';
import { isTyped, readAsked } from '#renderer/deal/asked/asked-field.ts';
import type { AskedDraft } from '#renderer/deal/asked/asked-field.ts';
import { saveAsked } from '#renderer/deal/asked/save-asked.ts';
import { dealPath } from '#renderer/deal/deal-path.ts';
import { useCurrencyCode } from '#renderer/deal/use-currency-code.ts';
import { draftOf, isOwnInput, readAccepted } from '#renderer/lead/accept-draft.ts';
import type { AcceptDraft } from '#renderer/lead/accept-draft.ts';
import { useLeadName } from '#renderer/lead/lead-name.ts';
import { tellUnlessHandled } from '#renderer/lead/tell-unless-handled.ts';
import type { Lead } from '#shared/lead/contract.ts';
import type { Stage } from '#shared/pipeline/contract.ts';

interface AcceptOptions {
  readonly lead: Lead;
  readonly first: Stage;
  readonly onDone: () => void;
}

/** The form in which a request is accepted: what a stage still asks for is shown once the core has said what is missing. */
export function useAccept({ lead, first, onDone }: AcceptOptions) {
  const locale = useLocale();
  const currency = useCurrencyCode();
  const queries = useQueryClient();
  const nameOf = useLeadName();
  const [, navigate] = useLocation();
  const [draft, setDraft] = useState<AcceptDraft>(() => draftOf(lead, first));
  const [asked, setAsked] = useState<AskedDraft>({});
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [unreadable, setUnreadable] = useState<string | null>(null);
  const accept = useMutation({
    mutationFn: async (deal: Parameters<typeof client.lead.accept>[0]['deal']) => {
      const read = readAsked(asked, { deal: { currency, custom: {} }, locale });
      if (read.type === 'unreadable') throw new Error('asked fields are read before');
      const { partyId, partyType } = lead;
      if (partyId !== null && partyType !== null) await saveAsked({ id: '', partyId, partyType }, { ...read.changes, deal: {} });
      return client.lead.accept({ id: lead.id, deal: { ...deal, ...read.changes.deal } });
    },
    onSuccess: ({ dealId, actId }) => {
      notifyDone('lead.accept.done', { name: nameOf(lead) }, { undoActId: actId });
      void queries.invalidateQueries({ queryKey: api.deal.key() });
      onDone();
      navigate(dealPath(dealId));
    },
    onError: (error) => {
      if (error instanceof ORPCError && error.code === 'FIELDS_MISSING') {
        const { fields } = error.data as { readonly fields: readonly string[] };
        setMissing(fields);
        setAsked(Object.fromEntries(fields.filter((field) => isTyped(field) && !isOwnInput(field)).map((field) => [field, ''])));
      } else if (tellUnlessHandled(error)) onDone();
      else notifyError(error);
    },
  });
  const change = (changes: Partial<AcceptDraft>) => {
    setUnreadable(null);
    setDraft((now) => ({ ...now, ...changes }));
    if (changes.stageId === undefined) return;
    setMissing([]);
    setAsked({});
  };
  const submit = () => {
    const read = readAccepted(draft, { locale, currency });
    const also = readAsked(asked, { deal: { currency, custom: {} }, locale });
    if (read.type === 'unreadable') setUnreadable(read.field);
    else if (also.type === 'unreadable') setUnreadable(also.field);
    else accept.mutate(read.deal);
  };
  return { draft, change, asked, setAsked, missing, unreadable, currency, isSaving: accept.isPending, submit };
}
