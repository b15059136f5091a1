import { ActionIcon, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import classes from '#renderer/payment/Payments.module.css';
import type { Payment } from '#shared/payment/contract.ts';

interface PaymentRowProps {
  readonly payment: Payment;
  /** What it was paid for, where that isn't plain. */
  readonly children?: ReactNode;
  /** Without it, it can't be taken back. */
  readonly onTakeBack?: () => void;
}

/** One payment; one that was taken back is crossed out. */
export function PaymentRow({ payment, children, onTakeBack }: PaymentRowProps) {
  const t = useText();
  const format = useFormat();
  const { amount, currency, paidOn, method, note, authorName, createdAt, isReversed, reversesId } = payment;
  const money = format.money(amount, currency);
  const how = reversesId === null ? t(`payment.method.${method}`) : t('payment.reversal');
  const words = [format.date(paidOn), how, ...(isReversed ? [t('payment.takenBack')] : [])];
  return (
    <li className={classes.row}>
      <div className={classes.main} title={`${authorName}, ${format.dateTime(createdAt)}`}>
        <Text component="span" className={classes.amount ?? ''} data-reversed={isReversed || undefined}>
          {money}
        </Text>
        <Text size="sm" c="dimmed">
          {words.join(' · ')}
        </Text>
        {note !== '' && <Text size="sm">{note}</Text>}
        {children}
      </div>
      {onTakeBack !== undefined && reversesId === null && !isReversed && (
        <ActionIcon
          size={26}
          variant="subtle"
          color="gray"
          flex="none"
          aria-label={t('payment.takeBack', { amount: money })}
          title={t('payment.takeBack', { amount: money })}
          onClick={onTakeBack}
        >
          <IconArrowBackUp size={16} aria-hidden />
        </ActionIcon>
      )}
    </li>
  );
}
