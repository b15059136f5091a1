import type { QueryClient } from '@tanstack/react-query';
import { QueryObserver } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

/** Keeps what was read for as long as it is out of sight: a form whose record is gone would be gone too. */
export function useKeptData(queries: QueryClient): void {
  const stop = useRef<() => void>(null);
  useEffect(() => {
    stop.current?.();
    return () => {
      stop.current = keepData(queries);
    };
  }, [queries]);
}

function keepData(queries: QueryClient): () => void {
  const stops = queries
    .getQueryCache()
    .getAll()
    .map(({ options, queryKey }) => {
      const observer = new QueryObserver(queries, { ...options, queryKey, enabled: false });
      return observer.subscribe(() => undefined);
    });
  return () => {
    for (const stop of stops) stop();
  };
}
