import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';

/** How many deals there are in all, closed ones too; undefined until it is known. */
export function useDealCount(): number | undefined {
  return useQuery(api.deal.list.queryOptions({ input: { limit: 1 } })).data?.total;
}
