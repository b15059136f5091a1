import { call } from '@orpc/server';
import { findParty } from '#core/party/queries.ts';
import { router } from '#core/router.ts';
import type { PartyFilter, PartySort } from '#shared/party/contract.ts';
import { pickRows } from '#test/bench/base-data.ts';
import type { Reading } from '#test/bench/base-data.ts';
import { toFigure } from '#test/bench/figure.ts';
import type { Figure } from '#test/bench/figure.ts';
import { compare, timeOf } from '#test/bench/measure.ts';

const limit = 50;
const filter: PartyFilter = { type: 'contact' };
const sorts: readonly { readonly name: string; readonly sort: PartySort; readonly column?: string; readonly isSlow?: true }[] = [
  { name: 'by name', sort: { field: 'title', direction: 'ascending' }, column: 'sort_key' },
  { name: 'by creation', sort: { field: 'createdAt', direction: 'ascending' }, column: 'created_at' },
  { name: 'by last change, newest first', sort: { field: 'updatedAt', direction: 'descending' }, column: 'updated_at' },
  { name: 'by city (no index)', sort: { field: 'city', direction: 'ascending' } },
];
const places = { start: 0, middle: 0.5, end: 1 };

/** Pages of a list, wherever in it and however sorted, and the first page of a list not shown since the last save. */
export async function measurePages(reading: Reading, count = 200): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  const { context } = reading;
  for (const { name, sort, column } of sorts) {
    const list = (offset: number) => call(router.party.list, { filter, sort, offset, limit }, { context });
    const first = await timeOf(() => list(0));
    figures.push(toFigure(`List ${name}: first page after a save`, { ours: { unit: 'ms at once', value: first } }));
    const { total } = await list(0);
    for (const [place, share] of Object.entries(places)) {
      const from = Math.floor((total - 2 * count * 3) * share * 0.999);
      const offsets = Array.from({ length: count }, (_, index) => Math.max(0, from) + index * 3);
      const page = keysetPage(reading, { column: column ?? 'sort_key', isDescending: sort.direction === 'descending' });
      const ids = new Map<number, string>();
      for (const offset of offsets) ids.set(offset, (await list(offset)).rows[0]?.id ?? '');
      const times = await compare({ questions: offsets, ours: list, ceiling: (offset) => page(ids.get(offset) ?? '') });
      figures.push(toFigure(`List ${name}: page of 50 at the ${place}`, { ...times, goal: { atMost: 10 } }));
    }
  }
  return figures;
}

/** Opening somebody's card: the whole record by its id. */
export async function measureCard(reading: Reading, count = 2000): Promise<readonly Figure[]> {
  const { context, raw } = reading;
  const idOf = raw.readRaw<[number], [string]>("SELECT id FROM party WHERE seq = ? AND type = 'contact'");
  const ids = pickRows(reading, count, (seq) => idOf.get(seq)?.[0]);
  const statement = raw.read<[string], unknown>('SELECT * FROM party WHERE id = ?');
  const ceiling = (id: string) => statement.get(id);
  const data = await compare({ questions: ids, ours: (id) => findParty(context.core.store.db, id), ceiling });
  const handler = await compare({ questions: ids, ours: (id) => call(router.contact.get, { id }, { context }), ceiling });
  return [
    toFigure('Open card: data layer', { ...data, goal: { ratio: 1.5, isOfMiddle: true } }),
    toFigure('Open card: handler', { ...handler, goal: { ratio: 3, isOfMiddle: true } }),
  ];
}

/** A page that begins with somebody known, by an index of just this filter and sort. */
function keysetPage({ raw }: Reading, { column, isDescending }: { readonly column: string; readonly isDescending: boolean }) {
  const [compared, direction] = isDescending ? ['<', 'DESC'] : ['>', 'ASC'];
  const columns = `seq, id, type, kind, title, job_title, phones, emails, addresses, tags, tax_id, source, birthday, do_not_contact,
    custom, created_at, updated_at, deleted_at`;
  const page = (condition: string) =>
    raw.read<[string | number, number, number], unknown>(
      `SELECT ${columns} FROM party WHERE type = 'contact' AND deleted_at IS NULL AND ${condition}
       ORDER BY ${column} ${direction}, seq ${direction} LIMIT ?`,
    );
  const keyOf = raw.readRaw<[string], [string | number, number]>(`SELECT ${column}, seq FROM party WHERE id = ?`);
  // Two ranges of the index: of those with the same key, and of those beyond.
  const same = page(`${column} = ? AND seq ${compared}= ?`);
  const beyond = page(`${column} ${compared} ? AND seq <> ?`);
  const keys = new Map<string, [string | number, number]>();
  return (id: string) => {
    const key = keys.get(id) ?? keyOf.get(id);
    if (!key) return [];
    keys.set(id, key);
    const rows = same.all(...key, limit);
    return rows.length === limit ? rows : [...rows, ...beyond.all(...key, limit - rows.length)];
  };
}
