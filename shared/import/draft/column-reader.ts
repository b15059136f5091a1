import type { ColumnMapping, Mapping, RowProblem } from '#shared/import/mapping.ts';
import type { Cell } from '#shared/import/table.ts';
import type { RowParts } from './row-parts.ts';

/** What reading a column's cells needs to know. */
export interface ReaderContext {
  readonly column: ColumnMapping;
  readonly mapping: Mapping;
  readonly country: string;
  /** See DateOptions. */
  readonly lastShortYear: number;
}

/** One filled cell on its way into the parts of its row. */
export interface CellToRead {
  /** Trimmed, never empty, never a formula's error. */
  readonly text: string;
  readonly cell: Cell;
  readonly parts: RowParts;
  /** The column's label, or that of the column of labels beside it. */
  readonly label: string;
}

export type CellReader = (cell: CellToRead) => void;

/** Notes what is wrong with a cell. Everything noted here is imported all the same. */
export function warn(parts: RowParts, code: RowProblem['code'], { column, value }: { column: number; value: string }): void {
  parts.problems.push({ code, severity: 'warning', column, value });
}

/** Keeps a cell that could not be read as it should, so that nothing is lost. */
export function keepAside(parts: RowParts, header: string, text: string): void {
  parts.leftovers.push(header === '' ? text : `${header}: ${text}`);
}

/** The text cut to what a field holds; the whole of it goes to the notes where that is less. */
export function fit({
  text,
  most,
  parts,
  column,
}: {
  text: string;
  most: number;
  parts: RowParts;
  column: ColumnMapping;
}): string {
  if (text.length <= most) return text;
  warn(parts, 'textTooLong', { column: column.index, value: text.slice(0, 200) });
  keepAside(parts, column.header, text);
  return text.slice(0, most).trimEnd();
}
