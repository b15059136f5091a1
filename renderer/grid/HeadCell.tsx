import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { DragEvent, PointerEvent } from 'react';
import { useState } from 'react';
import { useText } from '#renderer/app/text.ts';
import type { ColumnChanges } from './grid-column.ts';
import { limitWidth } from './grid-column.ts';
import styles from './VirtualGrid.module.css';

interface HeadCellProps {
  readonly field: string;
  readonly label: string;
  readonly width: number;
  /** From 1. */
  readonly position: number;
  readonly direction: 'ascending' | 'descending' | null;
  readonly onSort?: () => void;
  readonly changes?: ColumnChanges;
}

const dragType = 'application/x-cartera-column';

/** A column's name: press to sort, drag to move, drag its edge to resize. The columns menu does the same by keyboard. */
export function HeadCell({ field, label, width, position, direction, onSort, changes }: HeadCellProps) {
  const t = useText();
  const [isTarget, setTarget] = useState(false);
  const dragging = {
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.setData(dragType, field);
      event.dataTransfer.effectAllowed = 'move';
    },
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(dragType)) return;
      event.preventDefault();
      setTarget(true);
    },
    onDragLeave: () => setTarget(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setTarget(false);
      const moved = event.dataTransfer.getData(dragType);
      if (moved !== '' && moved !== field) changes?.move(moved, field);
    },
  };
  const Arrow = direction === 'descending' ? IconArrowDown : IconArrowUp;
  return (
    <div
      role="columnheader"
      aria-colindex={position}
      aria-sort={onSort === undefined ? undefined : (direction ?? 'none')}
      data-target={isTarget || undefined}
      className={styles.headCell}
      {...(changes === undefined ? {} : dragging)}
    >
      {onSort === undefined ? (
        <span className={styles.headLabel}>{label}</span>
      ) : (
        <button type="button" className={styles.headButton} title={t('list.sortBy', { name: label })} onClick={onSort}>
          <span className={styles.headLabel}>{label}</span>
          {direction !== null && <Arrow size={14} aria-hidden />}
        </button>
      )}
      {changes !== undefined && (
        <span
          aria-hidden
          className={styles.edge}
          onPointerDown={(event) => followEdge(event, width, (to) => changes.resize(field, to))}
        />
      )}
    </div>
  );
}

/** Shows the width while the edge is dragged, and tells it once when it is let go. */
function followEdge(event: PointerEvent, width: number, done: (width: number) => void): void {
  event.preventDefault();
  const start = event.clientX;
  const edge = event.currentTarget as HTMLElement;
  const cell = edge.parentElement;
  edge.setPointerCapture(event.pointerId);
  let now = width;
  const onMove = (move: globalThis.PointerEvent) => {
    now = limitWidth(width + move.clientX - start);
    edge.style.setProperty('--edge-moved', `${now - width}px`);
  };
  const onEnd = () => {
    edge.removeEventListener('pointermove', onMove);
    edge.style.removeProperty('--edge-moved');
    cell?.removeAttribute('data-resizing');
    if (now !== width) done(now);
  };
  cell?.setAttribute('data-resizing', '');
  edge.addEventListener('pointermove', onMove);
  edge.addEventListener('pointerup', onEnd, { once: true });
  edge.addEventListener('pointercancel', onEnd, { once: true });
}
