import { findBranch } from '#core/branch/queries.ts';
import type { ReadDb } from '#core/database/connection.ts';
import type { Act } from '#core/records/act.ts';
import { readOwnBranch } from '#core/records/own-branch.ts';
import { defineRecordType } from '#core/records/record-type.ts';
import { changeRecord, createRecord, decodeRow, readRecord } from '#core/records/write.ts';
import { readSettings } from '#core/settings/settings.ts';
import { zoneOfShop } from '#core/settings/zone-of-shop.ts';
import type { NumberSeries } from '#shared/document/contract.ts';
import { documentKinds } from '#shared/document/data.ts';
import type { DocumentKind } from '#shared/document/data.ts';
import { beginsAnewEachYear, initialPattern, patternFault, withBranch, writeNumber } from '#shared/document/number-pattern.ts';
import type { PatternFault } from '#shared/document/number-pattern.ts';
import { deterministicId } from '#shared/sync/deterministic-id.ts';
import { dateAt } from '#shared/time/zone.ts';

/** How one kind of document is numbered, and what comes next. */
export interface SeriesRow extends Pick<NumberSeries, 'kind' | 'branchId' | 'till' | 'pattern' | 'next'> {
  readonly id: string;
  /** The year `next` is of; where numbers go on through the years, when one was last taken. */
  readonly year: number;
}

export const seriesRecord = defineRecordType<SeriesRow>({
  name: 'number_series',
  table: 'number_series',
  fields: {
    kind: { column: 'kind' },
    branchId: { column: 'branch_id' },
    till: { column: 'till' },
    pattern: { column: 'pattern' },
    next: { column: 'next', quiet: true },
    year: { column: 'year', quiet: true },
  },
  describe: (series) => series.pattern,
  // A number that was taken is never given again, though its document may be undone.
  undoable: ['settings', 'demo', 'importArchive', 'undo'],
});

/** Whose numbers: in a company each computer has its own, so that two that can't reach one another never give the same. */
interface Numbering {
  readonly branchId: string | null;
  readonly till: number;
}

interface Wanted extends Numbering {
  readonly kind: DocumentKind;
}

/**
 * Takes the next number of a kind's series, which is this computer's; in a shop that is alone, that of the deal's branch where it has
 * one. No number is ever given twice.
 */
export function takeNumber(
  act: Act,
  { kind, branchId }: { readonly kind: DocumentKind; readonly branchId: string | null },
  date: string,
): string {
  const own = readOwnBranch(act.tx);
  const series = own
    ? findSeries(act.tx, { ...own, kind })
    : (findSeries(act.tx, alone(kind, branchId)) ?? findSeries(act.tx, alone(kind)));
  const known = series ?? createRecord(act, seriesRecord, initialSeries(act.tx, { ...(own ?? alone(kind)), kind }, act.at));
  const branch = labelOf(act.tx, known);
  const year = Number(date.slice(0, 4));
  const isAnew = beginsAnewEachYear(known.pattern);
  let number = isAnew && year !== known.year ? 1 : known.next;
  const write = () => writeNumber(known.pattern, { year, branch, number });
  while (isTaken(act.tx, kind, write())) number += 1;
  // One that is dated back to an earlier year leaves this year's where they are.
  if (!isAnew || year >= known.year)
    changeRecord(act, seriesRecord, { id: known.id, changes: { next: number + 1, year: Math.max(year, known.year) } });
  return write();
}

/** Every series there is, and for the kinds without one of this computer's that with which it begins; each with the next number as of now. */
export function listSeries(db: ReadDb, at: number): NumberSeries[] {
  const kept = db
    .read<[], Record<string, unknown>>('SELECT * FROM number_series ORDER BY branch_id, till')
    .all()
    .map((row) => decodeRow(seriesRecord, row));
  const year = yearAt(db, at);
  const { branchId, till } = readOwnBranch(db) ?? { branchId: null, till: 1 };
  const isOwn = (series: Numbering) => series.branchId === branchId && series.till === till;
  return documentKinds.flatMap((kind) => {
    const ofKind = kept.filter((series) => series.kind === kind);
    const all = ofKind.some(isOwn) ? ofKind : [initialSeries(db, { kind, branchId, till }, at), ...ofKind];
    return all.map((series) => {
      const next = beginsAnewEachYear(series.pattern) && series.year < year ? 1 : series.next;
      const { pattern } = series;
      return {
        kind,
        branchId: series.branchId,
        till: series.till,
        pattern,
        next,
        branch: labelOf(db, series),
        isOwn: isOwn(series),
      };
    });
  });
}

/** @returns why the pattern can't be taken, if it can't */
export function setSeries(
  act: Act,
  { pattern, next, ...wanted }: Wanted & Pick<NumberSeries, 'pattern' | 'next'>,
): PatternFault | undefined {
  const id = idOf(wanted);
  const fault = patternFault(pattern, readOwnBranch(act.tx) ? labelOf(act.tx, wanted) : '');
  if (fault) return fault;
  const before = readRecord(act.tx, seriesRecord, id)?.row;
  const year = yearAt(act.tx, act.at);
  // The computer whose series it is may have taken numbers meanwhile: what isn't changed here isn't written.
  const isCounted = before !== undefined && before.next === next && before.year === year;
  if (before) changeRecord(act, seriesRecord, { id, changes: isCounted ? { pattern } : { pattern, next, year } });
  else createRecord(act, seriesRecord, { id, ...wanted, pattern, next, year });
  return undefined;
}

/** What a shop counted by goes on as the series of the computer that it becomes. */
export function keepNumbersGoing({ tx }: Pick<Act, 'tx'>, numbering: Numbering) {
  if (numbering.branchId === null && numbering.till === 1) return;
  const rows = tx
    .read<[], { id: string; kind: DocumentKind; pattern: string }>(
      'SELECT id, kind, pattern FROM number_series WHERE branch_id IS NULL AND till = 1',
    )
    .all();
  const { branchId, till } = numbering;
  for (const { id, kind, pattern } of rows)
    tx.write('UPDATE number_series SET id = ?, branch_id = ?, till = ?, pattern = ? WHERE id = ?').run(
      idOf({ kind, branchId, till }),
      branchId,
      till,
      withBranch(pattern),
      id,
    );
}

function alone(kind: DocumentKind, branchId: string | null = null): Wanted {
  return { kind, branchId, till: 1 };
}

function initialSeries(db: ReadDb, { kind, branchId, till }: Wanted, at: number): SeriesRow {
  const usual = initialPattern(kind, readSettings(db).language);
  const pattern = branchId === null && till === 1 ? usual : withBranch(usual);
  return { id: idOf({ kind, branchId, till }), kind, branchId, till, pattern, next: 1, year: yearAt(db, at) };
}

function findSeries(db: ReadDb, wanted: Wanted): SeriesRow | undefined {
  return readRecord(db, seriesRecord, idOf(wanted))?.row;
}

function idOf({ kind, branchId, till }: Wanted): string {
  return deterministicId('numberSeries', kind, branchId ?? '', ...(till === 1 ? [] : [till]));
}

/** What {branch} stands for: the number of the branch, with that of the computer from the second on. */
function labelOf(db: ReadDb, { branchId, till }: Numbering): string {
  const branch = branchId === null ? (till === 1 ? '' : '0') : String(findBranch(db, branchId)?.number ?? branchId);
  return till === 1 ? branch : `${branch}.${till}`;
}

function isTaken(db: ReadDb, kind: DocumentKind, number: string): boolean {
  const taken = db.readColumn<[string, string], number>('SELECT 1 FROM document WHERE kind = ? AND number = ? LIMIT 1');
  return taken.get(kind, number) !== undefined;
}

function yearAt(db: ReadDb, at: number): number {
  return Number(dateAt(at, zoneOfShop(db)).slice(0, 4));
}
