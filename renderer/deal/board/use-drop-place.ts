import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import type { RefObject } from 'react';
import { useEffect, useState } from 'react';
import { dealDragged, placeOf } from '#renderer/deal/board/drag.ts';

/** Lets cards be dropped on an element, unless its place is null; tells whether one is over it. */
export function useDropPlace(element: RefObject<HTMLElement | null>, place: string | null): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    if (element.current === null || place === null) return undefined;
    return dropTargetForElements({
      element: element.current,
      canDrop: ({ source }) => dealDragged(source) !== null,
      getData: () => placeOf(place),
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: () => setOver(false),
    });
  }, [element, place]);
  return isOver;
}
