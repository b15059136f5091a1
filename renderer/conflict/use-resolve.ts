import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, client } from '#renderer/app/client.ts';
import { notifyDone } from '#renderer/app/notify.ts';

interface Choice {
  readonly ids: readonly string[];
  readonly with: 'keep' | 'take';
}

/** Settles conflicts in one act, which can be undone; tells of those whose other value can't be put back. */
export function useResolve({ onResolved }: { readonly onResolved?: (ids: readonly string[]) => void } = {}) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ ids, with: choice }: Choice) => client.conflict.resolve({ ids: [...ids], with: choice }),
    onSuccess: async ({ resolved, failed, actId }, { ids, with: choice }) => {
      onResolved?.(ids);
      if (resolved > 0) notifyDone(`conflict.done.${choice}`, { count: resolved }, { undoActId: actId });
      if (failed.length > 0) notifyDone('conflict.failed', { count: failed.length });
      await refresh(queries);
    },
  });
}

/** Settles one with a third value. */
export function useEditConflict({ onEdited }: { readonly onEdited: () => void }) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (given: { readonly id: string; readonly value: unknown }) => client.conflict.edit(given),
    onSuccess: async ({ actId }) => {
      onEdited();
      notifyDone('conflict.done.edit', {}, { undoActId: actId });
      await refresh(queries);
    },
    // What was typed stays, and why it can't be kept is told beside it.
    onError: () => undefined,
  });
}

async function refresh(queries: ReturnType<typeof useQueryClient>): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: api.conflict.key() }),
    queries.invalidateQueries({ queryKey: api.sync.key() }),
  ]);
}
