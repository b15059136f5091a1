import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from '#core/database/connection.ts';
import type { Store } from '#core/records/store.ts';
import { openDatabase } from '#core/database/open-database.ts';
import type { Exchange } from '#core/sync/exchange.ts';
import { runSession } from '#core/sync/session.ts';
import { unpack } from '#shared/sync/pack.ts';
import type { Batch, SyncResponse } from '#shared/sync/protocol.ts';
import { toFigure } from '#test/bench/figure.ts';
import type { Figure } from '#test/bench/figure.ts';
import { openLoneCopy } from '#test/bench/sync/copy-of-company.ts';
import { createCustomers, editCustomers } from '#test/bench/sync/write-customers.ts';

interface MergeOptions {
  readonly directory: string;
  readonly customers: number;
}

/**
 * What a branch takes in a second of processor, with history, search and digests, beside bare upserts of the same rows into the same
 * tables. Page by page in turn, so that what else the machine does is on both.
 */
export async function measureMerge({ directory, customers }: MergeOptions): Promise<readonly Figure[]> {
  const writer = await openLoneCopy(join(directory, 'writer'), 'writer', 'data');
  const beginnings = await writer.seal();
  const ids = await createCustomers(writer.store, customers);
  const created = await writer.seal();
  await editCustomers(writer.store, ids, 1);
  const edited = await writer.seal();
  writer.close();
  const reader = await openLoneCopy(join(directory, 'reader'), 'reader', 'nothing');
  const bare = openBare(join(directory, 'bare'));
  await takePages(reader.store, beginnings, () => undefined);
  const runs = [
    { work: 'Merge: new customers', batches: created, raw: bare.upsert, goal: { atLeast: 10_000 } },
    { work: 'Merge: two fields of customers that are there', batches: edited, raw: bare.upsert, goal: { atLeast: 10_000 } },
    { work: 'Merge: what is there already', batches: [...created, ...edited], raw: bare.find, goal: { atLeast: 50_000 } },
  ];
  const figures: Figure[] = [];
  for (const { work, batches, raw, goal } of runs) {
    const { ours, ceiling } = await takePages(reader.store, batches, raw);
    figures.push(toFigure(work, { ours, ceiling, goal }));
  }
  reader.close();
  bare.close();
  return figures;
}

/** Bare statements on a database of its own with the same tables and indices. */
function openBare(directory: string) {
  rmSync(directory, { recursive: true, force: true });
  const connection = openDatabase(directory);
  connection.pragma('foreign_keys = OFF');
  return {
    upsert(rows: readonly Row[]) {
      const names = Object.keys(rows[0] ?? {});
      const taken = names.map((name) => `${name} = excluded.${name}`).join(', ');
      const sql = `INSERT INTO party (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')}) ON CONFLICT (id) DO UPDATE SET ${taken}`;
      connection.transaction((tx) => {
        const statement = tx.write<unknown[]>(sql);
        for (const row of rows) statement.run(...Object.values(row));
      });
    },
    find(rows: readonly Row[]) {
      const statement = connection.read<[unknown], Row>('SELECT * FROM party WHERE id = ?');
      for (const { id } of rows) statement.get(id);
    },
    close: () => connection.close(),
  };
}

type Row = Readonly<Record<string, unknown>>;

class Enough extends Error {
  override readonly name = 'Enough';
}

async function takePages(store: Store, batches: readonly Batch[], raw: (rows: readonly Row[]) => void) {
  const times = { ours: 0, ceiling: 0 };
  const last = { ids: [] as readonly string[], at: 0 };
  let changes = 0;
  const pages = [...batches];
  async function exchange(): Promise<SyncResponse> {
    if (last.ids.length > 0) {
      times.ours += processorTime() - last.at;
      changes += last.ids.length;
      const rows = readRows(store.connection, last.ids);
      const began = processorTime();
      raw(rows);
      times.ceiling += processorTime() - began;
    }
    const batch = pages.shift();
    if (!batch) throw new Enough();
    last.ids = unpack(batch.changes).flatMap(({ type, id }) => (type === 'party' ? [id] : []));
    const page = { from: 0, next: 0, head: 2, changes: batch.changes, leaves: [] };
    const answer: SyncResponse = { kind: 'sync', at: Date.now(), epoch: 'epoch', push: null, page, digest: null };
    last.at = processorTime();
    return answer;
  }
  try {
    await runSession({ store, schema: 1, exchange: exchange as unknown as Exchange });
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  const rate = (time: number) => ({ unit: 'changes/s', value: changes / (time / 1000) }) as const;
  return { ours: rate(times.ours), ceiling: rate(times.ceiling) };
}

function readRows(connection: Connection, ids: readonly string[]): readonly Row[] {
  const statement = connection.read<[string], Row>('SELECT * FROM party WHERE id = ?');
  return ids.flatMap((id) => {
    const row = statement.get(id);
    return row ? [row] : [];
  });
}

/** Milliseconds. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
