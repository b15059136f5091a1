import { useCallback } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { usePagedRows } from '#renderer/grid/index.ts';
import type { PagedRows } from '#renderer/grid/index.ts';
import type { Filter } from '#shared/filter/filter.ts';
import type { PartyFilter, PartyRow, PartySort } from '#shared/party/contract.ts';

interface PartyView {
  readonly filter: PartyFilter;
  readonly where?: Filter;
  readonly sort: PartySort;
}

const mostAtOnce = 500;

/** The rows of a list of contacts and companies, as they come into view. */
export function usePartyRows({ filter, where, sort }: PartyView): PagedRows<PartyRow> {
  return usePagedRows((offset, limit) =>
    api.party.list.queryOptions({ input: { filter, ...(where === undefined ? {} : { where }), sort, offset, limit } }),
  );
}

/** Ids by position, for ticking many rows at once, those not read yet included. */
export function useIdsBetween({ filter, where, sort }: PartyView): (first: number, end: number) => Promise<string[]> {
  const asked = JSON.stringify({ filter, where, sort });
  return useCallback(
    async (first, end) => {
      const view = JSON.parse(asked) as PartyView;
      const ids: string[] = [];
      for (let offset = first; offset < end; offset += mostAtOnce) {
        const page = await client.party.list({ ...view, offset, limit: Math.min(mostAtOnce, end - offset) });
        ids.push(...page.rows.map((row) => row.id));
      }
      return ids;
    },
    [asked],
  );
}
