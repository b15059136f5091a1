import { ActionIcon, Menu, NativeSelect, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconDotsVertical, IconTrash } from '@tabler/icons-react';
import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import { writeTypedMoney } from '#renderer/app/typed-money.ts';
import { useLocale } from '#renderer/date/locale.ts';
import { useDealCard } from '#renderer/deal/card/deal-context.tsx';
import { readLine, withProduct } from '#renderer/deal/lines/line-draft.ts';
import type { LineDraft, TypedColumn } from '#renderer/deal/lines/line-draft.ts';
import type { LineColumn } from '#renderer/deal/lines/LinesEditor.tsx';
import { amountsOf } from '#renderer/deal/lines/line-sums.ts';
import classes from '#renderer/deal/lines/Lines.module.css';
import { ProductCell } from '#renderer/deal/lines/ProductCell.tsx';
import { units } from '#shared/deal/fields.ts';
import type { Unit } from '#shared/deal/fields.ts';

interface LineRowProps {
  readonly line: LineDraft;
  readonly index: number;
  readonly count: number;
  readonly columns: readonly LineColumn[];
  /** What its product costs now, minor units; null when it is not known. */
  readonly listPrice: number | null;
  /** The column that can't be read. */
  readonly fault: TypedColumn | null;
  readonly onChange: (changes: Partial<LineDraft>) => void;
  readonly onMove: (step: -1 | 1) => void;
  readonly onRemove: () => void;
}

const longest: Readonly<Record<TypedColumn, number>> = {
  name: 300,
  place: 120,
  width: 12,
  height: 12,
  pieces: 12,
  unitPrice: 20,
  discount: 8,
  taxRate: 8,
};

/** A line of the sheet. */
export function LineRow(props: LineRowProps) {
  const { columns } = props;
  return (
    <tr>
      {columns.map((column) => (
        <td key={column} data-column={column}>
          <Cell {...props} column={column} />
        </td>
      ))}
      <td data-column="menu">
        <RowMenu {...props} />
      </td>
    </tr>
  );
}

interface CellProps extends LineRowProps {
  readonly column: LineColumn;
}

function Cell({ column, ...row }: CellProps) {
  const { columns } = row;
  const t = useText();
  const locale = useLocale();
  const { deal } = useDealCard();
  const { line, index, onChange } = row;
  const label = t('deal.line.cell', { column: t(`deal.line.${column}`), row: index + 1 });
  if (column === 'total') return <Total line={line} />;
  if (column === 'unit') {
    return (
      <NativeSelect
        size="sm"
        aria-label={label}
        data={units.map((unit) => ({ value: unit, label: t(`deal.unit.${unit}`) }))}
        value={line.unit}
        onChange={(event) => onChange({ unit: event.currentTarget.value as Unit })}
      />
    );
  }
  if (column === 'name') {
    return (
      <ProductCell
        label={label}
        row={index}
        isFirst={index === 0 && columns[0] === 'name'}
        value={line.name}
        currency={deal.currency}
        onType={(name) => onChange({ name, productId: null })}
        onChoose={(product, price) => onChange(withProduct(line, product, { locale, currency: deal.currency, price }))}
      />
    );
  }
  return (
    <>
      <TextInput
        size="sm"
        aria-label={label}
        data-row={index}
        data-cell={column}
        data-autofocus={(index === 0 && column === columns[0]) || undefined}
        error={row.fault === column}
        maxLength={longest[column]}
        inputMode={column === 'place' ? 'text' : 'decimal'}
        value={line[column]}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => onChange({ [column]: event.currentTarget.value })}
      />
      {column === 'unitPrice' && <PriceNow {...row} />}
    </>
  );
}

function Total({ line }: Pick<LineRowProps, 'line'>) {
  const format = useFormat();
  const locale = useLocale();
  const { deal } = useDealCard();
  const { currency, pricesIncludeTax } = deal;
  const amounts = amountsOf(line, { locale, currency, pricesIncludeTax });
  return <span className={classes.total}>{amounts === null ? '…' : format.money(amounts.gross, deal.currency)}</span>;
}

/** The price of a line is frozen; when the price list says another one by now, it can be taken over. */
function PriceNow({ line, listPrice, onChange }: LineRowProps) {
  const t = useText();
  const format = useFormat();
  const locale = useLocale();
  const { deal } = useDealCard();
  const { currency } = deal;
  const read = readLine(line, { locale, currency });
  if (listPrice === null || read.type !== 'line' || read.line.unitPrice === listPrice) return null;
  return (
    <UnstyledButton
      className={classes.priceNow ?? ''}
      title={t('deal.line.takePrice')}
      onClick={() => onChange({ unitPrice: writeTypedMoney(listPrice, { locale, currency }) })}
    >
      <Text size="xs">{t('deal.line.priceNow', { price: format.money(listPrice, currency) })}</Text>
    </UnstyledButton>
  );
}

function RowMenu({ index, count, onMove, onRemove }: LineRowProps) {
  const t = useText();
  return (
    <Menu position="bottom-end" shadow="md" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={28} aria-label={t('deal.line.menu', { row: index + 1 })}>
          <IconDotsVertical size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconArrowUp size={16} aria-hidden />} disabled={index === 0} onClick={() => onMove(-1)}>
          {t('deal.line.up')}
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowDown size={16} aria-hidden />} disabled={index === count - 1} onClick={() => onMove(1)}>
          {t('deal.line.down')}
        </Menu.Item>
        <Menu.Item c="var(--mantine-color-error)" leftSection={<IconTrash size={16} aria-hidden />} onClick={onRemove}>
          {t('common.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
