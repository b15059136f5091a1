import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone, notifyError } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { PartyPicker } from '#renderer/deal/PartyPicker.tsx';
import type { PickedParty } from '#renderer/deal/PartyPicker.tsx';
import { tellUnlessHandled } from '#renderer/lead/tell-unless-handled.ts';
import type { Lead } from '#shared/lead/contract.ts';

interface MergeDialogProps {
  /** Null while it is closed. */
  readonly lead: Lead | null;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Puts a request to a client who is there already, and to a deal. */
export function MergeDialog({ lead, onClose, onDone }: MergeDialogProps) {
  return (
    <Modal opened={lead !== null} onClose={onClose} title={<Message id="lead.merge.title" />} yOffset="7vh">
      {lead !== null && <Form key={lead.id} lead={lead} onClose={onClose} onDone={onDone} />}
    </Modal>
  );
}

function Form({ lead, onClose, onDone }: MergeDialogProps & { readonly lead: Lead }) {
  const t = useText();
  const known = lead.hasNewParty || lead.partyId === null ? null : { id: lead.partyId, title: lead.partyTitle };
  const [party, setParty] = useState<PickedParty | null>(known);
  const [dealId, setDealId] = useState<string | null>(null);
  const [isAsked, setAsked] = useState(false);
  const merge = useMutation(
    api.lead.merge.mutationOptions({
      onSuccess: ({ actId, lead: merged }) => {
        notifyDone('lead.merge.done', { name: merged.partyTitle }, { undoActId: actId });
        onDone();
      },
      onError: (error) => (tellUnlessHandled(error) ? onDone() : notifyError(error)),
    }),
  );
  const partyId = party !== null && 'id' in party ? party.id : null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (partyId === null) setAsked(true);
        else merge.mutate({ id: lead.id, partyId, ...(dealId === null ? {} : { dealId }) });
      }}
    >
      <Stack gap="sm">
        <Text c="dimmed">{t('lead.merge.text')}</Text>
        <PartyPicker
          label={t('lead.merge.client')}
          autoFocus
          value={party}
          error={isAsked && partyId === null ? t('lead.merge.choose') : undefined}
          onChange={(next) => {
            setParty(next);
            setDealId(null);
          }}
        />
        {partyId !== null && <OpenDeals partyId={partyId} value={dealId} onChange={setDealId} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={merge.isPending}>
            {t('lead.merge.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface OpenDealsProps {
  readonly partyId: string;
  readonly value: string | null;
  readonly onChange: (dealId: string | null) => void;
}

/** The client's open deals; nothing where there is none. */
function OpenDeals({ partyId, value, onChange }: OpenDealsProps) {
  const t = useText();
  const { data } = useQuery(api.deal.list.queryOptions({ input: { filter: { partyId, status: 'open' }, limit: 50 } }));
  const deals = data?.rows ?? [];
  if (deals.length === 0) return null;
  return (
    <Select
      label={t('lead.merge.deal')}
      placeholder={t('lead.merge.noDeal')}
      clearable
      data={deals.map(({ id, title }) => ({ value: id, label: title }))}
      value={value}
      onChange={onChange}
    />
  );
}
