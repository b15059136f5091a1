import type { KeyboardEvent } from 'react';
import type { Selection } from './use-selection.ts';

interface GridKeysOptions {
  readonly total: number;
  readonly active: number;
  readonly pageSize: number;
  readonly move: (index: number) => void;
  readonly open: (index: number) => void;
  readonly idAt: (index: number) => string | undefined;
  readonly selection: Selection | undefined;
}

/** Arrows, Home, End and pages move; Enter opens; Space ticks, with Shift a whole range; Ctrl+A ticks all, Escape none. */
export function useGridKeys(options: GridKeysOptions): (event: KeyboardEvent) => void {
  return (event) => {
    const { total, selection, active } = options;
    // Buttons in the head and in rows keep their own keys.
    if (event.target !== event.currentTarget || total === 0) return;
    const to = target(event, options);
    if (to !== null) {
      const index = Math.min(Math.max(0, to), total - 1);
      options.move(index);
      if (event.shiftKey) selection?.extendTo(index);
    } else if (event.key === 'Enter') options.open(active);
    else if (event.key === ' ' && selection !== undefined) tick(event, options, selection);
    else if (event.code === 'KeyA' && (event.ctrlKey || event.metaKey) && selection !== undefined) selection.selectAll();
    else if (event.key === 'Escape' && selection !== undefined && selection.ids.size > 0) selection.clear();
    else return;
    event.preventDefault();
  };
}

function target(event: KeyboardEvent, { active, pageSize, total }: GridKeysOptions): number | null {
  switch (event.key) {
    case 'ArrowDown':
      return active + 1;
    case 'ArrowUp':
      return active - 1;
    case 'PageDown':
      return active + pageSize;
    case 'PageUp':
      return active - pageSize;
    case 'Home':
      return 0;
    case 'End':
      return total - 1;
    default:
      return null;
  }
}

function tick(event: KeyboardEvent, { active, idAt, move }: GridKeysOptions, selection: Selection): void {
  move(active);
  const id = idAt(active);
  if (event.shiftKey) selection.extendTo(active);
  else if (id !== undefined) selection.toggle(active, id);
}
