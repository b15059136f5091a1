import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, client } from '#renderer/app/client.ts';
import type { ImportSummary } from '#shared/import/contract.ts';
import type { Job } from '#shared/job/contract.ts';
import type { ImportRequest } from './import-request.ts';
import { useJob } from './use-job.ts';

export interface Plan {
  /** The last plan worked out; while another is, it is still shown. */
  readonly done: { readonly jobId: string; readonly summary: ImportSummary } | null;
  /** The job working it out now. */
  readonly job: Job | undefined;
  readonly isWorking: boolean;
  /** Why it could not be worked out. */
  readonly failure: Job['error'];
  readonly error: Error | null;
  readonly retry: () => void;
}

/** Works out what an import would do, anew whenever something about it changes. */
export function usePlan(request: ImportRequest): Plan {
  const start = useQuery({
    queryKey: ['importPlan', request],
    queryFn: async () => (await client.import.plan(request)).jobId,
    staleTime: Infinity,
    gcTime: 0,
  });
  const jobId = start.data ?? null;
  const { job } = useJob(jobId);
  const isDone = job?.state === 'done';
  const { data: summary, error } = useQuery(
    api.import.result.queryOptions({ input: { id: jobId ?? '' }, enabled: jobId !== null && isDone, staleTime: Infinity }),
  );
  const [done, setDone] = useState<Plan['done']>(null);
  if (jobId !== null && summary !== undefined && done?.jobId !== jobId) setDone({ jobId, summary });
  useEffect(() => () => stop(jobId), [jobId]);
  const failure = job?.state === 'failed' ? job.error : null;
  return {
    done,
    job,
    isWorking: start.error === null && error === null && failure === null && done?.jobId !== jobId,
    failure,
    error: start.error ?? error,
    retry: () => void start.refetch(),
  };
}

/** A plan that nobody waits for any more needn't be finished. */
function stop(jobId: string | null): void {
  if (jobId !== null) client.job.cancel({ id: jobId }).catch(() => undefined);
}
