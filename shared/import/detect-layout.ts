import { readColumnCode } from '#shared/import/column-code.ts';
import { headerKey } from '#shared/import/header-words.ts';
import { readHeader } from '#shared/import/read-header.ts';
import type { Cell, SourceRow } from '#shared/import/table.ts';
import { cellText } from '#shared/import/values/cell-text.ts';

/** Where the header and the data of a table are; lines as the file numbers them. */
export interface Layout {
  /** One line, or two of a header with a line of groups above; empty without a header. */
  readonly headerLines: readonly number[];
  readonly firstLine: number;
  readonly hasHeader: boolean;
}

/** A header further down than this, or below more rows of data, is none. */
const deepestHeader = 40;
const mostDataAbove = 6;
const longestHeader = 70;

/** Finds the header under titles and blank rows, and the first row of data, from the first rows of a table. */
export function detectLayout(rows: readonly SourceRow[]): Layout {
  const found = findHeader(rows);
  if (found === null) {
    return { headerLines: [], firstLine: rows.find(isFilled)?.line ?? rows[0]?.line ?? 1, hasHeader: false };
  }
  const headers = found.map((index) => rows[index]?.line ?? 0);
  const after = rows.slice((found.at(-1) ?? 0) + 1);
  const first = after.find((row) => isFilled(row) && !isNumberedColumns(row));
  return { headerLines: headers, firstLine: first?.line ?? (headers.at(-1) ?? 0) + 1, hasHeader: true };
}

/** The header of each column, lines of a two-line header joined by " / ". */
export function joinHeaders(rows: readonly SourceRow[], headerLines: readonly number[]): string[] {
  const lines = headerLines.map((line) => rows.find((row) => row.line === line)?.cells ?? []);
  const [upper = [], lower] = lines;
  if (lower === undefined) return upper.map(headerText);
  let group = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) => {
    const [top, bottom] = [headerText(upper[index]), headerText(lower[index])];
    // A merged cell of the upper line reaches over the columns to its right that have a lower line.
    group = top !== '' ? top : bottom === '' || headerText(lower[index - 1]) === '' ? '' : group;
    if (bottom === '') return top;
    return group === '' ? bottom : `${group} / ${bottom}`;
  });
}

function headerText(cell: Cell | undefined): string {
  return cellText(cell).replace(/\s+/g, ' ');
}

/** Positions in `rows` of the header's lines. */
function findHeader(rows: readonly SourceRow[]): number[] | null {
  let best = { index: -1, score: 0 };
  let dataAbove = 0;
  for (const [index, row] of rows.slice(0, deepestHeader).entries()) {
    const score = scoreHeader(row);
    if (score > best.score) best = { index, score };
    if (row.cells.some(isData) && isFilled(row)) dataAbove++;
    if (dataAbove > mostDataAbove) break;
  }
  const index = best.index === -1 ? findUnknownHeader(rows) : best.index;
  if (index === -1) return null;
  if (isGroupLine(rows[index - 1], rows[index])) return [index - 1, index];
  return isSecondLine(rows[index], rows[index + 1]) ? [index, index + 1] : [index];
}

/** How much a row looks like a header: mostly by words that name columns; 0 when it can't be one. */
function scoreHeader(row: SourceRow): number {
  const filled = row.cells.filter((cell) => cellText(cell) !== '');
  if (filled.length === 0 || filled.some(isData)) return 0;
  const known = filled.filter(isKnownHeader).length;
  const distinct = new Set(filled.map((cell) => headerKey(cellText(cell)))).size;
  if (known / filled.length < 0.34 || distinct < filled.length * 0.5) return 0;
  return known + (filled.length - known) * 0.2;
}

/** Words nobody knows, all different, over columns that hold other things than words. */
function findUnknownHeader(rows: readonly SourceRow[]): number {
  const index = rows.findIndex((row) => row.cells.filter((cell) => cellText(cell) !== '').length > 1);
  const row = rows[index];
  if (row === undefined) return -1;
  const filled = row.cells.map(cellText).filter((text) => text !== '');
  const isPlain = !row.cells.some(isData) && filled.every((text) => text.length <= longestHeader && !/\d{3}/.test(text));
  if (!isPlain || new Set(filled.map(headerKey)).size < filled.length) return -1;
  const below = rows.slice(index + 1, index + 21).filter(isFilled);
  const isContrasted = row.cells.some((cell, column) => {
    if (cellText(cell) === '') return false;
    const values = below.map((other) => other.cells[column]).filter((value) => cellText(value) !== '');
    return values.length > 0 && values.filter(isData).length >= values.length * 0.6;
  });
  return isContrasted ? index : -1;
}

/** A line of merged groups: words only, more than a title's one cell, over a line that fills its gaps. */
function isGroupLine(upper: SourceRow | undefined, lower: SourceRow | undefined): boolean {
  if (upper === undefined || lower === undefined || lower.line - upper.line > 1) return false;
  const filled = upper.cells.flatMap((cell, index) => (cellText(cell) === '' ? [] : [index]));
  if (filled.length === 0 || upper.cells.some(isData)) return false;
  if (filled.some((index) => cellText(upper.cells[index]).length > longestHeader)) return false;
  const known = filled.filter((index) => isKnownHeader(upper.cells[index])).length;
  return filled.length > 1 ? known > 0 || filled.length > 2 : known > 0 && (filled[0] ?? 0) > 0;
}

/** A second line of column names under a first one: known words, where the first has a gap or a group's name. */
function isSecondLine(upper: SourceRow | undefined, lower: SourceRow | undefined): boolean {
  if (upper === undefined || lower === undefined || lower.line - upper.line > 1 || lower.cells.some(isData)) return false;
  const filled = lower.cells.flatMap((cell, index) => (cellText(cell) === '' ? [] : [index]));
  const fillsGap = filled.some((index) => cellText(upper.cells[index]) === '');
  return (
    filled.length > 1 && fillsGap && filled.every((index) => isKnownHeader(lower.cells[index]) || isLabel(lower.cells[index]))
  );
}

function isKnownHeader(cell: Cell | undefined): boolean {
  const text = cellText(cell);
  if (text === '' || text.length > longestHeader) return false;
  if (readColumnCode(text) !== null) return true;
  return (readHeader(text)?.confidence ?? 0) >= 0.6;
}

function isLabel(cell: Cell | undefined): boolean {
  return (readHeader(`tel ${cellText(cell)}`)?.confidence ?? 0) > 0.9;
}

/** Values that no header has: numbers, dates, emails, phones, whole sentences. */
function isData(cell: Cell | undefined): boolean {
  if (typeof cell === 'number') return !(Number.isInteger(cell) && cell >= 1990 && cell <= 2100);
  if (typeof cell === 'boolean') return true;
  const text = cellText(cell);
  if (text.length > 120 || /^\S+@\S+\.\S+$/.test(text) || /^\d{4}-\d{2}-\d{2}/.test(text)) return true;
  return text.replace(/\D/g, '').length >= 5 || (text !== '' && /^[\d.,/\-\s]+$/.test(text));
}

function isFilled(row: SourceRow): boolean {
  return row.cells.some((cell) => cellText(cell) !== '');
}

/** "1 | 2 | 3 | 4" under the header, as official forms have it. */
function isNumberedColumns(row: SourceRow): boolean {
  const filled = row.cells.map(cellText).filter((text) => text !== '');
  return filled.length > 2 && filled.every((text, index) => text === String(index + 1));
}
