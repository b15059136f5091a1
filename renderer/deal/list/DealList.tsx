import { Text } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useLocation } from 'wouter';
import { api, client } from '#renderer/app/client.ts';
import { EmptyState } from '#renderer/app/EmptyState.tsx';
import { Message } from '#renderer/app/Message.tsx';
import { notifyError } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { dealPath } from '#renderer/deal/deal-path.ts';
import { allPipelines } from '#renderer/deal/deals-address.ts';
import type { DealsAddress } from '#renderer/deal/deals-address.ts';
import page from '#renderer/app/page.module.css';
import classes from '#renderer/deal/Deals.module.css';
import { daysOfMonth } from '#renderer/deal/forecast/month-name.ts';
import { DealBulkBar } from '#renderer/deal/list/DealBulkBar.tsx';
import { DealCell } from '#renderer/deal/list/DealCell.tsx';
import { dealColumns } from '#renderer/deal/list/deal-columns.ts';
import { Sums } from '#renderer/deal/Sums.tsx';
import { RowsFailed, usePagedRows, useSelection, VirtualGrid } from '#renderer/grid/index.ts';
import { useFieldRights } from '#renderer/people/use-rights.ts';
import type { DealRow } from '#shared/deal/contract.ts';
import type { Filter } from '#shared/filter/filter.ts';
import type { Pipeline } from '#shared/pipeline/contract.ts';

interface DealListProps {
  readonly pipeline: Pipeline;
  readonly address: DealsAddress;
  readonly filter: { readonly ownerId?: string; readonly text?: string; readonly where?: Filter };
  readonly change: (changes: Readonly<Record<string, string>>) => void;
}

/** Deals of a pipeline in rows, to be sorted, ticked and changed many at once. */
export function DealList({ pipeline, address, filter, change }: DealListProps) {
  const t = useText();
  const [, navigate] = useLocation();
  const asked = useAsked({ pipeline, address, filter });
  const rows = usePagedRows<DealRow>((offset, limit) => api.deal.list.queryOptions({ input: { ...asked, offset, limit } }));
  const sums = useQuery(api.deal.list.queryOptions({ input: { ...asked, offset: 0, limit: 100 } })).data;
  const idsBetween = useIdsBetween(asked);
  const selection = useSelection({ total: rows.total ?? 0, idsBetween, onError: notifyError });
  const fieldRight = useFieldRights();
  const columns = useMemo(
    () =>
      dealColumns
        .filter(({ field }) => fieldRight(field, 'deal') !== 'hide')
        .map(({ field, width, sortField }) => ({
          field,
          label: t(`deal.field.${field}`),
          width,
          ...(sortField === undefined ? {} : { sortField }),
          render: (row: DealRow) => <DealCell row={row} field={field} />,
        })),
    [t, fieldRight],
  );
  if (rows.total === 0) {
    return (
      <EmptyState
        icon={<IconFilterOff size={30} />}
        title={<Message id="deal.noMatches" />}
        text={<Message id="deal.noMatches.text" />}
      />
    );
  }
  return (
    <>
      {rows.error !== null && <RowsFailed error={rows.error} retry={rows.retry} />}
      {selection.ids.size > 0 && <DealBulkBar selection={selection} pipeline={pipeline} />}
      <div className={page.fill}>
        <VirtualGrid
          label={t('nav.deals')}
          columns={columns}
          rows={rows}
          idOf={(row) => row.id}
          titleOf={(row) => row.title}
          onOpen={(row) => navigate(dealPath(row.id))}
          selection={selection}
          sort={asked.sort}
          onSort={(sort) => change({ order: `${sort.field}.${sort.direction}` })}
          placeKey={`deals?${JSON.stringify(asked)}`}
        />
      </div>
      {sums !== undefined && fieldRight('amount', 'deal') !== 'hide' && (
        <Text className={classes.foot ?? ''} role="status">
          <span>{t('deal.count', { count: sums.count })}</span>
          <strong>
            <Sums sums={sums.sums} />
          </strong>
          {address.status === 'open' && (
            <Text span c="dimmed">
              {`${t('deal.forecast.weighted')}: `}
              <Sums sums={sums.sums} isWeighted />
            </Text>
          )}
        </Text>
      )}
    </>
  );
}

type Asked = Omit<Parameters<typeof client.deal.list>[0], 'offset' | 'limit'> & { readonly sort: DealsAddress['listSort'] };

function useAsked({ pipeline, address, filter }: Pick<DealListProps, 'pipeline' | 'address' | 'filter'>): Asked {
  const { status, month, listSort } = address;
  return {
    filter: {
      ...filter,
      ...(address.pipelineId === allPipelines ? {} : { pipelineId: pipeline.id }),
      ...(status === 'all' ? {} : { status }),
      ...(month === '' ? {} : { where: { all: [monthCondition(month), ...(filter.where === undefined ? [] : [filter.where])] } }),
    },
    sort: listSort,
  };
}

function monthCondition(month: string) {
  if (month === 'none') return { field: 'expectedClose', is: 'isEmpty' } as const;
  return { field: 'expectedClose', is: 'between', value: daysOfMonth(month) } as const;
}

const mostAtOnce = 500;

/** Ids by position, for ticking many rows at once, those not read yet included. */
function useIdsBetween(asked: Asked): (first: number, end: number) => Promise<string[]> {
  const text = JSON.stringify(asked);
  return useCallback(
    async (first, end) => {
      const view = JSON.parse(text) as Asked;
      const ids: string[] = [];
      for (let offset = first; offset < end; offset += mostAtOnce) {
        const page = await client.deal.list({ ...view, offset, limit: Math.min(mostAtOnce, end - offset) });
        ids.push(...page.rows.map(({ id }) => id));
      }
      return ids;
    },
    [text],
  );
}
