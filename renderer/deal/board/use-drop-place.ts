import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import type { RefObject } from 'react';
import { useEffect, useState } from 'react';
import { dealDragged, placeOf } from '#renderer/deal/board/drag.ts';

/** Lets cards be dropped on an element; tells whether one is over it. */
export function useDropPlace(element: RefObject<HTMLElement | null>, place: string): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    if (element.current === null) return undefined;
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
