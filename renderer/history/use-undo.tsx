import { isDefinedError } from '@orpc/client';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '#renderer/app/client.ts';
import { notifyDone, notifyError } from '#renderer/app/notify.ts';
import { EditedDialog } from './EditedDialog.tsx';

interface UndoOptions {
  /** Called when the act is undone, wholly or but for what was edited since. */
  readonly onUndone?: (actId: string) => void;
}

export interface Undo {
  readonly undo: (actId: string) => void;
  /** The act being undone now; null when none is. */
  readonly pendingId: string | null;
  /** To be put on the page: asks what to do when something was edited since. */
  readonly dialog: ReactNode;
}

/** Undoes acts; what was edited since is shown, and stays unless nobody minds. */
export function useUndo({ onUndone }: UndoOptions = {}): Undo {
  const { mutate, error, variables, isPending, reset } = useMutation(
    api.history.undo.mutationOptions({
      onSuccess: ({ undone }, { id }) => {
        notifyDone('history.undone', { count: undone });
        onUndone?.(id);
      },
      onError: (failure) => {
        if (!isDefinedError(failure) || failure.code !== 'EDITED_SINCE') notifyError(failure);
      },
    }),
  );
  const edited = error !== null && isDefinedError(error) && error.code === 'EDITED_SINCE' ? error.data : null;
  const actId = variables?.id ?? null;
  return {
    undo: (id) => mutate({ id }),
    pendingId: isPending ? actId : null,
    dialog: (
      <EditedDialog
        edited={edited}
        onUndoRest={() => {
          if (actId !== null) mutate({ id: actId, keepEdited: true });
        }}
        onLeave={reset}
      />
    ),
  };
}
