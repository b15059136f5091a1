import { Group, Loader, Table, Text } from '@mantine/core';
import { useFormat } from '#renderer/app/format.ts';
import { Message } from '#renderer/app/Message.tsx';
import type { useRepairSurvey } from '#renderer/backup/use-repair-survey.ts';
import type { RepairedTable } from '#shared/backup/rescue-contract.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';

const kinds: readonly (readonly [table: string, label: MessageKey])[] = [
  ['party', 'backup.restore.clients'],
  ['deal', 'backup.restore.deals'],
  ['task', 'backup.restore.tasks'],
  ['file', 'backup.restore.files'],
];

/** What a repair would save, and what is lost. Where that can't be counted, nothing is said: a repair may still do. */
export function RepairOutlook({
  survey: { tables, isLoading, isNothing },
}: {
  readonly survey: ReturnType<typeof useRepairSurvey>;
}) {
  if (isLoading)
    return (
      <Group gap="xs" role="status">
        <Loader size="xs" />
        <Text size="sm" c="dimmed">
          <Message id="rescue.survey.counting" />
        </Text>
      </Group>
    );
  if (isNothing)
    return (
      <Text>
        <Message id="rescue.survey.nothing" />
      </Text>
    );
  return tables ? <Outlook tables={tables} /> : null;
}

function Outlook({ tables }: { readonly tables: readonly RepairedTable[] }) {
  const isKind = (table: string) => kinds.some(([name]) => name === table);
  const rest = tables.filter(({ table }) => !isKind(table));
  return (
    <>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th />
            <Table.Th ta="right">
              <Message id="rescue.survey.readable" />
            </Table.Th>
            <Table.Th ta="right">
              <Message id="rescue.survey.lost" />
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {kinds.map(([name, label]) => (
            <KindRow key={name} label={label} tables={tables.filter(({ table }) => table === name)} />
          ))}
          <KindRow label="rescue.survey.history" tables={rest} />
        </Table.Tbody>
      </Table>
      {tables.some(({ lost }) => lost === null) && (
        <Text size="sm" c="dimmed">
          <Message id="rescue.survey.unknown" />
        </Text>
      )}
    </>
  );
}

function KindRow({ label, tables }: { readonly label: MessageKey; readonly tables: readonly RepairedTable[] }) {
  const format = useFormat();
  const saved = tables.reduce((sum, table) => sum + table.saved, 0);
  const lost = tables.reduce((sum, table) => sum + (table.lost ?? 0), 0);
  const isUnknown = tables.some((table) => table.lost === null);
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        <Message id={label} />
      </Table.Th>
      <Table.Td ta="right">{format.number(saved)}</Table.Td>
      <Table.Td ta="right" {...((lost > 0 || isUnknown) && { c: 'red', fw: 500 })}>
        {isUnknown && lost === 0 ? '?' : `${format.number(lost)}${isUnknown ? ' + ?' : ''}`}
      </Table.Td>
    </Table.Tr>
  );
}
