import { readAddressFilter } from '#renderer/filter/address-filter.ts';
import type { dealSortFields } from '#shared/deal/contract.ts';
import type { Filter } from '#shared/filter/filter.ts';

export const dealViews = ['board', 'list', 'forecast'] as const;
export type DealView = (typeof dealViews)[number];
export const boardSorts = ['next', 'amount', 'createdAt', 'expectedClose', 'title'] as const;
export type BoardSort = (typeof boardSorts)[number];
export const listStatuses = ['open', 'won', 'lost', 'all'] as const;

/** The list may be of the deals of all pipelines, under this instead of an id. */
export const allPipelines = 'all';

/** What the page of deals shows, as its address says it. */
export interface DealsAddress {
  readonly view: DealView;
  /** Empty is the first pipeline; see {@link allPipelines}. */
  readonly pipelineId: string;
  /** A person's id, "me", or empty for everybody. */
  readonly owner: string;
  readonly text: string;
  readonly sort: BoardSort;
  readonly status: (typeof listStatuses)[number];
  readonly listSort: { readonly field: (typeof dealSortFields)[number]; readonly direction: 'ascending' | 'descending' };
  /** "2026-11": only deals expected to close in that month; "none": those without a date; empty for all. */
  readonly month: string;
  /** Conditions of the filter editor. */
  readonly where: Filter | undefined;
}

export function readDealsAddress(search: URLSearchParams): DealsAddress {
  const [field = '', direction] = (search.get('order') ?? '').split('.');
  return {
    view: oneOf(dealViews, search.get('view')),
    pipelineId: search.get('pipeline') ?? '',
    owner: search.get('owner') ?? '',
    text: search.get('text') ?? '',
    sort: oneOf(boardSorts, search.get('sort')),
    status: oneOf(listStatuses, search.get('status')),
    listSort:
      field === ''
        ? { field: 'createdAt', direction: 'descending' }
        : {
            field: field as DealsAddress['listSort']['field'],
            direction: direction === 'descending' ? 'descending' : 'ascending',
          },
    where: readAddressFilter(search),
    month: /^(\d{4}-\d{2}|none)$/.exec(search.get('month') ?? '')?.[0] ?? '',
  };
}

/** The address with some conditions changed; an empty value takes a condition away. */
export function changeDealsAddress(search: URLSearchParams, changes: Readonly<Record<string, string>>): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === '') next.delete(name);
    else next.set(name, value);
  }
  return next;
}

function oneOf<const Value extends string>(values: readonly [Value, ...Value[]], given: string | null): Value {
  return values.find((value) => value === given) ?? values[0];
}
