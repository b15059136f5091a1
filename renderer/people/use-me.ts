import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import type { Me } from '#shared/people/contract.ts';
import type { Permission } from '#shared/people/permission.ts';

/** Who works in this window; undefined until the core has told. */
export function useMe(): Me | undefined {
  return useQuery(api.people.me.queryOptions()).data;
}

/**
 * Whether whoever works in this window may do that. Yes until it is known: most may, nothing should jump when it is, and
 * the core refuses anyway.
 */
export function useCan(permission: Permission): boolean {
  return useMe()?.permissions.includes(permission) ?? true;
}
