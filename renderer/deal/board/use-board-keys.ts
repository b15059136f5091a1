import type { FocusEvent, KeyboardEvent, RefObject } from 'react';
import { useEffect, useState } from 'react';
import { useShortcuts } from '#renderer/app/shortcuts.ts';
import { usePendingMoves } from '#renderer/deal/deal-moves.tsx';

interface BoardKeysOptions {
  readonly board: RefObject<HTMLElement | null>;
  readonly canEdit: boolean;
}

type Step = readonly [columns: number, cards: number];
const steps: Readonly<Record<string, Step>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};
const nothing = () => undefined;

/** Arrows lead from card to card, and the focus goes with a card that is moved. */
export function useBoardKeys({ board, canEdit }: BoardKeysOptions) {
  const [activeId, setActiveId] = useState<string | null>(null);
  const pending = usePendingMoves();
  // The card that has the focus hears these keys itself; here they are named for the list of shortcuts.
  useShortcuts(
    canEdit
      ? {
          KeyM: { label: 'deal.shortcut.move', run: nothing },
          KeyW: { label: 'deal.shortcut.won', run: nothing },
          KeyL: { label: 'deal.shortcut.lost', run: nothing },
        }
      : {},
  );
  useEffect(() => {
    if (activeId === null || !pending.has(activeId) || document.activeElement !== document.body) return;
    board.current?.querySelector<HTMLElement>(`[data-deal="${activeId}"] [data-card]`)?.focus();
  }, [board, pending, activeId]);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = steps[event.key];
    if (step === undefined || !(event.target instanceof HTMLElement) || !event.target.matches('[data-card]')) return;
    event.preventDefault();
    cardBeside({ board: event.currentTarget, card: event.target, step })?.focus();
  };
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const id = event.target.closest('[data-deal]')?.getAttribute('data-deal');
    if (id !== null && id !== undefined) setActiveId(id);
  };
  return { onKeyDown, onFocus, activeId };
}

interface Place {
  readonly board: HTMLElement;
  readonly card: HTMLElement;
  readonly step: Step;
}

/** The next card up or down, or the one at the same height of the next column that has any. */
function cardBeside({ board, card, step: [columns, cards] }: Place): HTMLElement | undefined {
  const lists = [...board.querySelectorAll<HTMLElement>('[data-column]')].map((list) => [
    ...list.querySelectorAll<HTMLElement>('[data-card]'),
  ]);
  const column = lists.findIndex((list) => list.includes(card));
  const place = lists[column]?.indexOf(card) ?? 0;
  if (columns === 0) return lists[column]?.[place + cards];
  for (let next = column + columns; next >= 0 && next < lists.length; next += columns) {
    const list = lists[next] ?? [];
    if (list.length > 0) return list[Math.min(place, list.length - 1)];
  }
  return undefined;
}
