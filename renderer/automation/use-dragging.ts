import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useRef, useState } from 'react';

const placeKey = Symbol('place');

/** Lets a card be taken by its handle and dropped where another is. */
export function useDragging<Card extends HTMLElement>(index: number, onMove: (from: number, to: number) => void) {
  const card = useRef<Card>(null);
  const handle = useRef<HTMLSpanElement>(null);
  const [isOver, setOver] = useState(false);
  const latest = useRef(onMove);
  useEffect(() => {
    latest.current = onMove;
  });
  useEffect(() => {
    const [element, dragHandle] = [card.current, handle.current];
    if (element === null || dragHandle === null) return undefined;
    const placeOf = (data: Record<string | symbol, unknown>) => data[placeKey] as number | undefined;
    const stops = [
      draggable({ element, dragHandle, getInitialData: () => ({ [placeKey]: index }) }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => placeOf(source.data) !== undefined && placeOf(source.data) !== index,
        onDragEnter: () => setOver(true),
        onDragLeave: () => setOver(false),
        onDrop: ({ source }) => {
          setOver(false);
          const from = placeOf(source.data);
          if (from !== undefined) latest.current(from, index);
        },
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [index]);
  return { card, handle, isOver };
}
