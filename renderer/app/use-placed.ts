import { useRef, useCallback } from 'react';
import type { RefCallback } from 'react';

/**
 * The ref of the place of an element that outlives it: while the place is out of sight the element isn't in the document, where
 * anybody could look for it. It comes back with the focus where that was.
 */
export function usePlaced(element: HTMLElement): RefCallback<HTMLElement> {
  const focused = useRef<HTMLElement>(null);
  return useCallback(
    (place: HTMLElement) => {
      place.append(element);
      focused.current?.focus();
      return () => {
        const { activeElement } = document;
        focused.current = activeElement instanceof HTMLElement && element.contains(activeElement) ? activeElement : null;
        element.remove();
      };
    },
    [element],
  );
}
