import type { KeyboardEvent } from 'react';

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

type Move = (id: string, right: number, down: number) => void;

/** Arrow keys go from the task that has the focus to the nearest one in that direction; with Alt they take it along. */
export function useArrowKeys(move: Move | undefined): (event: KeyboardEvent<HTMLElement>) => void {
  return (event) => {
    const step = steps[event.key];
    const from = event.target as HTMLElement;
    if (step === undefined || event.ctrlKey || !from.matches('[data-calendar-task]')) return;
    if (event.altKey) {
      // Alt with an arrow is a browser's way back.
      event.preventDefault();
      move?.(from.dataset['calendarTask'] ?? '', ...step);
      return;
    }
    const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-calendar-task]')];
    const nearest = nearestTo(from, all, step);
    event.preventDefault();
    nearest?.focus();
  };
}

function nearestTo(
  from: HTMLElement,
  all: readonly HTMLElement[],
  [right, down]: readonly [number, number],
): HTMLElement | undefined {
  const here = centreOf(from);
  const far = all
    .filter((element) => element !== from)
    .map((element) => {
      const there = centreOf(element);
      const [x, y] = [there.x - here.x, there.y - here.y];
      const along = right * x + down * y;
      const across = Math.abs(right * y) + Math.abs(down * x);
      return { element, along, distance: along + across * 3 };
    })
    .filter(({ along }) => along > 1);
  return far.toSorted((one, other) => one.distance - other.distance)[0]?.element;
}

function centreOf(element: HTMLElement) {
  const { left, top, width } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top };
}
