import { Button, Paper, Skeleton, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { useText } from '#renderer/app/text.ts';
import { useCard } from '#renderer/card/card-context.tsx';
import { QueryFailed } from '#renderer/card/QueryFailed.tsx';
import classes from '#renderer/deal/card/Deal.module.css';
import { DealLink } from '#renderer/deal/DealLink.tsx';
import { openNewDeal } from '#renderer/deal/open-new-deal.ts';
import { Sums } from '#renderer/deal/Sums.tsx';
import { useCan } from '#renderer/people/use-me.ts';

const shownAtFirst = 5;

/** A client's deals: the open ones, then earlier ones. */
export function PartyDealsPanel() {
  const t = useText();
  const { party } = useCard();
  const canCreate = useCan('deal.create') && party.deletedAt === null;
  const [showsAll, setShowsAll] = useState(false);
  const limit = showsAll ? 100 : shownAtFirst;
  const sort = { field: 'createdAt', direction: 'descending' } as const;
  const open = useQuery(api.deal.list.queryOptions({ input: { filter: { partyId: party.id, status: 'open' }, sort, limit } }));
  const all = useQuery(api.deal.list.queryOptions({ input: { filter: { partyId: party.id }, sort, limit } }));
  const rows = [...(open.data?.rows ?? []), ...(all.data?.rows ?? []).filter(({ status }) => status !== 'open')];
  const total = all.data?.total ?? 0;
  return (
    <Paper withBorder px="sm" py="xs">
      <Title order={2} size="h5" mb={4}>
        {t('nav.deals')}
        {open.data !== undefined && open.data.count > 0 && (
          <Text component="span" size="sm" c="dimmed" fw={400}>
            {' '}
            {t('deal.openCount', { count: open.data.count })}
            {open.data.sums.some(({ amount }) => amount !== 0) && (
              <>
                {' · '}
                <Sums sums={open.data.sums} />
              </>
            )}
          </Text>
        )}
      </Title>
      {all.isError && all.data === undefined && <QueryFailed message="deal.failed" onRetry={() => void all.refetch()} />}
      {all.data === undefined && !all.isError && <Skeleton height={40} />}
      {all.data !== undefined && total === 0 && (
        <Text size="sm" c="dimmed">
          {t('deal.ofParty.none')}
        </Text>
      )}
      <ul className={classes.list}>
        {rows.map((deal) => (
          <DealLink key={deal.id} deal={deal} />
        ))}
      </ul>
      {total > rows.length && !showsAll && (
        <Button size="compact-sm" variant="subtle" onClick={() => setShowsAll(true)}>
          {t('link.showAll', { count: total })}
        </Button>
      )}
      {canCreate && (
        <Button
          size="compact-sm"
          variant="subtle"
          mt={4}
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => openNewDeal({ party: { id: party.id, title: party.title, type: party.type } })}
        >
          {t('deal.new')}
        </Button>
      )}
    </Paper>
  );
}
