import { List, Modal, Stack, Text } from '@mantine/core';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import type { ImportRow } from '#shared/import/contract.ts';
import type { Mapping } from '#shared/import/mapping.ts';
import { matchText } from './match-text.ts';
import { columnLetter } from './sample-view.ts';

interface RowDialogProps {
  readonly row: ImportRow | null;
  readonly mapping: Mapping;
  readonly onClose: () => void;
}

/** One row whole: why it was matched, and each thing that is wrong with it. */
export function RowDialog({ row, mapping, onClose }: RowDialogProps) {
  const t = useText();
  const columnName = (index: number) => {
    const header = mapping.columns.find((column) => column.index === index)?.header ?? '';
    return header === '' ? t('import.columns.unnamed', { letter: columnLetter(index) }) : header;
  };
  return (
    <Modal
      opened={row !== null}
      onClose={onClose}
      title={row === null ? '' : t('import.rows.detail', { line: row.line })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      transitionProps={{ duration: 0 }}
      centered
    >
      {row !== null && (
        <Stack gap="sm">
          {row.title !== '' && (
            <Text fw={600} size="lg">
              {row.title}
            </Text>
          )}
          <Text>
            <Message id={`import.outcome.${row.outcome}`} />
            {row.match !== null && <Text span c="dimmed">{` · ${matchText(row, t)}`}</Text>}
          </Text>
          {row.problems.length > 0 && (
            <>
              <List withPadding>
                {row.problems.map(({ code, column, value }, index) => (
                  <List.Item key={index}>
                    {column !== null && <Text span fw={500}>{`${columnName(column)}: `}</Text>}
                    {value !== '' && <Text span>{`«${value}». `}</Text>}
                    <Message id={`import.problem.${code}`} />
                  </List.Item>
                ))}
              </List>
              <Text c="dimmed">
                <Message id={row.outcome === 'fail' ? 'import.rows.notSaved' : 'import.rows.keptAsWas'} />
              </Text>
            </>
          )}
        </Stack>
      )}
    </Modal>
  );
}
