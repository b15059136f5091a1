import type { CSSProperties, MouseEvent, ReactNode } from 'react';
import { useEffect, useId, useRef } from 'react';
import type { ColumnChanges, GridColumn, GridSort } from './grid-column.ts';
import { GridHead } from './GridHead.tsx';
import { GridRow } from './GridRow.tsx';
import { useActiveRow } from './use-active-row.ts';
import { useGridKeys } from './use-grid-keys.ts';
import type { PagedRows } from './use-paged-rows.ts';
import { useRowWindow } from './use-row-window.ts';
import type { Selection } from './use-selection.ts';
import styles from './VirtualGrid.module.css';

export const gridRowHeight = 36;
const headHeight = 36;
const tickWidth = 44;
/** One width for the head and all rows, whatever the words of the controls. */
const actionWidth = 136;

export interface VirtualGridProps<Row> {
  /** What the grid is a list of, for screen readers. */
  readonly label: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly rows: PagedRows<Row>;
  readonly idOf: (row: Row) => string;
  readonly titleOf: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
  readonly selection?: Selection;
  readonly sort?: GridSort;
  readonly onSort?: (sort: GridSort) => void;
  readonly changes?: ColumnChanges;
  /** Under this name the place scrolled to is remembered. */
  readonly placeKey?: string;
  readonly rowHeight?: number;
  /** Controls at the end of each row, such as "Restore". */
  readonly rowAction?: (row: Row) => ReactNode;
}

/** A list of any length: only the rows in view are drawn and read. Used wholly by keyboard, too. */
export function VirtualGrid<Row>(props: VirtualGridProps<Row>) {
  const { columns, rows, selection, onOpen, placeKey, rowHeight = gridRowHeight } = props;
  const total = rows.total ?? 0;
  const gridId = useId();
  const container = useRef<HTMLDivElement>(null);
  const { active, setActive, leave } = useActiveRow(container, placeKey);
  const view = useRowWindow({
    container,
    rows: total,
    rowHeight,
    headHeight,
    ...(placeKey === undefined ? {} : { placeKey }),
  });
  const { show } = rows;
  useEffect(() => show(view.first, view.end), [show, view.first, view.end]);
  const idAt = (index: number) => {
    const row = rows.at(index);
    return row === undefined ? undefined : props.idOf(row);
  };
  const open = (index: number) => {
    const row = rows.at(index);
    if (row === undefined || onOpen === undefined) return;
    leave();
    onOpen(row);
  };
  const onKeyDown = useGridKeys({
    total,
    active,
    pageSize: view.pageSize,
    move: (index) => {
      setActive(index);
      view.scrollToRow(index);
    },
    open,
    idAt,
    selection,
  });
  const onClick = (event: MouseEvent) => {
    const index = clickedRow(event);
    if (index === null) return;
    const row = rows.at(index);
    setActive(index);
    if (row === undefined) return;
    if (event.shiftKey && selection !== undefined) selection.extendTo(index);
    else open(index);
  };

  const activeRow = Math.min(active, Math.max(0, total - 1));
  const drawn = Array.from({ length: Math.max(0, view.end - view.first) }, (_, position) => view.first + position);
  return (
    <div
      ref={container}
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={rows.total === undefined ? -1 : total + 1}
      aria-colcount={columns.length + (selection === undefined ? 0 : 1) + (props.rowAction === undefined ? 0 : 1)}
      aria-multiselectable={selection !== undefined}
      aria-activedescendant={total > 0 && activeRow >= view.first && activeRow < view.end ? `${gridId}-${activeRow}` : undefined}
      aria-busy={rows.total === undefined}
      className={styles.grid}
      style={sizes(props, rowHeight)}
      onScroll={view.onScroll}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onMouseDown={keepFocus}
    >
      <GridHead {...props} total={total} />
      <div role="rowgroup" className={styles.body} style={{ height: view.height }}>
        <div role="presentation" className={styles.drawn} style={{ transform: `translateY(${view.top}px)` }}>
          {drawn.map((index) => {
            const row = rows.at(index);
            return (
              <GridRow
                key={index}
                id={`${gridId}-${index}`}
                index={index}
                row={row}
                title={row === undefined ? '' : props.titleOf(row)}
                columns={columns}
                isActive={index === activeRow}
                isOpenable={onOpen !== undefined}
                isSelected={row !== undefined && selection !== undefined && selection.ids.has(props.idOf(row))}
                action={row === undefined ? undefined : props.rowAction?.(row)}
                {...(selection === undefined
                  ? {}
                  : {
                      onTick: (withShift: boolean) => {
                        const id = idAt(index);
                        setActive(index);
                        if (id === undefined) return;
                        if (withShift) selection.extendTo(index);
                        else selection.toggle(index, id);
                      },
                    })}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** The row that was clicked; null for the head, for links, and for what has a click of its own. */
function clickedRow({ target }: MouseEvent): number | null {
  if (!(target instanceof Element) || target.closest('[data-apart], a, button') !== null) return null;
  const index = target.closest('[data-index]')?.getAttribute('data-index');
  return index === null || index === undefined ? null : Number(index);
}

/** Ticking by mouse leaves the keyboard with the grid, and Shift selects rows instead of text. */
function keepFocus(event: MouseEvent<HTMLElement>): void {
  const isTick = event.target instanceof Element && event.target.closest('input[type=checkbox]') !== null;
  if (!isTick && !event.shiftKey) return;
  event.preventDefault();
  event.currentTarget.focus({ preventScroll: true });
}

/** Columns as CSS sees them; the last one takes what room is left. */
function sizes<Row>({ columns, selection, rowAction }: VirtualGridProps<Row>, rowHeight: number): CSSProperties {
  const widths = columns.map(({ width }, index) => (index === columns.length - 1 ? `minmax(${width}px, 1fr)` : `${width}px`));
  if (selection !== undefined) widths.unshift(`${tickWidth}px`);
  if (rowAction !== undefined) widths.push(`${actionWidth}px`);
  return {
    '--grid-columns': widths.join(' '),
    '--grid-row-height': `${rowHeight}px`,
    '--grid-head-height': `${headHeight}px`,
  } as CSSProperties;
}
