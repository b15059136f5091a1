import type { Rights } from '#shared/people/rights.ts';
import type { Dump, Row } from '#test/rights/dump.ts';
import { keyOf } from '#test/rights/naive-model.ts';
import type { Model } from '#test/rights/naive-model.ts';
import type { Client } from '#test/factories/clients.ts';
import type { Pool } from '#test/rights/walk.ts';

/** A list that has to hold what is seen, all of it and nothing else. */
export interface Listing {
  readonly name: string;
  readonly isSlow?: boolean;
  isAllowed(rights: Rights): boolean;
  /** Ids, with one more for each that the total counts beyond them. */
  ask(client: Client, pool: Pool): Promise<readonly string[]>;
  expected(model: Model, dump: Dump): readonly string[];
}

interface Page {
  readonly rows: readonly { readonly id: string }[];
  readonly total: number;
}

const limit = 500;
const sees = (object: 'client' | 'lead' | 'deal' | 'task') => (rights: Rights) => rights.objects[object].see !== 'none';
const idsOf = ({ rows, total }: Page) => [
  ...rows.map(({ id }) => id),
  ...Array.from({ length: Math.abs(total - rows.length) }, () => 'counted'),
];
const seenOf =
  (table: string, fits: (row: Row) => boolean = () => true) =>
  (model: Model, dump: Dump) =>
    dump[table]!.filter((row) => model.seen[table]!.has(keyOf(table, row)) && fits(row)).map((row) => String(row['id']));
const inUse = (row: Row) => row['deleted_at'] === null;

/** What is of something in the bin isn't listed. */
function isOfInUse(dump: Dump, row: Row): boolean {
  const isBinned = (table: string, id: unknown) => dump[table]!.some((other) => other['id'] === id && !inUse(other));
  return (
    !isBinned('party', row['party_id']) &&
    !isBinned('deal', row['deal_id']) &&
    !(isBinned('party', row['contact_id']) && isBinned('party', row['company_id']))
  );
}

/** All rows of what hangs on a client, asked client by client. */
async function ofEachParty({ dump }: Pool, list: (id: string) => Promise<readonly { readonly id: string }[]>) {
  const found = new Set<string>();
  for (const party of dump['party']!) for (const { id } of await list(String(party['id']))) found.add(id);
  return [...found];
}

export const listings: readonly Listing[] = [
  {
    name: 'party.list',
    isSlow: true,
    isAllowed: sees('client'),
    ask: async (client) => idsOf(await client.party.list({ limit })),
    expected: seenOf('party', inUse),
  },
  {
    name: 'party.list of the bin',
    isSlow: true,
    isAllowed: sees('client'),
    ask: async (client) => idsOf(await client.party.list({ limit, filter: { deleted: true } })),
    expected: seenOf('party', (row) => !inUse(row)),
  },
  {
    name: 'deal.list',
    isAllowed: sees('deal'),
    ask: async (client) => idsOf(await client.deal.list({ limit })),
    expected: seenOf('deal', inUse),
  },
  {
    name: 'lead.list',
    isAllowed: sees('lead'),
    ask: async (client) => idsOf(await client.lead.list({ limit })),
    expected: seenOf('lead'),
  },
  {
    name: 'task.list',
    isAllowed: sees('task'),
    ask: async (client) => idsOf(await client.task.list({ limit })),
    expected: (model, dump) => seenOf('task', (row) => isOfInUse(dump, row))(model, dump),
  },
  {
    name: 'document.list',
    isAllowed: ({ fields }) => fields.dealMoney !== 'hide',
    ask: async (client) => idsOf(await client.document.list({ limit })),
    expected: seenOf('document'),
  },
  {
    name: 'notice.list',
    isAllowed: () => true,
    ask: async (client) => (await client.notice.list({ limit: 200 } as never)).rows.map(({ id }) => id),
    expected: seenOf('notice'),
  },
  {
    name: 'activity.ofParty',
    isAllowed: sees('client'),
    ask: (client, pool) => ofEachParty(pool, async (id) => (await client.activity.ofParty({ id, limit })).rows),
    expected: seenOf('activity'),
  },
  {
    name: 'file.ofParty',
    isAllowed: sees('client'),
    ask: (client, pool) => ofEachParty(pool, (id) => client.file.ofParty({ id })),
    expected: seenOf('file'),
  },
  {
    name: 'link.ofParty',
    isAllowed: sees('client'),
    ask: (client, pool) => ofEachParty(pool, (id) => client.link.ofParty({ id })),
    expected: (model, dump) => seenOf('link', (row) => isOfInUse(dump, row))(model, dump),
  },
  {
    name: 'deal.board',
    isAllowed: sees('deal'),
    ask: boardDeals,
    expected: seenOf('deal', (row) => inUse(row) && row['status'] === 'open'),
  },
];

async function boardDeals(client: Client, { dump }: Pool): Promise<readonly string[]> {
  const found: string[] = [];
  for (const pipelineId of new Set(dump['stage']!.map((row) => String(row['pipeline_id'])))) {
    const { columns } = await client.deal.board({ pipelineId, perColumn: 200 });
    for (const { rows, count } of columns) found.push(...idsOf({ rows, total: count }));
  }
  return found;
}
