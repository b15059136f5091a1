import { Text } from '@mantine/core';
import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import classes from '#renderer/payment/Payments.module.css';
import type { PaymentSum } from '#shared/payment/contract.ts';

/** How much of what was agreed is paid, as a bar and in words. */
export function PaidSum({ sum: { currency, agreed, paid, balance } }: { readonly sum: PaymentSum }) {
  const t = useText();
  const format = useFormat();
  const money = (amount: number) => format.money(amount, currency);
  const share = agreed > 0 ? Math.min(100, Math.max(0, (paid / agreed) * 100)) : 0;
  const left =
    balance > 0
      ? t('payment.toPay', { amount: money(balance) })
      : balance < 0
        ? t('payment.overpaid', { amount: money(-balance) })
        : t('payment.paidUp');
  return (
    <div>
      <Text size="sm">{t('payment.paidOf', { paid: money(paid), agreed: money(agreed) })}</Text>
      <div className={classes.bar} aria-hidden>
        <span style={{ width: `${share}%` }} />
      </div>
      <Text fw={600}>{left}</Text>
    </div>
  );
}
