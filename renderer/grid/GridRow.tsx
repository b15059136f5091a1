import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '#renderer/app/text.ts';
import type { GridColumn } from './grid-column.ts';
import styles from './VirtualGrid.module.css';

interface GridRowProps<Row> {
  readonly id: string;
  readonly index: number;
  /** Undefined while it is being read. */
  readonly row: Row | undefined;
  readonly title: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly isOpenable: boolean;
  readonly action: ReactNode;
  readonly onTick?: (withShift: boolean) => void;
}

/** One line of the grid. Its clicks are the grid's, but for what is marked `data-apart`. */
export function GridRow<Row>(props: GridRowProps<Row>) {
  const { id, index, row, columns, onTick, action } = props;
  const t = useText();
  const firstDataColumn = onTick === undefined ? 1 : 2;
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      {...(onTick === undefined ? {} : { 'aria-selected': props.isSelected })}
      data-active={props.isActive || undefined}
      data-selected={props.isSelected || undefined}
      data-openable={props.isOpenable || undefined}
      data-index={index}
      className={styles.row}
    >
      {onTick !== undefined && (
        <div role="gridcell" aria-colindex={1} data-apart className={styles.tick}>
          <Checkbox
            size="xs"
            tabIndex={-1}
            aria-label={t('list.selectRow', { name: props.title })}
            checked={props.isSelected}
            disabled={row === undefined}
            onChange={() => undefined}
            onClick={(event) => onTick(event.shiftKey)}
          />
        </div>
      )}
      {columns.map((column, position) => (
        <div
          key={column.field}
          role={position === 0 ? 'rowheader' : 'gridcell'}
          aria-colindex={position + firstDataColumn}
          className={styles.cell}
        >
          {row === undefined ? <span className={styles.skeleton} /> : column.render(row, index)}
        </div>
      ))}
      {action !== undefined && (
        <div role="gridcell" data-apart className={styles.action}>
          {action}
        </div>
      )}
    </div>
  );
}
