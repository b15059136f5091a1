import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';

/** The deal of a card. */
export function useDeal(id: string) {
  const { data, error, refetch } = useQuery(api.deal.get.queryOptions({ input: { id } }));
  return { deal: data, error, retry: () => void refetch() };
}
