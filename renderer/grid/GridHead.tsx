import { Checkbox, VisuallyHidden } from '@mantine/core';
import { useText } from '#renderer/app/text.ts';
import { HeadCell } from './HeadCell.tsx';
import type { VirtualGridProps } from './VirtualGrid.tsx';
import styles from './VirtualGrid.module.css';

interface GridHeadProps<Row> extends VirtualGridProps<Row> {
  readonly total: number;
}

/** The names of the columns, which stay in sight. */
export function GridHead<Row>({ columns, selection, sort, onSort, changes, total, rowAction }: GridHeadProps<Row>) {
  const t = useText();
  const isAll = selection !== undefined && total > 0 && selection.ids.size >= total;
  const firstDataColumn = selection === undefined ? 1 : 2;
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.headRow}>
        {selection !== undefined && (
          <div role="columnheader" aria-colindex={1} aria-label={t('list.selectAll')} className={styles.tick}>
            <Checkbox
              size="xs"
              aria-label={t('list.selectAll')}
              checked={isAll}
              indeterminate={!isAll && selection.ids.size > 0}
              disabled={total === 0}
              onChange={selection.ids.size > 0 ? selection.clear : selection.selectAll}
            />
          </div>
        )}
        {columns.map((column, position) => (
          <HeadCell
            key={column.field}
            field={column.field}
            label={column.label}
            width={column.width}
            position={position + firstDataColumn}
            direction={column.sortField !== undefined && column.sortField === sort?.field ? sort.direction : null}
            {...(column.sortField === undefined || onSort === undefined
              ? {}
              : {
                  onSort: () =>
                    onSort({
                      field: column.sortField ?? '',
                      direction: sort?.field === column.sortField && sort?.direction === 'ascending' ? 'descending' : 'ascending',
                    }),
                })}
            {...(changes === undefined ? {} : { changes })}
          />
        ))}
        {rowAction !== undefined && (
          <div role="columnheader" className={styles.action}>
            <VisuallyHidden>{t('list.actions')}</VisuallyHidden>
          </div>
        )}
      </div>
    </div>
  );
}
