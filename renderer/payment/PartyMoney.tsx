import { Anchor, Button, Paper, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { api } from '#renderer/app/client.ts';
import { useText } from '#renderer/app/text.ts';
import { dealPath } from '#renderer/deal/deal-path.ts';
import { PaidSum } from '#renderer/payment/PaidSum.tsx';
import { PaymentRow } from '#renderer/payment/PaymentRow.tsx';
import classes from '#renderer/payment/Payments.module.css';

const shownAtFirst = 4;

/** A client's money over all deals: what was agreed and paid in each currency, and the last payments. Nothing where there is none. */
export function PartyMoney({ partyId }: { readonly partyId: string }) {
  const t = useText();
  const [showsAll, setShowsAll] = useState(false);
  const limit = showsAll ? 500 : shownAtFirst;
  const { data } = useQuery(api.payment.list.queryOptions({ input: { partyId, limit } }));
  if (data === undefined || (data.total === 0 && data.sums.length === 0)) return null;
  return (
    <Paper withBorder px="sm" py="xs" component="section" aria-label={t('payment.ofParty')}>
      <Title order={2} size="h5" mb={4}>
        {t('payment.ofParty')}
      </Title>
      <Stack gap={6}>
        {data.sums.map((sum) => (
          <PaidSum key={sum.currency} sum={sum} />
        ))}
      </Stack>
      <ul className={classes.list}>
        {data.rows.map((payment) => (
          <PaymentRow key={payment.id} payment={payment}>
            <Anchor component={Link} href={dealPath(payment.dealId)} size="sm">
              {payment.dealTitle}
            </Anchor>
          </PaymentRow>
        ))}
      </ul>
      {data.total > data.rows.length && !showsAll && (
        <Button size="compact-sm" variant="subtle" onClick={() => setShowsAll(true)}>
          {t('payment.more', { count: data.total - data.rows.length })}
        </Button>
      )}
    </Paper>
  );
}
