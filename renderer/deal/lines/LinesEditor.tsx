import { Button, Group, Modal, SegmentedControl, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { KeyboardEvent } from 'react';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { api } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { useSettings } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import { useLocale } from '#renderer/date/locale.ts';
import { useDealCard } from '#renderer/deal/card/deal-context.tsx';
import { BoughtWith } from '#renderer/deal/lines/BoughtWith.tsx';
import { emptyLine, isBlank, readLine, withProduct } from '#renderer/deal/lines/line-draft.ts';
import type { LineDraft, TypedColumn } from '#renderer/deal/lines/line-draft.ts';
import { LineRow } from '#renderer/deal/lines/LineRow.tsx';
import classes from '#renderer/deal/lines/Lines.module.css';
import { LinesTotals } from '#renderer/deal/lines/LinesTotals.tsx';
import { useHasSizes } from '#renderer/deal/lines/use-has-sizes.ts';
import { useListPrices } from '#renderer/product/use-list-prices.ts';
import type { Product } from '#shared/product/contract.ts';

const columnsShown = {
  all: ['name', 'place', 'width', 'height', 'pieces', 'unit', 'unitPrice', 'discount', 'taxRate', 'total'],
  pieces: ['name', 'pieces', 'unit', 'unitPrice', 'discount', 'taxRate', 'total'],
  sizes: ['place', 'width', 'height', 'pieces', 'name'],
} as const;
export type LineColumn = (typeof columnsShown)['all'][number];

interface LinesEditorProps {
  readonly draft: readonly LineDraft[];
  /** "sizes": only what a measurer fills in, large enough for a finger. */
  readonly columns: 'all' | 'sizes';
  /** Whether prices are hers to see and change. */
  readonly hasSayInPrices: boolean;
  readonly onChange: (draft: readonly LineDraft[]) => void;
  readonly onColumns: (columns: 'all' | 'sizes') => void;
  /** Closes it and keeps what was typed. */
  readonly onHide: () => void;
  /** Closes it for good: saved, or thrown away. */
  readonly onDone: () => void;
}

interface Fault {
  readonly key: string;
  readonly column: TypedColumn;
}

/** The lines of a deal as a sheet: Enter goes down as in Excel, and makes a new line after the last. */
export function LinesEditor({ draft, columns, hasSayInPrices, onChange, onColumns, onHide, onDone }: LinesEditorProps) {
  const t = useText();
  const locale = useLocale();
  const { taxRate } = useSettings();
  const { deal } = useDealCard();
  const table = useRef<HTMLTableElement>(null);
  const prices = useListPrices({
    productIds: draft.flatMap(({ productId }) => (productId === null ? [] : [productId])),
    currency: deal.currency,
  });
  const { fault, clearFault, save, isSaving } = useSaveLines({ draft, onDone });
  const add = () => onChange([...draft, emptyLine(taxRate, locale)]);
  const lineOf = (product: Product, price: number | null) =>
    withProduct(emptyLine(taxRate, locale), product, { locale, currency: deal.currency, price });
  const change = (key: string, changes: Partial<LineDraft>) => {
    clearFault();
    onChange(draft.map((line) => (line.key === key ? { ...line, ...changes } : line)));
  };
  const onKeyDown = useSheetKeys({ table, onAdd: add });
  const hasSizes = useHasSizes(draft);
  const shown: readonly LineColumn[] = columnsShown[columns === 'all' && !hasSizes ? 'pieces' : columns];
  return (
    <Modal
      opened
      onClose={onHide}
      size="min(1240px, 96vw)"
      closeOnClickOutside={false}
      title={`${t('deal.lines')} · ${deal.title}`}
    >
      {hasSizes && hasSayInPrices && <ColumnsChoice columns={columns} onColumns={onColumns} />}
      <div className={classes.scroll} role="region" aria-label={t('deal.lines')} tabIndex={-1}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys go through to the inputs inside */}
        <table ref={table} className={classes.table} data-columns={columns} onKeyDown={onKeyDown}>
          <thead>
            <tr>
              {shown.map((column) => (
                <th key={column} scope="col" data-column={column}>
                  {t(`deal.line.${column}`)}
                </th>
              ))}
              <td aria-hidden />
            </tr>
          </thead>
          <tbody>
            {draft.map((line, index) => (
              <LineRow
                key={line.key}
                line={line}
                index={index}
                count={draft.length}
                columns={shown}
                listPrice={line.productId === null ? null : prices(line.productId)}
                fault={fault !== null && fault.key === line.key ? fault.column : null}
                onChange={(changes) => change(line.key, changes)}
                onMove={(step) => onChange(moved(draft, index, step))}
                onRemove={() => onChange(draft.filter(({ key }) => key !== line.key))}
              />
            ))}
          </tbody>
        </table>
      </div>
      {columns === 'all' && (
        <BoughtWith
          productIds={draft.flatMap(({ productId }) => productId ?? [])}
          partyId={deal.partyId}
          currency={deal.currency}
          onAdd={(product, price) => onChange([...draft.filter((line) => !isBlank(line)), lineOf(product, price)])}
        />
      )}
      <Group justify="space-between" align="flex-start" mt="sm">
        <Button variant="light" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
          <Message id="deal.lines.addLine" />
        </Button>
        {columns === 'all' && <LinesTotals draft={draft} deal={deal} />}
      </Group>
      <Group justify="flex-end" mt="md">
        {fault !== null && (
          <Text c="var(--mantine-color-error)" role="alert">
            {t('deal.lines.unreadable', { column: t(`deal.line.${fault.column}`) })}
          </Text>
        )}
        <Button variant="default" onClick={onDone}>
          <Message id="deal.lines.discard" />
        </Button>
        <Button loading={isSaving} onClick={save}>
          <Message id="common.save" />
        </Button>
      </Group>
    </Modal>
  );
}

/** Everything, or only what a measurer fills in. */
function ColumnsChoice({ columns, onColumns }: Pick<LinesEditorProps, 'columns' | 'onColumns'>) {
  const t = useText();
  return (
    <Group justify="space-between" mb="sm">
      <SegmentedControl
        aria-label={t('deal.lines.columns')}
        data={[
          { value: 'all', label: t('deal.lines.columns.all') },
          { value: 'sizes', label: t('deal.lines.columns.sizes') },
        ]}
        value={columns}
        onChange={(value) => onColumns(value === 'sizes' ? 'sizes' : 'all')}
      />
      <Text size="sm" c="dimmed">
        <Message id="deal.lines.hint" />
      </Text>
    </Group>
  );
}

interface SavingOptions {
  readonly draft: readonly LineDraft[];
  readonly onDone: () => void;
}

function useSaveLines({ draft, onDone }: SavingOptions) {
  const locale = useLocale();
  const queries = useQueryClient();
  const { deal } = useDealCard();
  const [fault, setFault] = useState<Fault | null>(null);
  const { mutate, isPending } = useMutation(
    api.deal.setLines.mutationOptions({
      onSuccess: (saved) => {
        queries.setQueryData(api.deal.get.queryKey({ input: { id: deal.id } }), saved);
        onDone();
      },
    }),
  );
  const save = () => {
    const lines = [];
    for (const line of draft.filter((one) => !isBlank(one))) {
      const read = readLine(line, { locale, currency: deal.currency });
      if (read.type === 'unreadable') return setFault({ key: line.key, column: read.column });
      lines.push(read.line);
    }
    mutate({ id: deal.id, lines });
  };
  return { fault, clearFault: () => setFault(null), save, isSaving: isPending };
}

interface SheetKeysOptions {
  readonly table: { readonly current: HTMLTableElement | null };
  readonly onAdd: () => void;
}

/** Enter and the arrows go up and down a column. */
function useSheetKeys({ table, onAdd }: SheetKeysOptions) {
  const focusCell = (row: number, column: string) => {
    const cell = table.current?.querySelector<HTMLInputElement>(`[data-row="${row}"][data-cell="${column}"]`);
    cell?.focus();
    if (cell instanceof HTMLInputElement) cell.select();
    return cell !== null && cell !== undefined;
  };
  return (event: KeyboardEvent) => {
    const { target } = event;
    if (event.defaultPrevented || !(target instanceof HTMLInputElement)) return;
    const { row, cell = '' } = target.dataset;
    if (row === undefined) return;
    const isDown = event.key === 'Enter' ? !event.shiftKey : event.key === 'ArrowDown';
    const isUp = event.key === 'Enter' ? event.shiftKey : event.key === 'ArrowUp';
    if (!isDown && !isUp) return;
    event.preventDefault();
    const next = Number(row) + (isDown ? 1 : -1);
    if (focusCell(next, cell) || event.key !== 'Enter' || isUp) return;
    // The new row is there at once, so that what is typed next goes into it.
    flushSync(onAdd);
    focusCell(next, table.current?.dataset['columns'] === 'sizes' ? 'place' : 'name');
  };
}

function moved(draft: readonly LineDraft[], index: number, step: -1 | 1): readonly LineDraft[] {
  const next = [...draft];
  const [line] = next.splice(index, 1);
  if (line !== undefined) next.splice(index + step, 0, line);
  return next;
}
