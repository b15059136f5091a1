import { ORPCError } from '@orpc/client';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import type { Job } from '#shared/job/contract.ts';

const askEvery = 200;

export interface WatchedJob {
  /** Undefined until the first answer. */
  readonly job: Job | undefined;
  /** The core knows nothing of it: it was started anew since. */
  readonly isLost: boolean;
}

/** How a job goes, until it ends. Asked for again and again, so that it holds through a lost connection. */
export function useJob(jobId: string | null): WatchedJob {
  const { data, error } = useQuery(
    api.job.get.queryOptions({
      input: { id: jobId ?? '' },
      enabled: jobId !== null,
      refetchInterval: ({ state }) => (state.data?.state === 'running' ? askEvery : state.error === null ? false : 2_000),
      refetchIntervalInBackground: true,
    }),
  );
  return { job: jobId === null ? undefined : data, isLost: error instanceof ORPCError && error.code === 'NOT_FOUND' };
}
