import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { useFormat } from '#renderer/app/format.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone } from '#renderer/app/notify.ts';
import { useSettings } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import { readTypedMoney, writeTypedMoney } from '#renderer/app/typed-money.ts';
import { useStored } from '#renderer/app/use-stored.ts';
import { useLocale } from '#renderer/date/locale.ts';
import { DateField } from '#renderer/date/TypedField.tsx';
import { paymentMethods } from '#shared/payment/contract.ts';
import type { PaymentMethod, PaymentSum } from '#shared/payment/contract.ts';
import { dateAt, timeZoneOf } from '#shared/time/zone.ts';

interface PaymentDialogProps {
  readonly dealId: string;
  readonly sum: PaymentSum;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Asks what was paid: at first, all that is still to come, today. */
export function PaymentDialog({ dealId, sum, isOpen, onClose }: PaymentDialogProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title={<Message id="payment.enter" />}>
      {isOpen && <Fields dealId={dealId} sum={sum} onClose={onClose} />}
    </Modal>
  );
}

function Fields({ dealId, sum, onClose }: Omit<PaymentDialogProps, 'isOpen'>) {
  const t = useText();
  const format = useFormat();
  const { currency, balance } = sum;
  const typed = { locale: useLocale(), currency };
  const today = dateAt(Date.now(), timeZoneOf(useSettings().timeZone));
  const [amount, setAmount] = useState(() => (balance > 0 ? writeTypedMoney(balance, typed) : ''));
  const [isWrong, setWrong] = useState(false);
  const [paidOn, setPaidOn] = useState(today);
  const [method, setMethod] = useStored<PaymentMethod>('cartera.paymentMethod', 'cash');
  const [note, setNote] = useState('');
  const save = useMutation({
    mutationFn: (minor: number) =>
      client.payment.create({ dealId, amount: minor, currency, paidOn: paidOn || today, method, note: note.trim() }),
    onSuccess: (payment) => {
      notifyDone('payment.entered', { amount: format.money(payment.amount, currency) });
      onClose();
    },
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const minor = readTypedMoney(amount, typed);
    setWrong(minor === null || minor <= 0);
    if (minor !== null && minor > 0) save.mutate(minor);
  };
  return (
    <form onSubmit={onSubmit}>
      <Stack gap="sm">
        <Group grow align="flex-start">
          <TextInput
            data-autofocus
            required
            inputMode="decimal"
            autoComplete="off"
            label={`${t('payment.amount')}, ${currency}`}
            value={amount}
            error={isWrong && t('payment.amount.wrong')}
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => setAmount(event.currentTarget.value)}
          />
          <DateField isPast label={t('payment.date')} value={paidOn} onChange={setPaidOn} />
        </Group>
        <Select
          label={t('payment.method')}
          allowDeselect={false}
          data={paymentMethods.map((value) => ({ value, label: t(`payment.method.${value}`) }))}
          value={method}
          onChange={(value) => setMethod(value as PaymentMethod)}
        />
        <TextInput
          label={t('payment.note')}
          autoComplete="off"
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Message id="common.cancel" />
          </Button>
          <Button type="submit" loading={save.isPending}>
            <Message id="common.save" />
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
