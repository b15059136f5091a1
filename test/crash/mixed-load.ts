import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Job } from '#shared/job/contract.ts';
import type { Ledger } from '#test/crash/ledger.ts';
import type { ShopClient } from '#test/crash/shop-client.ts';

/** What everybody works with: the stages of a pipeline, in order. Whoever moves a deal to the second sets off a rule. */
export interface Shop {
  readonly stageIds: readonly string[];
}

interface Kept {
  readonly id: string;
}

interface Work {
  readonly client: ShopClient;
  readonly ledger: Ledger;
  readonly shop: Shop;
  /** Differs from every other piece of work. */
  readonly name: string;
}

/** Records that a rule, or anybody else, makes along with others. */
const tasksOfRule = "SELECT count(*) FROM task WHERE deal_id = ? AND title = 'Offer'";
const stageOf = 'SELECT stage_id FROM deal WHERE id = ?';
const amountOf = 'SELECT amount FROM deal WHERE id = ?';
const paidOf = 'SELECT paid FROM deal WHERE id = ?';
const notesOf = 'SELECT notes FROM party WHERE id = ?';
const binnedOf = 'SELECT deleted_at IS NOT NULL FROM party WHERE id = ?';
const countOf = 'SELECT count(*) FROM party WHERE id = ?';
const tagsOf = 'SELECT count(*) FROM party_tag JOIN party ON seq = party_seq WHERE id = ?';
const importedOf = "SELECT count(*) FROM party WHERE title LIKE ? || ' Row%'";
const contentOf = 'SELECT hash FROM file WHERE id = ?';
const statusOf = 'SELECT status FROM task WHERE id = ?';
const leadOf = 'SELECT count(*) FROM lead WHERE external_id = ?';

async function newContact({ client, ledger, name }: Work): Promise<string> {
  const { id } = await client.rpc.contact.create({ givenName: name, phones: [{ raw: '612345678' }] });
  ledger.note({ sql: countOf, parameter: id, value: 1 });
  ledger.note({ sql: binnedOf, parameter: id, value: 0 });
  ledger.note({ sql: notesOf, parameter: id, value: '' });
  ledger.note({ sql: tagsOf, parameter: id, value: 0 });
  return id;
}

async function keepContacts(work: Work) {
  const { client, ledger, name } = work;
  const id = await newContact(work);
  const notes = `Notes of ${name}`;
  await ledger.keep([{ sql: notesOf, parameter: id, value: notes }], () => client.send('PATCH', `/contacts/${id}`, { notes }));
  const change = { type: 'addTag', tag: 'Regular' };
  await ledger.keep([{ sql: tagsOf, parameter: id, value: 1 }], () =>
    client.send('POST', '/parties/change', { ids: [id], change }),
  );
}

async function undo(work: Work) {
  const { client, ledger } = work;
  const id = await newContact(work);
  const binned = { sql: binnedOf, parameter: id };
  const { actId } = await ledger.keep([{ ...binned, value: 1 }], () =>
    client.send<{ actId: string }>('DELETE', `/contacts/${id}`),
  );
  await ledger.keep([{ ...binned, value: 0 }], () => client.send('POST', `/acts/${actId}/undo`, {}));
}

async function purge(work: Work) {
  const { client, ledger } = work;
  const id = await newContact(work);
  const ids = [id];
  await ledger.keep([{ sql: binnedOf, parameter: id, value: 1 }], () => client.rpc.party.deleteMany({ ids }));
  // With the record goes what was known of it.
  const gone = [binnedOf, notesOf].map((sql) => ({ sql, parameter: id, value: undefined }));
  const none = [countOf, tagsOf].map((sql) => ({ sql, parameter: id, value: 0 }));
  await ledger.keep([...gone, ...none], () => client.send('POST', '/parties/purge', { ids }));
}

async function sell({ client, ledger, shop, name }: Work) {
  const isThere = { sql: leadOf, parameter: name, value: 1 };
  ledger.note({ ...isThere, value: 0 });
  const { partyId } = await ledger.keep([isThere], () =>
    client.send<{ partyId: string }>('POST', '/leads', { name, source: 'site', externalId: name }),
  );
  const [first, second, third] = shop.stageIds;
  const { id } = await client.send<Kept>('POST', '/deals', { partyId, title: name, stageId: first });
  const facts = { parameter: id };
  ledger.note({ ...facts, sql: stageOf, value: first });
  ledger.note({ ...facts, sql: amountOf, value: 0 });
  ledger.note({ ...facts, sql: paidOf, value: 0 });
  ledger.note({ ...facts, sql: tasksOfRule, value: 0 });
  const lines = [{ name: 'Window', pieces: 2, unitPrice: 1000, taxRate: 0 }];
  await ledger.keep([{ ...facts, sql: amountOf, value: 2000 }], () => client.send('PUT', `/deals/${id}/lines`, { lines }));
  const moved = [
    { ...facts, sql: stageOf, value: second },
    { ...facts, sql: tasksOfRule, value: 1 },
  ];
  await ledger.keep(moved, () => client.send('POST', `/deals/${id}/move`, { stageId: second }));
  for (const paid of [700, 2000])
    await ledger.keep([{ ...facts, sql: paidOf, value: paid }], () =>
      client.send('POST', '/payments', { dealId: id, amount: paid === 700 ? 700 : 1300 }),
    );
  await ledger.keep([{ ...facts, sql: stageOf, value: third }], () => client.rpc.deal.move({ id, stageId: third ?? '' }));
}

async function doTasks({ client, ledger, name }: Work) {
  const { id } = await client.rpc.task.create({ type: 'call', title: name });
  ledger.note({ sql: statusOf, parameter: id, value: 'open' });
  await ledger.keep([{ sql: statusOf, parameter: id, value: 'done' }], () =>
    client.send('POST', `/tasks/${id}/done`, { outcome: 'reached', result: 'Agreed' }),
  );
}

async function attach(work: Work) {
  const content = `Contract of ${work.name}\n`.repeat(200);
  const id = await newContact(work);
  const file = await work.client.upload<Kept>(`/parties/${id}/files`, new File([content], 'contract.txt'));
  const value = createHash('sha256').update(content).digest('hex');
  work.ledger.note({ sql: contentOf, parameter: file.id, value });
}

const importedRows = 40;

async function importList({ client, ledger, name }: Work) {
  const lines = Array.from({ length: importedRows }, (_, row) => `${name} Row${row}`);
  const file = new File([['Name', ...lines, ''].join('\n')], 'clients.csv', { type: 'text/csv' });
  const { fileId } = await client.upload<{ fileId: string }>('/imports/files', file);
  const { mapping } = await client.rpc.import.inspect({ fileId, country: 'ES' });
  const all = { sql: importedOf, parameter: name, value: importedRows };
  ledger.note({ ...all, value: 0 });
  await ledger.keep([all], async () => {
    const { jobId } = await client.rpc.import.run({ fileId, mapping, country: 'ES', duplicates: 'skip' });
    let job: Job | undefined;
    while (job?.state !== 'done') {
      await sleep(20);
      job = await client.send<Job>('GET', `/jobs/${jobId}`);
      if (job.state === 'failed') throw new Error(`import: ${JSON.stringify(job.error)}`);
    }
  });
}

const works = [keepContacts, sell, sell, keepContacts, doTasks, attach, undo, sell, purge, importList] as const;

interface Load extends Work {
  readonly roll: (sides: number) => number;
}

/** Does one thing, as the dice choose. Rejects when some of it is refused. */
export async function workOnce({ roll, ...work }: Load): Promise<void> {
  await (works[roll(works.length)] ?? sell)(work);
}

/** Does one thing after another until something is refused or the host is gone. */
export async function workOn({ name, ...load }: Load): Promise<never> {
  for (let number = 1; ; number++) await workOnce({ ...load, name: `${name}Work${number}` });
}
