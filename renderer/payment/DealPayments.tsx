import { Button, Paper, Skeleton, Text, Title } from '@mantine/core';
import { IconCoins } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { useText } from '#renderer/app/text.ts';
import { QueryFailed } from '#renderer/card/QueryFailed.tsx';
import { PaidSum } from '#renderer/payment/PaidSum.tsx';
import { PaymentDialog } from '#renderer/payment/PaymentDialog.tsx';
import { PaymentRow } from '#renderer/payment/PaymentRow.tsx';
import classes from '#renderer/payment/Payments.module.css';
import { TakeBackDialog } from '#renderer/payment/TakeBackDialog.tsx';
import { useCan } from '#renderer/people/use-me.ts';
import type { Payment } from '#shared/payment/contract.ts';

const shownAtFirst = 6;

interface DealPaymentsProps {
  readonly dealId: string;
  /** Shown but not changed, as in the recycle bin. */
  readonly isReadOnly?: boolean;
}

/** What was paid of a deal and what is still to come; payments are entered and taken back here. */
export function DealPayments({ dealId, isReadOnly = false }: DealPaymentsProps) {
  const t = useText();
  const canEnter = useCan('payment.create') && !isReadOnly;
  const [showsAll, setShowsAll] = useState(false);
  const [isEntering, setEntering] = useState(false);
  const [takenBack, setTakenBack] = useState<Payment | null>(null);
  const limit = showsAll ? 500 : shownAtFirst;
  const { data, isError, refetch } = useQuery(api.payment.list.queryOptions({ input: { dealId, limit } }));
  const sum = data?.sums[0];
  const hasMoney = sum !== undefined && (sum.agreed !== 0 || sum.paid !== 0);
  const hidden = (data?.total ?? 0) - (data?.rows.length ?? 0);
  return (
    <Paper withBorder px="sm" py="xs" component="section" aria-label={t('payment.title')}>
      <Title order={2} size="h5" mb={4}>
        {t('payment.title')}
      </Title>
      {isError && data === undefined && <QueryFailed message="payment.failed" onRetry={() => void refetch()} />}
      {data === undefined && !isError && <Skeleton height={40} />}
      {hasMoney && <PaidSum sum={sum} />}
      {data !== undefined && !hasMoney && (
        <Text size="sm" c="dimmed">
          {t('payment.none')}
        </Text>
      )}
      <ul className={classes.list}>
        {data?.rows.map((payment) => (
          <PaymentRow key={payment.id} payment={payment} {...(canEnter && { onTakeBack: () => setTakenBack(payment) })} />
        ))}
      </ul>
      {hidden > 0 && !showsAll && (
        <Button size="compact-sm" variant="subtle" onClick={() => setShowsAll(true)}>
          {t('payment.more', { count: hidden })}
        </Button>
      )}
      {canEnter && sum !== undefined && (
        <Button
          size="compact-sm"
          variant="subtle"
          mt={4}
          leftSection={<IconCoins size={14} aria-hidden />}
          onClick={() => setEntering(true)}
        >
          {t('payment.enter')}
        </Button>
      )}
      {sum !== undefined && <PaymentDialog dealId={dealId} sum={sum} isOpen={isEntering} onClose={() => setEntering(false)} />}
      <TakeBackDialog payment={takenBack} onClose={() => setTakenBack(null)} />
    </Paper>
  );
}
