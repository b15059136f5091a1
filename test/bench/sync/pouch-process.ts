import { createRequire } from 'node:module';
import { join } from 'node:path';
import { editOf, makeCustomers } from '#test/bench/sync/customers.ts';
import { serveTasks } from '#test/bench/sync/tasks.ts';

// A program with PouchDB in it, its data in LevelDB.

interface Doc {
  readonly _id: string;
  readonly _rev?: string;
}
interface Pouch {
  bulkDocs(docs: readonly object[]): Promise<readonly { readonly id: string; readonly rev: string }[]>;
  info(): Promise<{ readonly doc_count: number }>;
  allDocs(options: object): Promise<{ readonly rows: readonly { readonly doc: Doc & Readonly<Record<string, unknown>> }[] }>;
  readonly replicate: {
    to(target: string, options: object): Promise<{ readonly ok: boolean }>;
    from(source: string, options: object): Promise<{ readonly ok: boolean }>;
  };
}

const [rivals = '', directory = '', url = '', batch = ''] = process.argv.slice(2);
const load = createRequire(join(rivals, 'package.json'));
const PouchDB = load('pouchdb') as new (path: string) => Pouch;
const pouch = new PouchDB(directory);
/** As it comes, 100 documents are asked for at a time. */
const options = batch === '' ? {} : { batch_size: Number(batch) };
const atOnce = 5000;
let revisions: { readonly id: string; readonly rev: string }[] = [];
let docs: readonly object[] = [];

serveTasks({
  async create(count: number) {
    docs = makeCustomers(count).map((customer, index) => ({ _id: idOf(index), ...customer }));
    revisions = [];
    const began = performance.now();
    for (let from = 0; from < count; from += atOnce) revisions.push(...(await pouch.bulkDocs(docs.slice(from, from + atOnce))));
    return performance.now() - began;
  },
  async edit({ count, round }: { count: number; round: number }) {
    const began = performance.now();
    for (let from = 0; from < count; from += atOnce) {
      const edited = revisions.slice(from, Math.min(count, from + atOnce)).map(({ id, rev }, index) => {
        return { ...docs[from + index], _id: id, _rev: rev, ...editOf(round, from + index) };
      });
      const done = await pouch.bulkDocs(edited);
      done.forEach((each, index) => (revisions[from + index] = each));
    }
    return performance.now() - began;
  },
  async push() {
    const began = performance.now();
    if (!(await pouch.replicate.to(url, options)).ok) throw new Error('not replicated');
    return performance.now() - began;
  },
  async pull() {
    const began = performance.now();
    if (!(await pouch.replicate.from(url, options)).ok) throw new Error('not replicated');
    return performance.now() - began;
  },
  async count({ edited }: { edited: number }) {
    const { doc_count: all } = await pouch.info();
    const { rows } = await pouch.allDocs({ include_docs: true, startkey: idOf(edited - 1), limit: 1 });
    return { all, last: rows[0]?.doc['notes'] };
  },
});

function idOf(index: number): string {
  return `customer-${String(index).padStart(8, '0')}`;
}
