import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import type { CustomField } from '#shared/custom-field/contract.ts';
import type { Mapping } from '#shared/import/mapping.ts';
import type { SourceRow } from '#shared/import/table.ts';
import { createRowFilter } from '#shared/import/trailing-rows.ts';
import { cellText } from '#shared/import/values/cell-text.ts';
import { ColumnHead } from './ColumnHead.tsx';
import { replaceColumns } from './import-draft.ts';
import styles from './PreviewTable.module.css';
import { columnCells, columnLetter } from './sample-view.ts';
import { targetName } from './column-target.ts';

export interface ColumnSettings {
  readonly mapping: Mapping;
  /** The first rows of data. */
  readonly rows: readonly SourceRow[];
  /** Custom fields there are. */
  readonly fields: readonly CustomField[];
  readonly country: string;
  readonly change: (mapping: Mapping) => void;
}

interface PreviewTableProps extends ColumnSettings {
  /** Phone contacts: their columns have codes instead of names. */
  readonly isVcard: boolean;
  readonly isBusy: boolean;
}

const rowsShown = 25;

/** The first rows of the list under what their columns become. */
export function PreviewTable({ mapping, rows, fields, country, change, isVcard, isBusy }: PreviewTableProps) {
  const t = useText();
  const [isAllShown, setAllShown] = useState(false);
  const empty = useMemo(
    () =>
      new Set(
        mapping.columns
          .filter(({ index }) => columnCells(rows, index).every((cell) => cellText(cell) === ''))
          .map(({ index }) => index),
      ),
    [mapping.columns, rows],
  );
  const isNobodys = useMemo(() => createRowFilter(mapping), [mapping]);
  const columns = isAllShown ? mapping.columns : mapping.columns.filter(({ index }) => !empty.has(index));
  const nameOf = (index: number, header: string) => {
    const target = mapping.columns.find((column) => column.index === index)?.target ?? 'custom';
    const name = isVcard ? targetName(target) : null;
    if (name !== null) return t(name);
    return header === '' ? t('import.columns.unnamed', { letter: columnLetter(index) }) : header;
  };
  return (
    <>
      <div className={styles.frame} role="region" aria-label={t('import.columns.preview')} data-busy={isBusy || undefined}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.line}>
                <Message id="import.columns.line" />
              </th>
              {columns.map((column) => (
                <th key={column.index} scope="col" className={styles.head} data-ignored={column.target === 'ignore' || undefined}>
                  <ColumnHead
                    column={column}
                    name={nameOf(column.index, column.header)}
                    mapping={mapping}
                    fields={fields}
                    cells={columnCells(rows, column.index)}
                    country={country}
                    onChange={(next) => change(replaceColumns(mapping, [next]))}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, rowsShown).map((row) => (
              <tr key={row.line} data-ignored={isNobodys(row) || undefined}>
                <th scope="row" className={styles.line}>
                  {row.line}
                </th>
                {columns.map(({ index, target }) => (
                  <td key={index} data-ignored={target === 'ignore' || undefined}>
                    <div className={styles.value} title={cellText(row.cells[index])}>
                      {cellText(row.cells[index])}
                    </div>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {empty.size > 0 && (
        <Button variant="subtle" size="compact-sm" style={{ alignSelf: 'start' }} onClick={() => setAllShown(!isAllShown)}>
          <Message id={isAllShown ? 'import.columns.hideEmpty' : 'import.columns.showEmpty'} values={{ count: empty.size }} />
        </Button>
      )}
    </>
  );
}
