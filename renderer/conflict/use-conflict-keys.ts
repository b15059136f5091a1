import { useEffect, useRef, useState } from 'react';
import { useShortcuts } from '#renderer/app/shortcuts.ts';
import type { ConflictView } from '#shared/conflict/contract.ts';

interface ConflictKeys {
  readonly rows: readonly ConflictView[];
  readonly canAct: boolean;
  readonly choose: (id: string, choice: 'keep' | 'take') => void;
  readonly edit: (id: string) => void;
  readonly select: (id: string) => void;
}

/** Arrows go from one to the next; K, T and E settle it, X selects it. @returns the one the keys act on */
export function useConflictKeys({ rows, canAct, choose, edit, select }: ConflictKeys): string | null {
  const [active, setActive] = useState<{ readonly id: string; readonly index: number } | null>(null);
  const wasMoved = useRef(false);
  const found = rows.findIndex(({ id }) => id === active?.id);
  // What was settled leaves the list: the next one takes its place.
  const index = found >= 0 ? found : active === null ? -1 : Math.min(active.index, rows.length - 1);
  const id = rows[index]?.id ?? null;
  const step = (by: 1 | -1) => {
    const next = Math.max(0, Math.min(rows.length - 1, index < 0 ? 0 : index + by));
    const row = rows[next];
    if (row === undefined) return;
    wasMoved.current = true;
    setActive({ id: row.id, index: next });
  };
  const withActive = (run: (id: string) => void) => () => {
    if (id === null) return;
    setActive({ id, index });
    run(id);
  };
  useShortcuts({
    ArrowDown: { label: 'conflict.shortcut.next', run: () => step(1) },
    ArrowUp: { label: 'conflict.shortcut.previous', run: () => step(-1) },
    KeyJ: () => step(1),
    ...(canAct && {
      KeyK: { label: 'conflict.shortcut.keep' as const, run: withActive((one) => choose(one, 'keep')) },
      KeyT: { label: 'conflict.shortcut.take' as const, run: withActive((one) => choose(one, 'take')) },
      KeyE: { label: 'conflict.shortcut.edit' as const, run: withActive(edit) },
      KeyX: withActive(select),
    }),
  });
  useEffect(() => {
    if (id === null || !wasMoved.current) return;
    const row = document.querySelector<HTMLElement>(`[data-conflict="${CSS.escape(id)}"]`);
    row?.scrollIntoView({ block: 'nearest' });
    row?.focus({ preventScroll: true });
  }, [id]);
  return id;
}
