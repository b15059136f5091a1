import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { openCore } from '#core/core.ts';
import type { Core } from '#core/core.ts';
import { connect } from '#core/database/connection.ts';
import { router } from '#core/router.ts';
import type { Actor } from '#shared/people/permission.ts';
import { toFigure } from '#test/bench/figure.ts';
import type { Figure } from '#test/bench/figure.ts';
import { compare } from '#test/bench/measure.ts';

const stages = 8;
const rounds = 9;
/** Of the middle: how many times the owner's time it may take. */
const goal = { ratio: 3, isOfMiddle: true } as const;

/** What it costs to see only one's own, a tenth of everything; the ceiling is the owner, who reads the tables themselves. */
export async function measureRights({ parties, deals }: { readonly parties: number; readonly deals: number }) {
  const directory = mkdtempSync(join(tmpdir(), 'cartera-rights-'));
  const core = openCore(directory);
  try {
    const { eva, pipelineId } = await openShop(core, { parties, deals });
    return await measure({ owner: clientOf(core, core.owner()), eva, pipelineId, number: parties - 10 });
  } finally {
    await core.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

function clientOf(core: Core, actor: Actor) {
  return createRouterClient(router, { context: { core, actor, apiAddress: null } });
}
type Client = ReturnType<typeof clientOf>;

interface Shop {
  readonly owner: Client;
  readonly eva: Client;
  readonly pipelineId: string;
  /** Of a client of Eva's. */
  readonly number: number;
}

async function measure({ owner, eva, pipelineId, number }: Shop): Promise<readonly Figure[]> {
  const { stages: columns } = (await owner.pipeline.list()).find(({ id }) => id === pipelineId)!;
  const asked: Readonly<Record<string, (who: Client) => Promise<unknown>>> = {
    [`the board, ${stages} columns`]: (who) => who.deal.board({ pipelineId }),
    'a column from its 100th card': (who) => who.deal.column({ pipelineId, stageId: columns[1]?.id ?? '', offset: 100 }),
    'a page of deals with their sums': (who) => who.deal.list({ limit: 50 }),
    'a page of clients': (who) => who.party.list({ limit: 50 }),
    'a search for what most are called': (who) => who.search.find({ text: 'client' }),
    'a search for one': (who) => who.search.find({ text: `client${number}` }),
    'a client': (who) => who.contact.get({ id: `${idsOf.party}${padded(number)}` }),
    'the last acts': (who) => who.history.acts({}),
    'the day': (who) => who.task.day({}),
    'a page of tasks': (who) => who.task.list({ limit: 50 }),
  };
  const figures: Figure[] = [];
  for (const [work, ask] of Object.entries(asked)) {
    await ask(owner);
    await ask(eva);
    const questions = Array.from({ length: rounds }, (_, round) => round);
    const times = await compare({ questions, ours: () => ask(eva), ceiling: () => ask(owner) });
    figures.push(toFigure(`Only her own: ${work}`, { ...times, goal }));
  }
  return figures;
}

/** As long as ids are, and alike at the beginning as those of one day are. */
const idsOf = {
  party: '01a20000-0000-7000-8000-a',
  deal: '01a20000-0000-7000-8000-b',
  task: '01a20000-0000-7000-8000-c',
} as const;
const actIds = '01a20000-0000-7000-8000-d';

function padded(number: number): string {
  return String(number).padStart(11, '0');
}

/**
 * Clients and deals, a tenth of each Eva's, two tasks for each deal, a few of them somebody else's than the deal is, and an act
 * upon each deal: copied past the write path, for nothing of that is measured.
 */
async function openShop(core: Core, { parties, deals }: { readonly parties: number; readonly deals: number }) {
  const owner = clientOf(core, core.owner());
  await owner.settings.update({ country: 'ES' });
  const seller = (await owner.people.roles()).find(({ id }) => id === 'seller')!.rights;
  const see = { see: 'own' } as const;
  const { client, deal, ...rest } = seller.objects;
  const objects = { ...rest, client: { ...client, ...see }, deal: { ...deal, ...see } };
  const role = await owner.people.createRole({ name: 'Own', rights: { ...seller, objects } });
  const { id } = await owner.people.create({ name: 'Eva', role: role.id });
  const named = Array.from({ length: stages }, (_, at) => ({ name: `Stage ${at}`, probability: at * 10 }));
  const pipeline = await owner.pipeline.create({ name: 'Sales', stages: named });
  const party = await owner.contact.create({ givenName: 'Client', familyName: 'Number', phones: [{ raw: '612345678' }] });
  const sold = await owner.deal.create({ partyId: party.id, title: 'Deal', pipelineId: pipeline.id, estimate: 1000 });
  const task = await owner.task.create({
    type: 'call',
    title: 'Call',
    dealId: sold.id,
    partyId: party.id,
    dueAt: core.store.now(),
  });
  multiply(core, { parties, deals, eva: id, first: { party: party.id, deal: sold.id, task: task.id } });
  const found = core.actorOf(id);
  if (found.type !== 'actor') throw new Error('Eva isn’t there');
  return { eva: clientOf(core, found.actor), pipelineId: pipeline.id };
}

interface Copies {
  readonly parties: number;
  readonly deals: number;
  readonly eva: string;
  readonly first: Readonly<Record<keyof typeof idsOf, string>>;
}

function multiply(core: Core, { parties, deals, eva, first }: Copies) {
  const raw = connect(core.store.connection.file, { busyTimeout: 5000 });
  raw.pragma('foreign_keys = OFF');
  const write = (sql: string, ...parameters: unknown[]) => raw.transaction((tx) => tx.write<unknown[]>(sql).run(...parameters));
  const numbered = (ids: string, number: string) => `printf('${ids}%011d', ${number})`;
  const ownerOf = (number: string) => `CASE WHEN ${number} % 10 = 0 THEN '${eva}' ELSE '${core.owner().userId}' END`;
  const copy = (table: keyof typeof idsOf, count: number, changed: Readonly<Record<string, string>>) => {
    const columns = raw.readColumn<[], string>(`SELECT name FROM pragma_table_info('${table}') WHERE name <> 'seq'`).all();
    const values = columns.map((column) => (column === 'id' ? numbered(idsOf[table], 'i') : (changed[column] ?? column)));
    const numbers = 'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)';
    const from = `SELECT ${values.join(', ')} FROM n, ${table} WHERE id = ?`;
    write(`${numbers} INSERT INTO ${table} (${columns.join(', ')}) ${from}`, count, first[table]);
  };
  copy('party', parties, { title: `'Client' || i`, sort_key: `'client' || i`, owner_id: ownerOf('i') });
  write(`INSERT INTO party_text (rowid, name) SELECT seq, sort_key FROM party WHERE id LIKE '${idsOf.party}%'`);
  const due = 'due_at + (i % 60 - 20) * 86400000';
  copy('deal', deals, {
    title: `'Deal' || i`,
    party_id: numbered(idsOf.party, 'i'),
    stage_id: `(SELECT id FROM stage WHERE pipeline_id = deal.pipeline_id AND position = (SELECT min(position) FROM stage WHERE pipeline_id = deal.pipeline_id) + i / 10 % ${stages})`,
    owner_id: ownerOf('i'),
    amount: 'i',
    next_task_at: `CASE WHEN i % 3 > 0 THEN next_task_at + (i % 60 - 20) * 86400000 END`,
  });
  copy('task', deals * 2, {
    party_id: numbered(idsOf.party, `1 + (i - 1) % ${deals}`),
    deal_id: numbered(idsOf.deal, `1 + (i - 1) % ${deals}`),
    assignee_id: ownerOf('CASE WHEN i % 37 = 0 THEN 10 ELSE i END'),
    status: `CASE WHEN i <= ${deals} AND i % 3 > 0 THEN 'open' ELSE 'done' END`,
    due_at: due,
    overdue_at: due,
  });
  write(
    `INSERT INTO act (id, kind, actor_id, actor_name, at, subject, records)
     SELECT '${actIds}' || substr(id, 26), 'deal', owner_id, 'Somebody', updated_at, title, 1 FROM deal WHERE id LIKE '${idsOf.deal}%'`,
  );
  write(
    `INSERT INTO history (act_seq, record_type, record_id, operation, changes)
     SELECT act.seq, 'deal', '${idsOf.deal}' || substr(act.id, 26), 'update', '{"title":["Offer","Deal"]}' FROM act WHERE act.id LIKE '${actIds}%'`,
  );
  raw.close();
}
