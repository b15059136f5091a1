import type { Cell, SourceRow } from '#shared/import/table.ts';

/** A table for tests: a line a row, "|" between cells; "12n" is the number 12, and an empty line an empty row that readers leave out. */
export function tableOf(text: string): SourceRow[] {
  return text
    .replace(/^\n/, '')
    .split('\n')
    .map((line, index) => ({ line: index + 1, cells: line.split('|').map(toCell) }))
    .filter((row) => row.cells.some((cell) => cell !== null));
}

function toCell(text: string): Cell {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  return /^-?[\d.]+n$/.test(trimmed) ? Number(trimmed.slice(0, -1)) : trimmed.replaceAll('\\n', '\n');
}
