import { Paper, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { useText } from '#renderer/app/text.ts';
import classes from '#renderer/deal/card/Deal.module.css';
import { useDealCard } from '#renderer/deal/card/deal-context.tsx';
import { DealLink } from '#renderer/deal/DealLink.tsx';

const shown = 10;

/** What the client bought before: won deals, newest first. */
export function PurchasesPanel() {
  const t = useText();
  const { deal } = useDealCard();
  const { data } = useQuery(
    api.deal.list.queryOptions({
      input: {
        filter: { partyId: deal.partyId, status: 'won' },
        sort: { field: 'closedAt', direction: 'descending' },
        limit: shown + 1,
      },
    }),
  );
  const earlier = (data?.rows ?? []).filter(({ id }) => id !== deal.id).slice(0, shown);
  if (earlier.length === 0) return null;
  return (
    <Paper withBorder px="sm" py="xs">
      <Title order={2} size="h5" mb={4}>
        {t('deal.purchases')}
      </Title>
      <ul className={classes.list}>
        {earlier.map((purchase) => (
          <DealLink key={purchase.id} deal={purchase} />
        ))}
      </ul>
    </Paper>
  );
}
