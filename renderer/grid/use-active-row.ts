import type { RefObject } from 'react';
import { useEffect, useState } from 'react';

const rows = new Map<string, number>();
let openedIn: string | undefined;

interface ActiveRow {
  /** The row the keyboard is at, from 0. */
  readonly active: number;
  readonly setActive: (index: number) => void;
  /** To be called when a row is opened: coming back, the keyboard is at it again. */
  readonly leave: () => void;
}

/** Which row the keyboard is at, remembered under the list's place name; another order or filter begins at the first. */
export function useActiveRow(container: RefObject<HTMLElement | null>, placeKey: string | undefined): ActiveRow {
  const [state, setState] = useState(() => ({ placeKey, active: placeKey === undefined ? 0 : (rows.get(placeKey) ?? 0) }));
  const active = state.placeKey === placeKey ? state.active : 0;
  useEffect(() => {
    if (openedIn === undefined || openedIn !== placeKey) return;
    openedIn = undefined;
    container.current?.focus({ preventScroll: true });
  }, [container, placeKey]);
  return {
    active,
    setActive: (index) => {
      if (placeKey !== undefined) rows.set(placeKey, index);
      setState({ placeKey, active: index });
    },
    leave: () => {
      openedIn = placeKey;
    },
  };
}
