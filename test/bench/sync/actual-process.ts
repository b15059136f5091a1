import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { editOf, makeCustomers } from '#test/bench/sync/customers.ts';
import { serveTasks } from '#test/bench/sync/tasks.ts';

// Actual's own program for Node: its database, its log of changes and its sync. What it keeps are transactions of a household, so that
// the twelve fields of a customer stand in twelve columns of one.

interface Database {
  insert(table: string, row: object): Promise<void>;
  update(table: string, row: object): Promise<void>;
  first(sql: string, parameters: readonly unknown[]): Promise<unknown>;
}
interface Api {
  init(options: object): Promise<{ readonly db: Database }>;
  runImport(name: string, work: () => Promise<void>): Promise<void>;
  downloadBudget(syncId: string): Promise<void>;
  getBudgets(): Promise<readonly { readonly groupId?: string }[]>;
  batchBudgetUpdates(work: () => Promise<void>): Promise<void>;
  sync(): Promise<void>;
}

const [rivals = '', directory = '', serverURL = ''] = process.argv.slice(2);
const password = 'a password';
mkdirSync(directory, { recursive: true });
const api = createRequire(join(rivals, 'package.json'))('@actual-app/api') as Api;
let db: Database;
/** Transactions of the database; whoever works with a program saves a few things at a time. */
const atOnce = 5000;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function inBatches(count: number, write: (index: number) => Promise<void>) {
  for (let from = 0; from < count; from += atOnce)
    await api.batchBudgetUpdates(async () => {
      for (let index = from; index < Math.min(count, from + atOnce); index += 1) await write(index);
    });
}

serveTasks({
  async begin() {
    const bootstrapped = await fetch(`${serverURL}/account/bootstrap`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ password }),
    });
    if (!bootstrapped.ok) throw new Error(await bootstrapped.text());
    ({ db } = await api.init({ dataDir: directory, serverURL, password }));
    await api.runImport('Bench', () => Promise.resolve());
    await api.sync();
    return (await api.getBudgets())[0]?.groupId;
  },
  async download(groupId: string) {
    ({ db } = await api.init({ dataDir: directory, serverURL, password }));
    await api.downloadBudget(groupId);
  },
  async create(count: number) {
    const customers = makeCustomers(count);
    return timed(() =>
      inBatches(count, async (index) => {
        const customer = customers[index];
        if (customer) await db.insert('transactions', { id: `customer-${index}`, ...columnsOf(customer, index) });
      }),
    );
  },
  edit: ({ count, round }: { count: number; round: number }) =>
    timed(() =>
      inBatches(count, (index) => {
        const { notes, jobTitle } = editOf(round, index);
        return db.update('transactions', { id: `customer-${index}`, notes, type: jobTitle });
      }),
    ),
  sync: () => timed(() => api.sync()),
  async count({ edited }: { edited: number }) {
    const all = await db.first('SELECT count(*) AS count FROM transactions WHERE financial_id IS NOT NULL', []);
    const last = await db.first('SELECT notes FROM transactions WHERE id = ?', [`customer-${edited - 1}`]);
    return { all: (all as { count: number }).count, last: (last as { notes: string } | null)?.notes };
  },
});

function columnsOf(customer: ReturnType<typeof makeCustomers>[number], index: number) {
  const { givenName, familyName, jobTitle, phone, email, street, city, postalCode, taxId, source, preferences, notes } = customer;
  return {
    notes,
    type: jobTitle,
    location: city,
    error: preferences,
    imported_description: `${givenName} ${familyName}`,
    financial_id: email,
    description: source,
    acct: phone,
    raw_synced_data: street,
    amount: Number(taxId),
    sort_order: Number(postalCode),
    date: 20_260_101 + (index % 28),
  };
}
