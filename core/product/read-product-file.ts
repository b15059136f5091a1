import { readSource } from '#core/import/readers/index.ts';
import { cellText } from '#shared/import/values/cell-text.ts';
import { findDecimal, readNumber } from '#shared/import/values/read-number.ts';
import type { Cell, SourceRow } from '#shared/import/table.ts';
import type { Product } from '#shared/product/contract.ts';
import { meansService, proposeProductColumns, readUnit } from '#shared/product/import-columns.ts';
import type { ProductColumn } from '#shared/product/import-columns.ts';

/** A product as a row of a file says it; what the row doesn't say is absent. The price is in the currency itself. */
export type FileProduct = {
  readonly [Field in 'code' | 'category' | 'description' | 'kind' | 'unit' | 'taxRate']?: Product[Field];
} & {
  readonly row: number;
  readonly name: string;
  readonly price?: number;
};

/** What of a row can't be brought in; the rest of it is. */
export interface FileProblem {
  readonly row: number;
  readonly code: 'nameMissing' | 'repeated' | 'priceUnreadable' | 'unitUnknown' | 'taxUnreadable';
  readonly value: string;
}

interface ProductFile {
  readonly products: readonly FileProduct[];
  readonly problems: readonly FileProblem[];
}

/** Above this row there is a title or a letterhead at most. */
const headingsWithin = 30;

/**
 * Reads the products of a price list file, with columns named by their headings; undefined where none has a name and a price
 * or a code.
 * @throws {SourceError} when it can't be read
 */
export async function readProductFile(path: string): Promise<ProductFile | undefined> {
  const rows: SourceRow[] = [];
  for await (const batch of readSource(path, {})) rows.push(...batch);
  const headings = rows.slice(0, headingsWithin).findIndex((row) => isHeading(columnsOf(row)));
  const heading = rows[headings];
  if (!heading) return undefined;
  const indexes = new Map([...columnsOf(heading)].map(([index, column]) => [column, index]));
  const body = rows.slice(headings + 1);
  const cellOf = (row: SourceRow, column: ProductColumn) => {
    const index = indexes.get(column);
    return index === undefined ? undefined : row.cells[index];
  };
  const decimal = findDecimal(body.map((row) => cellText(cellOf(row, 'price')))) ?? ',';
  const problems: FileProblem[] = [];
  const seen = new Set<string>();
  const products: FileProduct[] = [];
  for (const row of body) {
    const read = readRow({ row: row.line, decimal, cell: (column) => cellOf(row, column), problems });
    if (!read) continue;
    const key = read.code ? `code ${read.code}` : `name ${read.name}`;
    if (seen.has(key)) problems.push({ row: row.line, code: 'repeated', value: read.code ?? read.name });
    else products.push(read);
    seen.add(key);
  }
  return { products, problems };
}

interface RowReading {
  readonly row: number;
  readonly decimal: ',' | '.';
  cell(column: ProductColumn): Cell | undefined;
  readonly problems: FileProblem[];
}

function readRow({ row, decimal, cell, problems }: RowReading): FileProduct | undefined {
  const text = (column: ProductColumn) => cellText(cell(column));
  const name = text('name').slice(0, 300);
  const [code, unitText, kind] = [text('code').slice(0, 80), text('unit'), text('kind')];
  const price = numberOf(cell('price'), decimal);
  if (name === '') {
    // A row with nothing to sell in it is the heading of a group, or a sum.
    if (code !== '' && price !== undefined) problems.push({ row, code: 'nameMissing', value: code });
    return undefined;
  }
  const unit = readUnit(unitText);
  const taxRate = taxOf(cell('tax'), decimal);
  if (text('price') !== '' && (price === undefined || price < 0))
    problems.push({ row, code: 'priceUnreadable', value: text('price') });
  if (unitText !== '' && !unit) problems.push({ row, code: 'unitUnknown', value: unitText });
  if (text('tax') !== '' && taxRate === undefined) problems.push({ row, code: 'taxUnreadable', value: text('tax') });
  return {
    row,
    name,
    ...(code !== '' && { code }),
    ...(text('category') !== '' && { category: text('category').slice(0, 120) }),
    ...(text('description') !== '' && { description: text('description').slice(0, 10_000) }),
    ...((unit === 'service' || unit === 'hour' || kind !== '') && {
      kind: unit === 'service' || unit === 'hour' || meansService(kind) ? ('service' as const) : ('goods' as const),
    }),
    ...(unit && { unit }),
    ...(taxRate !== undefined && { taxRate }),
    ...(price !== undefined && price >= 0 && { price }),
  };
}

function numberOf(cell: Cell | undefined, decimal: ',' | '.'): number | undefined {
  if (typeof cell === 'number') return cell;
  return readNumber(cellText(cell), decimal) ?? undefined;
}

/** Basis points. A sheet keeps 21 % as 0.21. */
function taxOf(cell: Cell | undefined, decimal: ',' | '.'): number | undefined {
  const value = numberOf(cell, decimal);
  if (value === undefined || value < 0) return undefined;
  const percent = typeof cell === 'number' && value > 0 && value < 1 ? value * 100 : value;
  return percent <= 100 ? Math.round(percent * 100) : undefined;
}

function columnsOf(row: SourceRow): ReadonlyMap<number, ProductColumn> {
  return proposeProductColumns(row.cells.map(cellText));
}

function isHeading(columns: ReadonlyMap<number, ProductColumn>): boolean {
  const found = new Set(columns.values());
  return found.has('name') && (found.has('price') || found.has('code'));
}
