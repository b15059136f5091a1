import { ORPCError } from '@orpc/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { api, client } from '#renderer/app/client.ts';
import { notifyDone, notifyError } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { readTypedMoney } from '#renderer/app/typed-money.ts';
import { useLocale } from '#renderer/date/locale.ts';
import { isTyped, readAsked } from '#renderer/deal/asked/asked-field.ts';
import type { AskedChanges, AskedDraft } from '#renderer/deal/asked/asked-field.ts';
import { saveAsked } from '#renderer/deal/asked/save-asked.ts';
import { dealPath } from '#renderer/deal/deal-path.ts';
import { closeNewDeal } from '#renderer/deal/open-new-deal.ts';
import type { NewDealStart } from '#renderer/deal/open-new-deal.ts';
import type { PickedParty } from '#renderer/deal/PartyPicker.tsx';
import { useCurrencyCode } from '#renderer/deal/use-currency-code.ts';
import { splitFullName } from '#shared/name/split-full-name.ts';
import type { Pipeline } from '#shared/pipeline/contract.ts';

interface NewDealOptions {
  readonly start: NewDealStart;
  readonly pipelines: readonly Pipeline[];
}

/** The form of a new deal: what its stage asks for is shown once the core has said what is missing. */
export function useNewDealForm({ start, pipelines }: NewDealOptions) {
  const t = useText();
  const currency = useCurrencyCode();
  const locale = useLocale();
  const [party, setParty] = useState<PickedParty | null>(start.party ?? null);
  const [title, setTitle] = useState('');
  const [estimate, setEstimate] = useState('');
  const { pipeline, stage, ...place } = usePlace({ start, pipelines });
  const [error, setError] = useState<'party' | 'estimate' | null>(null);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState<AskedDraft>({});
  const [unreadable, setUnreadable] = useState<string | null>(null);
  const ask = (fields: readonly string[]) => {
    setMissing(fields);
    setUnreadable(null);
    setAsked(Object.fromEntries(fields.filter((field) => isTyped(field) && field !== 'estimate').map((field) => [field, ''])));
  };
  const create = useCreateDeal({ onParty: setParty, onMissing: ask });
  const submit = () => {
    const amount = estimate.trim() === '' ? undefined : readTypedMoney(estimate, { locale, currency });
    if (party === null) return setError('party');
    if (amount === null || (amount !== undefined && amount < 0)) return setError('estimate');
    const read = readAsked(asked, { deal: { currency, custom: {} }, locale });
    if (read.type === 'unreadable') return setUnreadable(read.field);
    create.mutate({
      party,
      title: title.trim(),
      estimate: amount,
      pipelineId: pipeline.id,
      stageId: stage?.id,
      asked: read.changes,
    });
  };
  const isEstimateMissing = missing.includes('estimate') && estimate.trim() === '';
  return {
    party,
    setParty: (next: PickedParty | null) => {
      setError(null);
      setParty(next);
    },
    title,
    setTitle,
    estimate,
    setEstimate: (next: string) => {
      setError(null);
      setEstimate(next);
    },
    estimateError: error === 'estimate' ? t('deal.money.unreadable') : isEstimateMissing ? t('deal.asked.fillIn') : undefined,
    currency,
    pipeline,
    setPipelineId: (id: string) => {
      ask([]);
      place.setPipelineId(id);
    },
    stageId: stage?.id ?? null,
    setStageId: (id: string) => {
      ask([]);
      place.setStageId(id);
    },
    error,
    asked,
    setAsked: (next: AskedDraft) => {
      setUnreadable(null);
      setAsked(next);
    },
    unreadable,
    /** What the stage asks for and only the deal itself can hold. */
    elsewhere: missing.filter((field) => !isTyped(field)),
    isSaving: create.isPending,
    submit,
  };
}

function usePlace({ start, pipelines }: NewDealOptions) {
  const [pipelineId, setPipelineId] = useState(start.pipelineId);
  const [stageId, setStageId] = useState(start.stageId);
  const pipeline = pipelines.find(({ id }) => id === pipelineId) ?? pipelines[0];
  if (pipeline === undefined) throw new Error('a deal needs a pipeline');
  const stage = pipeline.stages.find(({ id }) => id === stageId) ?? pipeline.stages[0];
  return { pipeline, stage, setPipelineId, setStageId };
}

interface DealWanted {
  readonly party: PickedParty;
  readonly title: string;
  readonly estimate: number | undefined;
  readonly pipelineId: string;
  readonly stageId: string | undefined;
  readonly asked: AskedChanges;
}

interface CreateOptions {
  /** The client is there from now on, whatever becomes of the deal. */
  readonly onParty: (party: PickedParty) => void;
  readonly onMissing: (fields: readonly string[]) => void;
}

function useCreateDeal({ onParty, onMissing }: CreateOptions) {
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  return useMutation({
    mutationFn: async ({ party, title, estimate, pipelineId, stageId, asked }: DealWanted) => {
      const { id: partyId, type = 'contact' } = 'id' in party ? party : await createClient(party.newName);
      if (!('id' in party)) onParty({ id: partyId, title: party.newName, type });
      await saveAsked({ id: '', partyId, partyType: type }, { ...asked, deal: {} });
      return client.deal.create({
        partyId,
        pipelineId,
        ...(title === '' ? {} : { title }),
        ...(stageId === undefined ? {} : { stageId }),
        ...(asked.deal as object),
        ...(estimate === undefined ? {} : { estimate }),
      });
    },
    onSuccess: ({ id, title }) => {
      closeNewDeal();
      notifyDone('deal.created.done', { title });
      void queries.invalidateQueries({ queryKey: api.deal.key() });
      navigate(dealPath(id));
    },
    onError: (error) => {
      if (!(error instanceof ORPCError) || error.code !== 'FIELDS_MISSING') return notifyError(error);
      onMissing((error.data as { readonly fields: readonly string[] }).fields);
    },
  });
}

async function createClient(name: string): Promise<{ readonly id: string; readonly type: 'contact' }> {
  const { givenName, middleName, familyName } = splitFullName(name);
  const { id } = await client.contact.create({ givenName, middleName, familyName });
  return { id, type: 'contact' };
}
