import { Button, Group, Text, Title } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import { Message } from '#renderer/app/Message.tsx';
import { notifyError } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { RowsFailed, useSelection, VirtualGrid } from '#renderer/grid/index.ts';
import { openQuickAdd } from '#renderer/quick-add/index.ts';
import type { PartyRow } from '#shared/party/contract.ts';
import type { PartyType } from '#shared/party/fields.ts';
import { useCan } from '#renderer/people/use-me.ts';
import { BulkBar } from './BulkBar.tsx';
import { ColumnsMenu } from './ColumnsMenu.tsx';
import { ExportButton } from './ExportButton.tsx';
import { FilterBar } from './FilterBar.tsx';
import { changeAddress, listConditions, readListAddress, writeSort } from './list-address.ts';
import { EmptyBase, NoMatches } from './ListEmpty.tsx';
import page from '#renderer/app/page.module.css';
import styles from './ListPage.module.css';
import { partyPath } from './party-path.ts';
import { PartyCell } from './PartyCell.tsx';
import { useListColumns } from './use-list-columns.ts';
import { useIdsBetween, usePartyRows } from './use-party-rows.ts';

/** The list of contacts, of companies, or (null) of both. */
export function ListPage({ type }: { readonly type: PartyType | null }) {
  const t = useText();
  const [, navigate] = useLocation();
  const [search, setSearch] = useSearchParams();
  const view = readListAddress(search, type);
  const canExport = useCan('party.export');
  const canImport = useCan('party.import');
  const canCreate = useCan('party.create');
  const rows = usePartyRows(view);
  const columns = useListColumns(type);
  const idsBetween = useIdsBetween(view);
  const selection = useSelection({ total: rows.total ?? 0, idsBetween, onError: notifyError });
  const change = (changes: Readonly<Record<string, string>>) => {
    selection.clear();
    setSearch(changeAddress(search, changes), { replace: true });
  };
  const showEverybody = () => change(Object.fromEntries(listConditions.map((condition) => [condition, ''])));
  const isFiltered = listConditions.some((condition) => search.has(condition));
  const gridColumns = useMemo(
    () =>
      columns.shown.map(({ field, label, width, sortField }) => ({
        field,
        label,
        width,
        ...(sortField === null ? {} : { sortField }),
        render: (row: PartyRow) => <PartyCell row={row} field={field} />,
      })),
    [columns.shown],
  );
  const label = t(type === null ? 'list.title.all' : `party.types.${type}`);

  return (
    <section className={page.page} aria-label={label}>
      <Group justify="space-between" gap="xs" className={styles.top}>
        <Group gap="sm" align="baseline" wrap="nowrap">
          <Title order={1} size="h3">
            {label}
          </Title>
          <Text c="dimmed" role="status">
            {rows.total === undefined ? '' : t('list.count', { count: rows.total })}
          </Text>
        </Group>
        <Group gap="xs" wrap="nowrap">
          <ColumnsMenu columns={columns} />
          {canExport && rows.total !== 0 && <ExportButton view={view} />}
          {canImport && (
            <Button component={Link} href="/import" variant="default" leftSection={<IconFileImport size={16} aria-hidden />}>
              <Message id="list.import" />
            </Button>
          )}
          {canCreate && (
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => openQuickAdd(type === null ? {} : { type })}>
              <Message id={type === 'company' ? 'list.add.company' : 'list.add.contact'} />
            </Button>
          )}
        </Group>
      </Group>
      {selection.ids.size === 0 && (isFiltered || rows.total !== 0) && (
        <FilterBar search={search} change={change} {...(isFiltered ? { clear: showEverybody } : {})} />
      )}
      {rows.error !== null && <RowsFailed error={rows.error} retry={rows.retry} />}
      <div className={page.fill}>
        {rows.total === 0 ? (
          isFiltered ? (
            <NoMatches clear={showEverybody} />
          ) : (
            <EmptyBase type={type} />
          )
        ) : (
          <VirtualGrid
            label={label}
            columns={gridColumns}
            rows={rows}
            idOf={(row) => row.id}
            titleOf={(row) => row.title}
            onOpen={(row) => navigate(partyPath(row))}
            selection={selection}
            sort={view.sort}
            onSort={(sort) => change({ sort: writeSort(sort) })}
            changes={columns}
            placeKey={`${type}?${search.toString()}`}
          />
        )}
      </div>
      {selection.ids.size > 0 && <BulkBar selection={selection} total={rows.total ?? 0} />}
    </section>
  );
}
