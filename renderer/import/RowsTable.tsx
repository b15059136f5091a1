import { Badge, SegmentedControl, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { useFormat } from '#renderer/app/format.ts';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import type { Translate } from '#renderer/app/text.ts';
import { usePagedRows, VirtualGrid } from '#renderer/grid/index.ts';
import type { ImportRow, ImportSummary } from '#shared/import/contract.ts';
import type { Mapping } from '#shared/import/mapping.ts';
import { matchText } from './match-text.ts';
import { RowDialog } from './RowDialog.tsx';
import styles from './RowsTable.module.css';

interface RowsTableProps {
  /** The plan or import the rows are of. */
  readonly jobId: string;
  readonly summary: ImportSummary;
  readonly mapping: Mapping;
}

type Shown = ImportRow['outcome'] | 'all' | 'problems';

const colours = { create: 'teal', update: 'blue', unchanged: 'gray', skip: 'gray', fail: 'red' } as const;

/** What becomes of each row of the list, those of one outcome when asked. */
export function RowsTable({ jobId, summary, mapping }: RowsTableProps) {
  const t = useText();
  const format = useFormat();
  const [chosen, setShown] = useState<Shown>('all');
  const [opened, setOpened] = useState<ImportRow | null>(null);
  const tabs = tabsOf(summary);
  const shown = tabs.some(({ show }) => show === chosen) ? chosen : 'all';
  const rows = usePagedRows((offset, limit) =>
    api.import.rows.queryOptions({ input: { id: jobId, show: shown, offset, limit }, staleTime: Infinity }),
  );
  const columns = useMemo(
    () => [
      { field: 'line', label: t('import.rows.line'), width: 76, render: (row: ImportRow) => <span>{row.line}</span> },
      {
        field: 'who',
        label: t('import.rows.who'),
        width: 210,
        render: (row: ImportRow) => (
          <Text span fw={500}>
            {row.title}
          </Text>
        ),
      },
      {
        field: 'outcome',
        label: t('import.rows.outcome'),
        width: 130,
        render: (row: ImportRow) => <Outcome outcome={row.outcome} />,
      },
      { field: 'match', label: t('import.rows.match'), width: 270, render: (row: ImportRow) => <span>{matchText(row, t)}</span> },
      {
        field: 'problem',
        label: t('import.rows.problem'),
        width: 310,
        render: (row: ImportRow) => <span>{row.problems.map(({ code, value }) => problemText(t, code, value)).join(' · ')}</span>,
      },
    ],
    [t],
  );
  return (
    <>
      <SegmentedControl
        size="sm"
        aria-label={t('import.rows.show')}
        className={styles.tabs}
        value={shown}
        data={tabs.map(({ show, count }) => ({
          value: show,
          label: count === null ? t(`import.rows.${show}`) : `${t(`import.rows.${show}`)} (${format.number(count)})`,
        }))}
        onChange={setShown}
      />
      <div className={styles.list}>
        <VirtualGrid
          label={t('import.rows.label')}
          columns={columns}
          rows={rows}
          idOf={({ line }) => String(line)}
          titleOf={({ title }) => title}
          onOpen={setOpened}
          placeKey={`${jobId}/${shown}`}
        />
        {rows.total === 0 && (
          <Text c="dimmed" ta="center" className={styles.none}>
            <Message id="import.rows.none" />
          </Text>
        )}
      </div>
      <RowDialog row={opened} mapping={mapping} onClose={() => setOpened(null)} />
    </>
  );
}

/** Only outcomes that there are. */
function tabsOf(summary: ImportSummary): { readonly show: Shown; readonly count: number | null }[] {
  const { updated, unchanged, skipped, failed, warnings, rows } = summary;
  const created = rows - updated - unchanged - skipped - failed;
  const all = [
    { show: 'create', count: created },
    { show: 'update', count: updated },
    { show: 'unchanged', count: unchanged },
    { show: 'skip', count: skipped },
    { show: 'problems', count: warnings + failed },
    { show: 'fail', count: failed },
  ] as const;
  return [{ show: 'all', count: rows }, ...all.filter(({ count }) => count > 0)];
}

function Outcome({ outcome }: { readonly outcome: ImportRow['outcome'] }) {
  return (
    <Badge variant="light" color={colours[outcome]} tt="none" fw={500}>
      <Message id={`import.outcome.${outcome}`} />
    </Badge>
  );
}

function problemText(t: Translate, code: ImportRow['problems'][number]['code'], value: string): string {
  const text = t(`import.problem.${code}`);
  return value === '' ? text : `${value}: ${text}`;
}
