import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import type { Task } from '#shared/task/contract.ts';

/** Whether anything but this task is planned with the same deal, or client; undefined until it is known. */
export function useHasOthersPlanned({ id, dealId, partyId }: Pick<Task, 'dealId' | 'partyId'> & { readonly id: string | null }) {
  const about = dealId !== null ? { dealId } : partyId !== null ? { partyId } : null;
  const { data } = useQuery(
    api.task.list.queryOptions({ input: { filter: { ...about, status: 'open' }, limit: 2 }, enabled: about !== null }),
  );
  return about === null ? undefined : data?.rows.some((task) => task.id !== id);
}
