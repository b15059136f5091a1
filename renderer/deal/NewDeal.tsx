import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { api, client } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { readTypedMoney } from '#renderer/app/typed-money.ts';
import { useLocale } from '#renderer/date/locale.ts';
import { dealPath } from '#renderer/deal/deal-path.ts';
import { closeNewDeal, useNewDeal } from '#renderer/deal/open-new-deal.ts';
import type { NewDealStart } from '#renderer/deal/open-new-deal.ts';
import { PartyPicker } from '#renderer/deal/PartyPicker.tsx';
import type { PickedParty } from '#renderer/deal/PartyPicker.tsx';
import { useCurrencyCode } from '#renderer/deal/use-currency-code.ts';
import { NoPipeline } from '#renderer/pipeline/NoPipeline.tsx';
import { usePipelines } from '#renderer/pipeline/use-pipelines.ts';
import { splitFullName } from '#shared/name/split-full-name.ts';
import type { Pipeline } from '#shared/pipeline/contract.ts';

/** The short form of a new deal; opened by `openNewDeal`. */
export function NewDeal() {
  const start = useNewDeal();
  const { pipelines } = usePipelines();
  return (
    <Modal opened={start !== null} onClose={closeNewDeal} title={<Message id="deal.new" />} yOffset="7vh">
      {start !== null && pipelines?.length === 0 && <NoPipeline />}
      {start !== null && pipelines !== undefined && pipelines.length > 0 && <Form start={start} pipelines={pipelines} />}
    </Modal>
  );
}

interface FormProps {
  readonly start: NewDealStart;
  readonly pipelines: readonly Pipeline[];
}

function Form({ start, pipelines }: FormProps) {
  const t = useText();
  const form = useNewDealForm({ start, pipelines });
  const { pipeline } = form;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        form.submit();
      }}
    >
      <Stack gap="sm">
        <PartyPicker
          label={t('deal.field.partyId')}
          autoFocus={start.party === undefined}
          canCreate
          value={form.party}
          error={form.error === 'party' ? t('deal.client.choose') : undefined}
          onChange={form.setParty}
        />
        <TextInput
          label={t('deal.field.title')}
          description={t('deal.field.titleText')}
          maxLength={200}
          {...(start.party === undefined ? {} : { 'data-autofocus': true })}
          value={form.title}
          onChange={(event) => form.setTitle(event.currentTarget.value)}
        />
        <TextInput
          label={t('deal.field.estimateIn', { currency: form.currency })}
          inputMode="decimal"
          error={form.error === 'estimate' ? t('deal.money.unreadable') : undefined}
          value={form.estimate}
          onChange={(event) => form.setEstimate(event.currentTarget.value)}
        />
        <Group grow align="start">
          {pipelines.length > 1 && (
            <Select
              label={t('deal.field.pipelineId')}
              allowDeselect={false}
              data={pipelines.map(({ id, name }) => ({ value: id, label: name }))}
              value={pipeline.id}
              onChange={(id) => id !== null && form.setPipelineId(id)}
            />
          )}
          <Select
            label={t('deal.field.stageId')}
            allowDeselect={false}
            data={pipeline.stages.map(({ id, name }) => ({ value: id, label: name }))}
            value={form.stageId}
            onChange={(id) => id !== null && form.setStageId(id)}
          />
        </Group>
        <Group justify="flex-end">
          <Button variant="default" onClick={closeNewDeal}>
            <Message id="common.cancel" />
          </Button>
          <Button type="submit" loading={form.isSaving}>
            <Message id="deal.create" />
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function useNewDealForm({ start, pipelines }: FormProps) {
  const currency = useCurrencyCode();
  const locale = useLocale();
  const [party, setParty] = useState<PickedParty | null>(start.party ?? null);
  const [title, setTitle] = useState('');
  const [estimate, setEstimate] = useState('');
  const [pipelineId, setPipelineId] = useState(start.pipelineId);
  const [stageId, setStageId] = useState(start.stageId);
  const [error, setError] = useState<'party' | 'estimate' | null>(null);
  const pipeline = pipelines.find(({ id }) => id === pipelineId) ?? pipelines[0];
  if (pipeline === undefined) throw new Error('a deal needs a pipeline');
  const stage = pipeline.stages.find(({ id }) => id === stageId) ?? pipeline.stages[0];
  const create = useCreateDeal();
  const submit = () => {
    const amount = estimate.trim() === '' ? undefined : readTypedMoney(estimate, { locale, currency });
    if (party === null) return setError('party');
    if (amount === null || (amount !== undefined && amount < 0)) return setError('estimate');
    create.mutate({ party, title: title.trim(), estimate: amount, pipelineId: pipeline.id, stageId: stage?.id });
  };
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
    currency,
    pipeline,
    setPipelineId,
    stageId: stage?.id ?? null,
    setStageId,
    error,
    isSaving: create.isPending,
    submit,
  };
}

interface DealWanted {
  readonly party: PickedParty;
  readonly title: string;
  readonly estimate: number | undefined;
  readonly pipelineId: string;
  readonly stageId: string | undefined;
}

function useCreateDeal() {
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  return useMutation({
    mutationFn: async ({ party, title, estimate, pipelineId, stageId }: DealWanted) => {
      const partyId = 'id' in party ? party.id : (await client.contact.create(nameParts(party.newName))).id;
      return client.deal.create({
        partyId,
        pipelineId,
        ...(title === '' ? {} : { title }),
        ...(estimate === undefined ? {} : { estimate }),
        ...(stageId === undefined ? {} : { stageId }),
      });
    },
    onSuccess: ({ id, title }) => {
      closeNewDeal();
      notifyDone('deal.created.done', { title });
      void queries.invalidateQueries({ queryKey: api.deal.key() });
      navigate(dealPath(id));
    },
  });
}

function nameParts(name: string) {
  const { givenName, middleName, familyName } = splitFullName(name);
  return { givenName, middleName, familyName };
}
