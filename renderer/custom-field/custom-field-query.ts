import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import type { CustomField } from '#shared/custom-field/contract.ts';

const none: readonly CustomField[] = [];

/** All custom fields, in order. */
export function useCustomFields(): readonly CustomField[] {
  const { data } = useQuery(api.customField.list.queryOptions({ staleTime: 5 * 60_000 }));
  return data ?? none;
}
