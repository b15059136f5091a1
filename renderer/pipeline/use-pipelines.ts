import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '#renderer/app/client.ts';
import type { LostReason, Pipeline, Stage } from '#shared/pipeline/contract.ts';

const none: readonly LostReason[] = [];

/** The pipelines in use; undefined until the core has told. */
export function usePipelines() {
  const { data, isError, refetch } = useQuery(api.pipeline.list.queryOptions());
  return { pipelines: data as readonly Pipeline[] | undefined, isError, retry: () => void refetch() };
}

/** The pipeline of that id; undefined while it is not known, and where it was taken away. */
export function usePipeline(id: string): Pipeline | undefined {
  return usePipelines().pipelines?.find((pipeline) => pipeline.id === id);
}

/** `stageOf(id)`: a stage of any pipeline in use. */
export function useStages(): (id: string) => Stage | undefined {
  const { pipelines } = usePipelines();
  return useMemo(() => {
    const stages = new Map((pipelines ?? []).flatMap((pipeline) => pipeline.stages.map((stage) => [stage.id, stage])));
    return (id) => stages.get(id);
  }, [pipelines]);
}

/** Why deals are lost; empty until the core has told. */
export function useLostReasons(): readonly LostReason[] {
  return useQuery(api.pipeline.lostReasons.queryOptions()).data ?? none;
}
