import { allPipelines } from '#renderer/deal/deals-address.ts';
import { writeAddressFilter } from '#renderer/filter/address-filter.ts';
import type { Days } from '#renderer/report/report-period.ts';
import type { Condition, Filter } from '#shared/filter/filter.ts';
import type { SalesGrouping } from '#shared/report/contract.ts';

interface Asked extends Days {
  readonly by: SalesGrouping;
  readonly key: string;
}

/** The list of the deals begun or closed in the period that a row counts; null where the list can't be asked for them. */
export function dealsOf({ by, key, from, to }: Asked): string | null {
  const condition = conditionOf(by, key);
  if (condition === null) return null;
  const inPeriod: Filter = {
    any: [
      { field: 'createdAt', is: 'between', value: { from, to } },
      { field: 'closedAt', is: 'between', value: { from, to } },
    ],
  };
  const where = writeAddressFilter({ all: [...condition, inPeriod] });
  return `/deals?${new URLSearchParams({ view: 'list', pipeline: allPipelines, status: 'all', where }).toString()}`;
}

function conditionOf(by: SalesGrouping, key: string): readonly Condition[] | null {
  switch (by) {
    case 'source':
    case 'channel':
      return [key === '' ? { field: by, is: 'isEmpty' } : { field: by, is: 'is', value: key }];
    case 'owner':
    case 'branch':
      return [key === '' ? { field: `${by}Id`, is: 'isEmpty' } : { field: `${by}Id`, is: 'isAnyOf', value: [key] }];
    case 'kind':
      return [{ field: 'client.kind', is: 'isAnyOf', value: [key] }];
    case 'city':
      return [key === '' ? { field: 'client.city', is: 'isEmpty' } : { field: 'client.city', is: 'hasAnyOf', value: [key] }];
    case 'month':
      return [];
    case 'product':
    case 'industry':
      return null;
  }
}
