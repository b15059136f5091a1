import type { PackedList } from '#core/import/packed-list.ts';
import { buffersOf, createPacker, unpackItem } from '#core/import/packed-list.ts';
import { importOutcomes } from '#shared/import/contract.ts';
import type { ImportRow, ImportSummary } from '#shared/import/contract.ts';
import type { Cell } from '#shared/import/table.ts';

/** A row that was not imported, as it was in the file. */
export interface FailedRow {
  readonly line: number;
  readonly cells: readonly Cell[];
  readonly problems: ImportRow['problems'];
}

/** What came of each row of a file. */
export interface ImportResult {
  readonly summary: ImportSummary;
  readonly rows: PackedList<ImportRow>;
  /** Of each row the position of its outcome among all outcomes, and whether it has problems. */
  readonly kinds: Uint8Array<ArrayBuffer>;
  readonly failed: PackedList<FailedRow>;
}

export interface ResultCollector {
  readonly length: number;
  add(row: ImportRow, cells: readonly Cell[]): void;
  finish(created: ImportSummary['created']): ImportResult;
}

export type ShownRows = ImportRow['outcome'] | 'all' | 'problems';

/** Set in the kind of a row that has problems. */
const withProblems = 0x80;

/** Gathers the rows of an import under way. */
export function collectResult(): ResultCollector {
  const rows = createPacker<ImportRow>();
  const failed = createPacker<FailedRow>();
  const kinds: number[] = [];
  const counts = { create: 0, update: 0, unchanged: 0, skip: 0, fail: 0 };
  let duplicates = 0;
  let warnings = 0;
  return {
    get length() {
      return rows.length;
    },
    add(row, cells) {
      const { line, outcome, problems } = row;
      rows.add(row);
      kinds.push(importOutcomes.indexOf(outcome) + (problems.length > 0 ? withProblems : 0));
      counts[outcome] += 1;
      if (row.match !== null) duplicates += 1;
      if (outcome === 'fail') failed.add({ line, cells, problems });
      else if (problems.length > 0) warnings += 1;
    },
    finish(created) {
      const { update: updated, unchanged, skip: skipped, fail } = counts;
      const summary = {
        rows: rows.length,
        created,
        updated,
        unchanged,
        skipped,
        failed: fail,
        duplicates,
        warnings,
        actId: null,
      };
      return { summary, rows: rows.finish(), kinds: new Uint8Array(kinds), failed: failed.finish() };
    },
  };
}

/** A page of the rows to be shown, and how many there are. */
export function pageOfRows(
  { rows, kinds }: ImportResult,
  { show, offset, limit }: { readonly show: ShownRows; readonly offset: number; readonly limit: number },
): { rows: ImportRow[]; total: number } {
  const shown: number[] = [];
  for (const [position, kind] of kinds.entries()) if (isShown(kind, show)) shown.push(position);
  return { rows: shown.slice(offset, offset + limit).map((position) => unpackItem(rows, position)), total: shown.length };
}

/** What to hand over, not copy, when the result goes to another thread. */
export function buffersOfResult({ rows, kinds, failed }: ImportResult): ArrayBuffer[] {
  return [...buffersOf(rows), kinds.buffer, ...buffersOf(failed)];
}

function isShown(kind: number, show: ShownRows): boolean {
  if (show === 'all') return true;
  return show === 'problems' ? kind >= withProblems : (kind & ~withProblems) === importOutcomes.indexOf(show);
}
