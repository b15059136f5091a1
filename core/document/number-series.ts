import type { ReadDb } from '#core/database/connection.ts';
import type { Act } from '#core/records/act.ts';
import { defineRecordType } from '#core/records/record-type.ts';
import { changeRecord, createRecord, decodeRow, readRecord } from '#core/records/write.ts';
import { readSettings } from '#core/settings/settings.ts';
import { zoneOfShop } from '#core/settings/zone-of-shop.ts';
import type { NumberSeries } from '#shared/document/contract.ts';
import { documentKinds } from '#shared/document/data.ts';
import type { DocumentKind } from '#shared/document/data.ts';
import { beginsAnewEachYear, initialPattern, writeNumber } from '#shared/document/number-pattern.ts';
import { deterministicId } from '#shared/sync/deterministic-id.ts';
import { dateAt } from '#shared/time/zone.ts';

/** How one kind of document is numbered, and what comes next. */
export interface SeriesRow extends NumberSeries {
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
    pattern: { column: 'pattern' },
    next: { column: 'next' },
    year: { column: 'year' },
  },
  describe: (series) => series.pattern,
  // A number that was taken is never given again, though its document may be undone.
  undoable: ['settings', 'demo', 'importArchive', 'undo'],
});

interface Wanted {
  readonly kind: DocumentKind;
  readonly branchId: string | null;
}

/** Takes the next number of a kind's series: the branch's own, where it has one. No number is ever given twice. */
export function takeNumber(act: Act, { kind, branchId }: Wanted, date: string): string {
  const series = findSeries(act.tx, { kind, branchId }) ?? findSeries(act.tx, { kind, branchId: null });
  const known = series ?? createRecord(act, seriesRecord, initialSeries(act.tx, kind, act.at));
  const year = Number(date.slice(0, 4));
  const isAnew = beginsAnewEachYear(known.pattern);
  let number = isAnew && year !== known.year ? 1 : known.next;
  const write = () => writeNumber(known.pattern, { year, branch: known.branchId ?? '', number });
  while (isTaken(act.tx, kind, write())) number += 1;
  // One that is dated back to an earlier year leaves this year's where they are.
  if (!isAnew || year >= known.year)
    changeRecord(act, seriesRecord, { id: known.id, changes: { next: number + 1, year: Math.max(year, known.year) } });
  return write();
}

/** Every series there is, and for the kinds without one that with which they begin; each with the next number as of now. */
export function listSeries(db: ReadDb, at: number): SeriesRow[] {
  const kept = db
    .read<[], Record<string, unknown>>('SELECT * FROM number_series ORDER BY branch_id')
    .all()
    .map((row) => decodeRow(seriesRecord, row));
  const year = yearAt(db, at);
  return documentKinds.flatMap((kind) => {
    const own = kept.filter((series) => series.kind === kind);
    const all = own.some(({ branchId }) => branchId === null) ? own : [initialSeries(db, kind, at), ...own];
    return all.map((series) =>
      beginsAnewEachYear(series.pattern) && series.year < year ? { ...series, next: 1, year } : series,
    );
  });
}

export function setSeries(act: Act, { kind, branchId, pattern, next }: NumberSeries) {
  const id = idOf({ kind, branchId });
  const year = yearAt(act.tx, act.at);
  const changes = { pattern, next, year };
  if (!changeRecord(act, seriesRecord, { id, changes })) createRecord(act, seriesRecord, { id, kind, branchId, ...changes });
}

function initialSeries(db: ReadDb, kind: DocumentKind, at: number): SeriesRow {
  const pattern = initialPattern(kind, readSettings(db).language);
  return { id: idOf({ kind, branchId: null }), kind, branchId: null, pattern, next: 1, year: yearAt(db, at) };
}

function findSeries(db: ReadDb, wanted: Wanted): SeriesRow | undefined {
  return readRecord(db, seriesRecord, idOf(wanted))?.row;
}

function idOf({ kind, branchId }: Wanted): string {
  return deterministicId('numberSeries', kind, branchId ?? '');
}

function isTaken(db: ReadDb, kind: DocumentKind, number: string): boolean {
  const taken = db.readColumn<[string, string], number>('SELECT 1 FROM document WHERE kind = ? AND number = ? LIMIT 1');
  return taken.get(kind, number) !== undefined;
}

function yearAt(db: ReadDb, at: number): number {
  return Number(dateAt(at, zoneOfShop(db)).slice(0, 4));
}
