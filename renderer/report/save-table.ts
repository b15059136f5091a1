import { saveFile } from '#renderer/app/save-file.ts';

type Cell = string | number | null;

interface SheetOptions {
  /** Of the numbers: a comma in them needs another one between the cells, as Excel of that country writes it. */
  readonly locale: string;
}

/** Rows as a file that a spreadsheet opens. */
export function saveTable(name: string, rows: readonly (readonly Cell[])[], options: SheetOptions): void {
  saveFile(new Blob([toCsv(rows, options)], { type: 'text/csv;charset=utf-8' }), `${name}.csv`);
}

export function toCsv(rows: readonly (readonly Cell[])[], { locale }: SheetOptions): string {
  const number = new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 4 });
  const separator = number.format(0.5).includes(',') ? ';' : ',';
  const cell = (value: Cell) => {
    if (value === null) return '';
    if (typeof value === 'number') return number.format(value);
    // A spreadsheet would reckon what begins like a formula.
    const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  // The mark tells Excel that it is UTF-8.
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(separator)}\r\n`).join('')}`;
}
