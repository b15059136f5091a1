import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { entranceClient } from '#renderer/app/client.ts';
import { shut } from '#renderer/entrance/shut.ts';
import type { EntranceState } from '#shared/entrance/contract.ts';

const queryKey = ['entrance'];
/** Milliseconds between two questions how it stands. */
const pause = { working: 400, waiting: 2000 };

interface EntranceNow {
  readonly isShut: boolean;
  /** Undefined until it is known. */
  readonly state: EntranceState | undefined;
}

/** How it stands with data that is closed: asked only once a call was refused, so that opening a plain shop costs nothing. */
export function useEntrance(): EntranceNow {
  const queries = useQueryClient();
  const isShut = shut.useValue();
  const { data: state } = useQuery({
    queryKey,
    queryFn: () => entranceClient.state(),
    enabled: isShut,
    staleTime: 0,
    gcTime: 0,
    refetchInterval: (query) => (query.state.data?.type === 'working' ? pause.working : pause.waiting),
  });
  useEffect(() => {
    if (!isShut || state?.type !== 'open') return;
    shut.set(false);
    queries.removeQueries({ queryKey });
    void queries.invalidateQueries();
  }, [isShut, state, queries]);
  return { isShut, state };
}

/** Shows at once how it stands after something was done. */
export function useShowEntrance(): (state: EntranceState) => void {
  const queries = useQueryClient();
  return (state) => queries.setQueryData(queryKey, state);
}
