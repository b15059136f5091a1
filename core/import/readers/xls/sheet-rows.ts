import type { CellObject, DenseWorkSheet, WorkBook } from 'xlsx';
import { RowBatch } from '../batch-rows.ts';
import { limits } from '../limits.ts';
import { SourceError } from '../source-error.ts';
import { findDateKindOfCode } from '../xlsx/date-format.ts';
import type { DateKind } from '../xlsx/date-format.ts';
import { formatSerialDate } from '../xlsx/serial-date.ts';
import type { Cell, SourceRow } from '#shared/import/table.ts';

/** Rows of a sheet that SheetJS has read (dense, with number formats). */
export function* readSheetRows(workbook: WorkBook, name: string, signal?: AbortSignal): Generator<readonly SourceRow[]> {
  const sheet = workbook.Sheets[name] as DenseWorkSheet | undefined;
  const batch = new RowBatch();
  const convert = cellConverter(workbook.Workbook?.WBProps?.date1904 === true);
  for (const [index, row] of (sheet?.['!data'] ?? []).entries()) {
    if (row === undefined) continue;
    if (row.length > limits.columns) throw new SourceError('tooManyColumns', { line: index + 1, limit: limits.columns });
    batch.add(index + 1, Array.from(row, convert));
    if (index % limits.rowsPerBatch === 0) signal?.throwIfAborted();
    yield* batch.take();
  }
  yield* batch.take(true);
}

function cellConverter(is1904: boolean): (cell: CellObject | undefined) => Cell {
  const kinds = new Map<string, DateKind | undefined>();
  const kindOf = (format: string): DateKind | undefined => {
    if (!kinds.has(format)) kinds.set(format, findDateKindOfCode(format));
    return kinds.get(format);
  };
  return (cell) => {
    if (cell === undefined || cell.v === undefined || cell.t === 'z') return null;
    if (cell.t === 'e') return errorTexts[Number(cell.v)] ?? '#N/A';
    if (cell.v instanceof Date) return cell.v.toISOString().replace('T00:00:00.000Z', '').slice(0, 16);
    if (typeof cell.v === 'string') return cell.v.replace(/\r\n?/g, '\n');
    const kind = typeof cell.v === 'number' && cell.z !== undefined ? kindOf(String(cell.z)) : undefined;
    const date = kind === undefined ? undefined : formatSerialDate({ serial: Number(cell.v), kind, is1904 });
    return date === undefined ? cell.v : date;
  };
}

/** Error codes of BIFF as Excel shows them. */
const errorTexts: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
};
