import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import type { SyncStatus } from '#shared/sync/contract.ts';

/** Milliseconds between looks while something is under way, and while nothing is. What is saved makes it look at once. */
const underWay = 1_000;
const atRest = 10_000;

/** How this copy stands with head office; undefined until the core has told. */
export function useSync(): SyncStatus | undefined {
  const refetchInterval = ({ state: { data } }: { readonly state: { readonly data?: SyncStatus | undefined } }) => {
    if (data === undefined || data.state === 'alone') return false;
    return data.state === 'syncing' ? underWay : atRest;
  };
  return useQuery(api.sync.status.queryOptions({ refetchInterval })).data;
}

/** Whether this copy is one of a company's. */
export function useIsInCompany(): boolean {
  const role = useSync()?.role ?? 'alone';
  return role !== 'alone';
}

/** Whether this copy is a branch's: what is head office's to change is only read here. */
export function useIsBranch(): boolean {
  return useSync()?.role === 'branch';
}
