import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openOfficeStore } from '#office/store/open-office-store.ts';
import { addBranches, describeCompany, fillRecords } from '#test/bench/sync/fill-office.ts';
import type { Doing, Run } from '#test/bench/sync/light-branches.ts';
import { startPostgres } from '#test/bench/sync/postgres.ts';
import { freePort } from '#test/bench/sync/proxy.ts';
import { describeTable, short } from '#test/bench/sync/table.ts';
import { startHelper } from '#test/bench/sync/tasks.ts';
import type { PublicKeys } from '#wire/keys.ts';

interface LoadOptions {
  readonly directory: string;
  /** Seconds of each run. */
  readonly seconds: number;
  readonly isQuick: boolean;
}

interface Place {
  readonly name: 'SQLite' | 'PostgreSQL';
  readonly data: string;
  readonly database: string | null;
  /** Milliseconds of the database's own processes. */
  processor(): number;
}

interface Size {
  readonly branches: number;
  readonly rows: number;
}

const headings = [
  'Database',
  'Branches',
  'Records',
  'Each exchange',
  'Exchanges/s',
  'p50 ms',
  'p99 ms',
  'Processor ms',
  'Memory MB',
];

/** How many branches a head office carries: with light clients on this machine, which take half of it. @returns a table */
export async function measureLoad(options: LoadOptions): Promise<string> {
  const sizes: readonly Size[] = options.isQuick
    ? [{ branches: 100, rows: 10_000 }]
    : [
        { branches: 10, rows: 10_000 },
        { branches: 100, rows: 10_000 },
        { branches: 1000, rows: 10_000 },
        { branches: 1000, rows: 100_000 },
        { branches: 1000, rows: 1_000_000 },
      ];
  const rows: (readonly string[])[] = [];
  for (const size of sizes) {
    const data = join(options.directory, 'load');
    rmSync(data, { recursive: true, force: true });
    mkdirSync(data, { recursive: true });
    rows.push(...(await loadOne({ name: 'SQLite', data, database: null, processor: () => 0 }, size, options)));
  }
  const postgres = await startPostgres();
  try {
    for (const [index, size] of sizes.filter(({ rows: each }) => each <= 100_000).entries()) {
      const data = join(options.directory, 'load');
      const database = await postgres.makeDatabase(`load_${index}`);
      const place: Place = { name: 'PostgreSQL', data, database, processor: () => postgres.processor() };
      rows.push(...(await loadOne(place, size, options)));
    }
  } finally {
    await postgres.stop();
  }
  return describeTable(headings, rows);
}

async function loadOne(place: Place, { branches, rows }: Size, { seconds }: LoadOptions) {
  process.stderr.write(`Load: ${place.name}, ${branches} branches, ${rows} records\n`);
  const port = await freePort();
  const office = await startHelper('office-process.ts', { args: [place.data, String(port), place.database ?? ''] });
  const light = await startHelper('light-branches.ts');
  const store = await openOfficeStore(place.database === null ? { data: place.data } : { database: place.database });
  try {
    const ids = Array.from({ length: branches }, (_, index) => String(index));
    await addBranches(store, ids, await light.ask<PublicKeys[]>('makeKeys', ids));
    await fillRecords(store, { rows, branches });
    const company = { ...(await describeCompany(store)), address: `http://127.0.0.1:${port}` };
    await light.ask('begin', { company, ids });
    const runs: readonly (readonly [string, Run])[] = [
      ['nothing new', { seconds, doing: 'nothing', atOnce: 16, every: null }],
      ['a task', { seconds, doing: 'task', atOnce: 16, every: null }],
      ['a task, each branch every 30 s', { seconds: seconds * 2, doing: 'task', atOnce: null, every: 30 }],
      ['a client for all', { seconds, doing: 'client', atOnce: 16, every: null }],
    ];
    const measured: string[][] = [];
    for (const [what, run] of runs) {
      // The first exchanges of a process compile it.
      if (measured.length === 0) await light.ask('run', { seconds: 1, doing: 'task' satisfies Doing, atOnce: 8, every: null });
      const before = (await office.usage()).processor + place.processor();
      const began = performance.now();
      const times = (await light.ask<number[]>('run', run)).sort((one, other) => one - other);
      const took = (performance.now() - began) / 1000;
      const usage = await office.usage();
      const processor = usage.processor + place.processor() - before;
      const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
      const figures = [times.length / took, at(0.5), at(0.99), processor / times.length, usage.memory].map(short);
      measured.push([place.name, branches.toLocaleString('en'), rows.toLocaleString('en'), what, ...figures]);
    }
    return measured;
  } finally {
    await store.close();
    await light.stop();
    await office.ask('close');
    await office.stop();
  }
}
