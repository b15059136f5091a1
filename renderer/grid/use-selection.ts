import { useCallback, useRef, useState } from 'react';

/** Most records that can be changed in one go. */
export const mostSelected = 10_000;

/** Which records are ticked. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly toggle: (index: number, id: string) => void;
  /** Ticks all from the last one ticked to this one. */
  readonly extendTo: (index: number) => void;
  /** Ticks every one, up to {@link mostSelected}. */
  readonly selectAll: () => void;
  readonly clear: () => void;
}

interface SelectionOptions {
  readonly total: number;
  /** Ids of the rows from `first` up to, not including, `end`. */
  readonly idsBetween: (first: number, end: number) => Promise<readonly string[]>;
  readonly onError: (error: unknown) => void;
}

export function useSelection({ total, idsBetween, onError }: SelectionOptions): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const anchor = useRef(0);
  const add = useCallback(
    (first: number, end: number) => {
      idsBetween(first, Math.min(end, first + mostSelected)).then((more) => setIds((now) => new Set([...now, ...more])), onError);
    },
    [idsBetween, onError],
  );
  const toggle = useCallback((index: number, id: string) => {
    anchor.current = index;
    setIds((now) => {
      const next = new Set(now);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  return {
    ids,
    toggle,
    extendTo: useCallback((index) => add(Math.min(anchor.current, index), Math.max(anchor.current, index) + 1), [add]),
    selectAll: useCallback(() => add(0, total), [add, total]),
    clear: useCallback(() => setIds(new Set()), []),
  };
}
