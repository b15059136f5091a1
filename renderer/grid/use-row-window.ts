import type { RefObject } from 'react';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { createScrollMap } from './scroll-map.ts';

/** A movement longer than this in one event is a drag of the scroll bar, not a wheel or a finger; pixels. */
const jump = 4_000;
/** Rows kept above and below what is seen, so that scrolling shows no gap. */
const spare = 12;
const idleAfter = 180;

export interface RowWindow {
  /** First row to be drawn, and the one after the last. */
  readonly first: number;
  readonly end: number;
  /** Where the first row drawn stands within the scrolled element, pixels. */
  readonly top: number;
  /** Height of the scrolled element, pixels. */
  readonly height: number;
  /** Whole rows that can be seen at once. */
  readonly pageSize: number;
  readonly scrollToRow: (row: number) => void;
  readonly onScroll: () => void;
}

export interface RowWindowOptions {
  readonly container: RefObject<HTMLElement | null>;
  readonly rows: number;
  readonly rowHeight: number;
  /** Height of what sticks to the top of the container. */
  readonly headHeight: number;
  /** Under this name the place is remembered until the window is closed. */
  readonly placeKey?: string;
}

const places = new Map<string, number>();

/** Which rows of a list of any length are to be drawn, by position. */
export function useRowWindow({ container, rows, rowHeight, headHeight, placeKey }: RowWindowOptions): RowWindow {
  const [viewport, setViewport] = useState(600);
  const map = useMemo(() => createScrollMap({ rows, rowHeight, viewport }), [rows, rowHeight, viewport]);
  const place = useRef({ scroll: 0, content: 0 });
  const idle = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [drawn, setDrawn] = useState({ row: 0, shift: 0 });

  const settle = useCallback(
    (content: number, scroll: number) => {
      place.current = { content, scroll };
      if (placeKey !== undefined) places.set(placeKey, content);
      const next = { row: Math.floor(content / rowHeight), shift: content - scroll };
      setDrawn((now) => (now.row === next.row && now.shift === next.shift ? now : next));
    },
    [placeKey, rowHeight],
  );

  /** Puts the scroll bar where the content is; nothing moves for the eye. */
  const moveTo = useCallback(
    (content: number) => {
      const element = container.current;
      if (element === null) return;
      element.scrollTop = map.toScroll(content);
      settle(content, element.scrollTop);
    },
    [container, map, settle],
  );

  const onScroll = useCallback(() => {
    const element = container.current;
    if (element === null) return;
    const moved = element.scrollTop - place.current.scroll;
    if (moved === 0) return;
    const isSmall = map.isCompressed && Math.abs(moved) < jump;
    const content = isSmall
      ? Math.min(Math.max(0, place.current.content + moved), map.lastContent)
      : map.toContent(element.scrollTop);
    settle(content, element.scrollTop);
    clearTimeout(idle.current);
    if (map.isCompressed) idle.current = setTimeout(() => moveTo(place.current.content), idleAfter);
  }, [container, map, moveTo, settle]);

  useEffect(() => () => clearTimeout(idle.current), []);
  useLayoutEffect(
    () => watchHeight(container.current, (height) => setViewport(Math.max(1, height - headHeight))),
    [container, headHeight],
  );
  const shownKey = useRef(placeKey);
  useLayoutEffect(() => {
    if (rows === 0) return;
    // Another order or filter begins at the top; coming back to the page goes to where it was left.
    if (placeKey !== undefined && shownKey.current !== placeKey) places.delete(placeKey);
    shownKey.current = placeKey;
    const wanted = placeKey === undefined ? place.current.content : (places.get(placeKey) ?? 0);
    moveTo(Math.min(wanted, map.lastContent));
  }, [map, moveTo, placeKey, rows]);

  const pageSize = Math.max(1, Math.floor(viewport / rowHeight));
  const scrollToRow = useCallback(
    (row: number) => {
      const above = row * rowHeight;
      const below = above + rowHeight - viewport;
      if (place.current.content > above) moveTo(above);
      else if (place.current.content < below) moveTo(below);
    },
    [moveTo, rowHeight, viewport],
  );

  const first = Math.max(0, Math.min(drawn.row, rows) - spare);
  const end = Math.min(rows, drawn.row + pageSize + 2 + spare);
  return { first, end, top: first * rowHeight - drawn.shift, height: map.height, pageSize, scrollToRow, onScroll };
}

function watchHeight(element: HTMLElement | null, tell: (height: number) => void): () => void {
  if (element === null) return () => undefined;
  const observer = new ResizeObserver(() => tell(element.clientHeight));
  observer.observe(element);
  tell(element.clientHeight);
  return () => observer.disconnect();
}
