import { Button, Group, Text } from '@mantine/core';
import { Message } from '#renderer/app/Message.tsx';
import type { ColumnMapping } from '#shared/import/mapping.ts';
import { cellText } from '#shared/import/values/cell-text.ts';
import { chooseTarget } from './column-target.ts';
import { replaceColumns } from './import-draft.ts';
import type { ColumnSettings } from './PreviewTable.tsx';
import { columnCells, columnLetter } from './sample-view.ts';

const namedAtMost = 5;

/** Columns that are nothing Cartera knows: all kept as own fields, or all left out, by one press. */
export function UnknownColumns({ mapping, rows, fields, country, change }: ColumnSettings) {
  const isFilled = ({ index }: ColumnMapping) => columnCells(rows, index).some((cell) => cellText(cell) !== '');
  const kept = mapping.columns.filter((column) => column.target === 'custom' && isFilled(column));
  const left = mapping.columns.filter((column) => column.target === 'ignore' && isFilled(column));
  const all = (columns: readonly ColumnMapping[], choice: 'custom' | 'ignore') => {
    // One after another: each new field needs a key of its own.
    const next = columns.reduce((now, column) => {
      const cells = columnCells(rows, column.index);
      return replaceColumns(now, [chooseTarget({ mapping: now, column, choice, fields, cells, country })]);
    }, mapping);
    change(next);
  };
  return (
    <>
      {kept.length > 0 && (
        <Group gap="xs" wrap="nowrap">
          <Text size="sm" lineClamp={2}>
            <Message id="import.columns.kept" values={{ count: kept.length, names: namesOf(kept) }} />
          </Text>
          <Button variant="subtle" size="compact-sm" flex="none" onClick={() => all(kept, 'ignore')}>
            <Message id="import.columns.ignoreAll" />
          </Button>
        </Group>
      )}
      {left.length > 0 && (
        <Group gap="xs" wrap="nowrap">
          <Text size="sm" lineClamp={2}>
            <Message id="import.columns.left" values={{ count: left.length, names: namesOf(left) }} />
          </Text>
          <Button variant="subtle" size="compact-sm" flex="none" onClick={() => all(left, 'custom')}>
            <Message id="import.columns.keepAll" />
          </Button>
        </Group>
      )}
    </>
  );
}

function namesOf(columns: readonly ColumnMapping[]): string {
  const names = columns.slice(0, namedAtMost).map(({ header, index }) => header || columnLetter(index));
  return columns.length > namedAtMost ? `${names.join(', ')}…` : names.join(', ');
}
