import { Anchor, Button, Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { api } from '#renderer/app/client.ts';
import type { client } from '#renderer/app/client.ts';
import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import { dealPath } from '#renderer/deal/deal-path.ts';
import classes from '#renderer/report/Report.module.css';
import { momentText } from '#renderer/sync/sync-words.ts';
import { useSync } from '#renderer/sync/use-sync.ts';

type Purchases = Awaited<ReturnType<typeof client.report.purchases>>;

const shownAtFirst = 4;

/** How often a client buys, for how much, what, and what may come next. Nothing where nothing was bought; what is owed stands with the payments. */
export function PartyPurchases({ partyId }: { readonly partyId: string }) {
  const t = useText();
  const { data } = useQuery(api.report.purchases.queryOptions({ input: { id: partyId } }));
  if (data === undefined || data.won === 0) return null;
  return (
    <Paper withBorder px="sm" py="xs" component="section" aria-label={t('report.purchases')}>
      <Title order={2} size="h5" mb={4}>
        {t('report.purchases')}
        <Text component="span" size="sm" c="dimmed" fw={400}>
          {` ${t('report.purchases.count', { count: data.won })}`}
        </Text>
      </Title>
      <Habits purchases={data} />
      <BoughtAt places={data.boughtAt} asOf={data.asOf} />
      <Owned owned={data.owned} />
      <Suggestions suggestions={data.suggestions} />
    </Paper>
  );
}

function Habits({ purchases: { won, sums, firstAt, lastAt, averageGap } }: { readonly purchases: Purchases }) {
  const t = useText();
  const format = useFormat();
  return (
    <>
      {sums.map(({ currency, count, amount, average }) => (
        <Text key={currency}>
          <strong>{format.sum(amount, currency)}</strong>
          {count > 1 && `, ${t('report.purchases.average', { sum: format.sum(average, currency) })}`}
        </Text>
      ))}
      <dl className={classes.facts}>
        {won > 1 && firstAt !== null && (
          <>
            <dt>{t('report.purchases.first')}</dt>
            <dd>{format.date(firstAt)}</dd>
          </>
        )}
        {lastAt !== null && (
          <>
            <dt>{t('report.purchases.last')}</dt>
            <dd>{format.date(lastAt)}</dd>
          </>
        )}
      </dl>
      {averageGap !== null && averageGap >= 1 && (
        <Text size="sm" c="dimmed" mb={6}>
          {t('report.purchases.gap', { days: Math.round(averageGap) })}
        </Text>
      )}
    </>
  );
}

/** In which branches, where there are others than this computer's own; each with up to when that is known. */
function BoughtAt({ places, asOf }: { readonly places: Purchases['boughtAt']; readonly asOf: Purchases['asOf'] }) {
  const t = useText();
  const format = useFormat();
  const here = useSync()?.branchId ?? null;
  if (places.every(({ branchId }) => branchId === here)) return null;
  return (
    <ul className={classes.owned} aria-label={t('branch.boughtAt')}>
      {places.map(({ branchId, name, won, lastAt }) => {
        const heardAt = asOf.find((known) => known.branchId === branchId)?.heardAt ?? null;
        const called = branchId === null ? t('branch.office') : (name ?? '');
        return (
          <li key={branchId}>
            <span>{heardAt === null ? called : t('sync.asOf', { branch: called, when: momentText(heardAt, { format }) })}</span>
            <Text span size="sm" c="dimmed">
              {t('branch.boughtAt.times', { count: won, last: format.date(lastAt) })}
            </Text>
          </li>
        );
      })}
    </ul>
  );
}

function Owned({ owned }: Pick<Purchases, 'owned'>) {
  const t = useText();
  const format = useFormat();
  const [showsAll, setShowsAll] = useState(false);
  if (owned.length === 0) return null;
  const shown = showsAll ? owned : owned.slice(0, shownAtFirst);
  return (
    <>
      <Title order={3} size="h6">
        {t('report.purchases.owned')}
      </Title>
      <ul className={classes.owned}>
        {shown.map(({ productId, name, unit, quantity, lastAt, dealId }) => (
          <li key={`${productId ?? name} ${unit}`}>
            <Anchor component={Link} href={dealPath(dealId)}>
              {name}
            </Anchor>
            <Text component="span" size="sm" c="dimmed">
              {`${format.number(Math.round(quantity * 100) / 100)} ${t(`deal.unit.${unit}`)} · ${format.date(lastAt)}`}
            </Text>
          </li>
        ))}
      </ul>
      {shown.length < owned.length && (
        <Button size="compact-sm" variant="subtle" onClick={() => setShowsAll(true)}>
          {t('report.purchases.more', { count: owned.length - shown.length })}
        </Button>
      )}
    </>
  );
}

function Suggestions({ suggestions }: Pick<Purchases, 'suggestions'>) {
  const t = useText();
  if (suggestions.length === 0) return null;
  return (
    <>
      <Title order={3} size="h6" mt={6}>
        {t('report.boughtWith')}
      </Title>
      <ul className={classes.owned}>
        {suggestions.map(({ productId, name, buyers }) => (
          <li key={productId}>
            {name}
            <Text component="span" size="sm" c="dimmed">
              {t('report.buyers', { count: buyers })}
            </Text>
          </li>
        ))}
      </ul>
    </>
  );
}
