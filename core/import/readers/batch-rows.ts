import { formulaStart } from '#core/export/formula.ts';
import { limits } from './limits.ts';
import type { Cell, SourceRow } from '#shared/import/table.ts';

/** Collects rows into batches. Cells with nothing to see become null, rows with nothing in them are left out. */
export class RowBatch {
  #rows: SourceRow[] = [];
  #count = 0;

  /** `cells` is kept as it is: give a fresh array. Cells after the last one with a value are dropped. */
  add(line: number, cells: Cell[]): void {
    let length = cells.length;
    while (length > 0 && isBlank(cells[length - 1])) length -= 1;
    if (length === 0) return;
    cells.length = length;
    for (let i = 0; i < length; i += 1) cells[i] = isBlank(cells[i]) ? null : withoutGuard(cells[i] as Cell);
    this.#rows.push({ line, cells });
    this.#count += 1;
  }

  /** Rows seen so far, those taken included. */
  get count(): number {
    return this.#count;
  }

  /** Takes full batches, or with `all` whatever is there. */
  *take(all = false): Generator<readonly SourceRow[]> {
    while (this.#rows.length >= limits.rowsPerBatch || (all && this.#rows.length > 0)) {
      yield this.#rows.splice(0, limits.rowsPerBatch);
    }
  }
}

/** A spreadsheet that Cartera wrote has an apostrophe before what would be run as a formula: it is none of the value. */
function withoutGuard(cell: Cell): Cell {
  if (typeof cell !== 'string' || cell.charCodeAt(0) !== 39) return cell;
  const guarded = cell.slice(1);
  return /^[+-]/.test(guarded) || formulaStart.test(guarded) ? guarded : cell;
}

function isBlank(cell: Cell | undefined): boolean {
  if (cell === null || cell === undefined) return true;
  if (typeof cell !== 'string') return false;
  const first = cell.charCodeAt(0);
  return (!(first > 32) || first >= 127) && cell.trim() === '';
}
