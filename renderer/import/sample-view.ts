import type { Inspection } from '#shared/import/contract.ts';
import type { Mapping } from '#shared/import/mapping.ts';
import type { Cell, SourceRow } from '#shared/import/table.ts';
import { cellText } from '#shared/import/values/cell-text.ts';

/** The rows of data among the first rows read. */
export function dataRows(sample: readonly SourceRow[], { firstLine, headerLines }: Mapping): SourceRow[] {
  return sample.filter(({ line }) => line >= firstLine && !headerLines.includes(line));
}

/** The first values of one column. */
export function columnCells(rows: readonly SourceRow[], index: number): (Cell | undefined)[] {
  return rows.map(({ cells }) => cells[index]);
}

/** "A", "B"... "AA", as a spreadsheet names its columns; `index` from 0. */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}

/** A few words of the list that show whether its letters are read well: those beyond plain Latin ones. */
export function tellingText({ sample }: Pick<Inspection, 'sample'>): string {
  const texts = sample.flatMap(({ cells }) => cells.map(cellText));
  const telling = texts.filter((text) => /[^\u0000-\u007f]/.test(text));
  return [...new Set(telling)].slice(0, 4).join(' · ').slice(0, 90);
}
