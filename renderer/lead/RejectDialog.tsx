import { Button, Checkbox, Chip, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone, notifyError } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { useLeadName } from '#renderer/lead/lead-name.ts';
import { tellUnlessHandled } from '#renderer/lead/tell-unless-handled.ts';
import type { Lead } from '#shared/lead/contract.ts';

interface RejectDialogProps {
  /** Null while it is closed. */
  readonly lead: Lead | null;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const usualReasons = ['notOurs', 'noAnswer', 'spam', 'wrongNumber', 'twice'] as const;

/** Asks why a request is turned down. */
export function RejectDialog({ lead, onClose, onDone }: RejectDialogProps) {
  return (
    <Modal opened={lead !== null} onClose={onClose} title={<Message id="lead.reject.title" />} yOffset="7vh">
      {lead !== null && <Form key={lead.id} lead={lead} onClose={onClose} onDone={onDone} />}
    </Modal>
  );
}

function Form({ lead, onClose, onDone }: RejectDialogProps & { readonly lead: Lead }) {
  const t = useText();
  const nameOf = useLeadName();
  const [chosen, setChosen] = useState('');
  const [words, setWords] = useState('');
  const [removeCard, setRemoveCard] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const reject = useMutation(
    api.lead.reject.mutationOptions({
      onSuccess: ({ actId }) => {
        notifyDone('lead.reject.done', { name: nameOf(lead) }, { undoActId: actId });
        onDone();
      },
      onError: (error) => (tellUnlessHandled(error) ? onDone() : notifyError(error)),
    }),
  );
  const reason = [chosen, words.trim()].filter((part) => part !== '').join('. ');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (reason === '') setAsked(true);
        else reject.mutate({ id: lead.id, reason, removeCard });
      }}
    >
      <Stack gap="sm" pt={6}>
        <div role="group" aria-label={t('lead.reject.reasons')}>
          <Group gap={6}>
            {usualReasons.map((key, index) => {
              const label = t(`lead.reject.why.${key}`);
              return (
                <Chip
                  key={key}
                  checked={chosen === label}
                  onChange={(isChecked) => setChosen(isChecked ? label : '')}
                  {...(index === 0 ? { 'data-autofocus': true } : {})}
                >
                  {label}
                </Chip>
              );
            })}
          </Group>
        </div>
        <Textarea
          label={t('lead.reject.own')}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={400}
          error={isAsked && reason === '' ? t('lead.reject.say') : undefined}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        {lead.hasNewParty && lead.partyId !== null && (
          <Checkbox
            label={t('lead.reject.removeCard', { name: lead.partyTitle })}
            checked={removeCard}
            onChange={(event) => setRemoveCard(event.currentTarget.checked)}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" color="red" loading={reject.isPending}>
            {t('lead.reject.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
