import { Anchor, Paper } from '@mantine/core';
import { Link } from 'wouter';
import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import { dealPath } from '#renderer/deal/deal-path.ts';
import { usePersonName } from '#renderer/people/use-people.ts';
import classes from '#renderer/report/Report.module.css';
import type { Order } from '#shared/report/contract.ts';

/** Open deals by their day. */
export function OrderRows({ rows }: { readonly rows: readonly Order[] }) {
  const t = useText();
  const format = useFormat();
  const personName = usePersonName();
  return (
    <Paper withBorder className={classes.frame ?? ''} tabIndex={0} role="region" aria-label={t('report.orders')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('report.orders.promised')}</th>
            <th scope="col" data-text>
              {t('deal.one')}
            </th>
            <th scope="col" data-text>
              {t('deal.field.partyId')}
            </th>
            <th scope="col" data-text>
              {t('deal.field.stageId')}
            </th>
            <th scope="col" data-text>
              {t('deal.field.ownerId')}
            </th>
            <th scope="col">{t('deal.field.amount')}</th>
            <th scope="col">{t('report.orders.toPay')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((order) => (
            <tr key={order.id}>
              <th scope="row">
                <Promised order={order} />
              </th>
              <td data-text>
                <Anchor component={Link} href={dealPath(order.id)} inherit>
                  {order.title}
                </Anchor>
              </td>
              <td data-text>
                <Anchor
                  component={Link}
                  href={`/${order.partyType === 'company' ? 'companies' : 'contacts'}/${order.partyId}`}
                  inherit
                >
                  {order.partyTitle}
                </Anchor>
              </td>
              <td data-text>{order.stageName}</td>
              <td data-text>{personName(order.ownerId)}</td>
              <td>{format.sum(order.amount, order.currency)}</td>
              <td>{order.amount > order.paid ? format.sum(order.amount - order.paid, order.currency) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Paper>
  );
}

function Promised({ order: { promised, state, lateDays } }: { readonly order: Order }) {
  const t = useText();
  const format = useFormat();
  if (promised === null) return t('report.orders.none');
  return (
    <>
      {format.date(promised)}
      {state === 'late' && <div className={classes.late}>{t('report.orders.lateBy', { days: lateDays })}</div>}
    </>
  );
}
