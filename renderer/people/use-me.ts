import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import type { Me } from '#shared/people/contract.ts';
import type { Permission } from '#shared/people/permission.ts';

/** Who works in this window. The window shows nothing before the core has told. */
export function useMe(): Me | undefined {
  return useQuery(api.people.me.queryOptions()).data;
}

/** Whether whoever works in this window may do that. */
export function useCan(permission: Permission): boolean {
  return useMe()?.permissions.includes(permission) ?? false;
}
