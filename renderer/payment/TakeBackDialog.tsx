import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { useFormat } from '#renderer/app/format.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import type { Payment } from '#shared/payment/contract.ts';

interface TakeBackDialogProps {
  /** Null while it is closed. */
  readonly payment: Payment | null;
  readonly onClose: () => void;
}

/** Asks why a payment is taken back, and says what comes of it. */
export function TakeBackDialog({ payment, onClose }: TakeBackDialogProps) {
  return (
    <Modal opened={payment !== null} onClose={onClose} title={<Message id="payment.takeBack.title" />}>
      {payment !== null && <Why payment={payment} onClose={onClose} />}
    </Modal>
  );
}

function Why({ payment, onClose }: { readonly payment: Payment; readonly onClose: () => void }) {
  const t = useText();
  const format = useFormat();
  const [note, setNote] = useState('');
  const amount = format.money(payment.amount, payment.currency);
  const reverse = useMutation({
    mutationFn: () => client.payment.reverse({ id: payment.id, note: note.trim() }),
    onSuccess: () => {
      notifyDone('payment.takenBack.done', { amount });
      onClose();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        reverse.mutate();
      }}
    >
      <Stack gap="sm">
        <Text>{t('payment.takeBack.text', { amount, date: format.date(payment.paidOn) })}</Text>
        <TextInput
          data-autofocus
          label={t('payment.takeBack.why')}
          autoComplete="off"
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Message id="common.cancel" />
          </Button>
          <Button type="submit" color="red.9" loading={reverse.isPending}>
            <Message id="payment.takeBack.do" />
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
