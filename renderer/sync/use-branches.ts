import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '#renderer/app/client.ts';
import { useText } from '#renderer/app/text.ts';
import { useIsInCompany } from '#renderer/sync/use-sync.ts';
import type { Branch } from '#shared/branch/branch.ts';

const none: readonly Branch[] = [];

/** The branches of the company, also closed ones; empty while the shop is alone, and until the core has told. */
export function useBranches(): readonly Branch[] {
  const enabled = useIsInCompany();
  return useQuery(api.branch.list.queryOptions({ enabled })).data ?? none;
}

/** `nameOf(id)`: what a branch is called; null is head office, and a branch that isn't known has no name. */
export function useBranchName(): (id: string | null) => string {
  const t = useText();
  const branches = useBranches();
  return useMemo(() => {
    const names = new Map(branches.map(({ id, name }) => [id, name]));
    return (id) => (id === null ? t('sync.office') : (names.get(id) ?? ''));
  }, [branches, t]);
}
