import { MutationCache, QueryClient } from '@tanstack/react-query';
import { isConnectionError } from '#renderer/app/connection.ts';
import { toastError } from '#renderer/app/toast.ts';

/**
 * The core is on this machine, so the browser's idea of being online says nothing. A change that fails is told to the
 * user unless the mutation has an `onError` of its own; a query shows its error where its data would stand.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    mutationCache: new MutationCache({
      onError: (error, _variables, _result, mutation) => {
        if (mutation.options.onError === undefined) toastError(error);
      },
    }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 30_000,
        retry: (failures, error) => isConnectionError(error) && failures < 2,
        retryDelay: 400,
      },
      mutations: { networkMode: 'always' },
    },
  });
}
