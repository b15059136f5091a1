import { Anchor, Text } from '@mantine/core';
import { Link } from 'wouter';
import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import classes from '#renderer/deal/card/Deal.module.css';
import { dealPath } from '#renderer/deal/deal-path.ts';
import dealsClasses from '#renderer/deal/Deals.module.css';
import { useOtherBranch } from '#renderer/sync/use-other-branch.ts';
import type { DealRow } from '#shared/deal/contract.ts';

/** A deal in a panel of a card: its title, sum, and where it stands. */
export function DealLink({ deal }: { readonly deal: DealRow }) {
  const t = useText();
  const format = useFormat();
  const branch = useOtherBranch()(deal.branchId);
  const { status } = deal;
  const isOpen = status === 'open';
  const state =
    status === 'open'
      ? deal.stageName
      : `${t(`deal.status.${status}`)}${deal.closedAt === null ? '' : ` · ${format.date(deal.closedAt)}`}`;
  return (
    <li>
      <div className={classes.row}>
        <Anchor component={Link} href={dealPath(deal.id)} className={classes.grows ?? ''} lineClamp={2}>
          {isOpen && (
            <span className={dealsClasses.urgency} data-urgency={deal.urgency} title={t(`deal.urgency.${deal.urgency}`)} />
          )}
          {deal.title}
        </Anchor>
        {deal.amount !== 0 && (
          <Text component="span" flex="none">
            {format.sum(deal.amount, deal.currency)}
          </Text>
        )}
      </div>
      <Text size="sm" c="dimmed">
        {branch === null ? state : `${state} · ${branch}`}
      </Text>
    </li>
  );
}
