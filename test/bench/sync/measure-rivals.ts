import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, startProxy } from '#test/bench/sync/proxy.ts';
import type { CountingProxy } from '#test/bench/sync/proxy.ts';
import { editOf } from '#test/bench/sync/customers.ts';
import { startHelper } from '#test/bench/sync/tasks.ts';
import { describeTable, short } from '#test/bench/sync/table.ts';
import type { Helper } from '#test/bench/sync/tasks.ts';

/** The same changes from one client through a server to another, as each program does it. */
export interface Race {
  readonly name: string;
  readonly changes: number;
  /** Seconds until the other client has everything: what the first one sends, then what the second one fetches. */
  readonly converged: number;
  readonly pushed: number;
  readonly pulled: number;
  /** Seconds that saving took at the first client, before anything was sent. */
  readonly written: number;
  /** Seconds of processor: both clients and the server, while they exchanged. */
  readonly processor: number;
  /** Megabytes over the wire, and on the disks of the second client and the server. */
  readonly wire: number;
  readonly diskOfClient: number;
  readonly diskOfServer: number;
}

export interface RaceOptions {
  readonly directory: string;
  readonly creates: number;
  readonly edits: number;
}

/** A program at the start: two clients and a server that are there and know of each other. */
interface Contestant {
  readonly name: string;
  readonly proxy: CountingProxy;
  readonly helpers: readonly [first: Helper, second: Helper, server: Helper];
  readonly disks: { readonly client: string; readonly server: string };
  push(): Promise<unknown>;
  pull(): Promise<unknown>;
  /** Throws unless the second client has it all. */
  verify(expected: { readonly all: number; readonly edited: number; readonly last: string }): Promise<void>;
}

export async function raceCartera(options: RaceOptions): Promise<Race> {
  const port = await freePort();
  const place = emptied(join(options.directory, 'cartera'));
  const server = await startHelper('office-process.ts', { args: [join(place, 'office'), String(port)] });
  const { adminKey } = await server.ask<{ adminKey: string }>('where');
  const proxy = await startProxy(port);
  const [head, first, second] = await Promise.all(
    ['head', 'first', 'second'].map((name) => startHelper('copy-process.ts', { args: [join(place, name)] })),
  );
  if (!head || !first || !second) throw new Error('no helper');
  await head.ask('found', { address: `http://127.0.0.1:${port}`, adminKey });
  for (const copy of [first, second]) {
    await copy.ask('join', { code: await head.ask('invite'), address: proxy.address });
    await copy.ask('sync');
  }
  await head.stop();
  return await race(options, {
    name: 'Cartera',
    proxy,
    helpers: [first, second, server],
    disks: { client: join(place, 'second'), server: join(place, 'office') },
    push: () => first.ask('sync'),
    pull: () => second.ask('sync'),
    async verify({ all, edited }) {
      const [count, changed] = [
        await second.ask('count', "type = 'contact'"),
        await second.ask('count', "job_title LIKE 'role 1-%'"),
      ];
      if (count !== all || changed !== edited) throw new Error(`Cartera has ${String(count)} and ${String(changed)}`);
    },
  });
}

interface RivalOptions extends RaceOptions {
  /** Where the other programs are installed. */
  readonly rivals: string;
}

/** @param batch documents asked for at a time; what PouchDB does by itself when left out */
export async function racePouch(options: RivalOptions, batch?: number): Promise<Race> {
  const port = await freePort();
  const place = emptied(join(options.directory, 'pouch'));
  const server = await startHelper('pouch-server.ts', { args: [options.rivals, join(place, 'server'), String(port)] });
  const proxy = await startProxy(port);
  const url = `${proxy.address}/customers`;
  const [first, second] = await Promise.all(
    ['first', 'second'].map((name) =>
      startHelper('pouch-process.ts', { args: [options.rivals, join(place, name), url, ...(batch ? [String(batch)] : [])] }),
    ),
  );
  if (!first || !second) throw new Error('no helper');
  return await race(options, {
    name: batch ? `PouchDB, batches of ${batch.toLocaleString('en')}` : 'PouchDB, as it comes',
    proxy,
    helpers: [first, second, server],
    disks: { client: join(place, 'second'), server: join(place, 'server') },
    push: () => first.ask('push'),
    pull: () => second.ask('pull'),
    verify: (expected) => verifyByLast('PouchDB', second, expected),
  });
}

export async function raceActual(options: RivalOptions): Promise<Race> {
  const port = await freePort();
  const place = emptied(join(options.directory, 'actual'));
  const server = await startHelper('actual-server.ts', { args: [options.rivals, join(place, 'server'), String(port)] });
  const proxy = await startProxy(port);
  const [first, second] = await Promise.all(
    ['first', 'second'].map((name) =>
      startHelper('actual-process.ts', { args: [options.rivals, join(place, name), proxy.address] }),
    ),
  );
  if (!first || !second) throw new Error('no helper');
  const groupId = await first.ask('begin');
  await second.ask('download', groupId);
  return await race(options, {
    name: 'Actual',
    proxy,
    helpers: [first, second, server],
    disks: { client: join(place, 'second'), server: join(place, 'server') },
    push: () => first.ask('sync'),
    pull: () => second.ask('sync'),
    verify: (expected) => verifyByLast('Actual', second, expected),
  });
}

async function verifyByLast(name: string, client: Helper, { all, edited, last }: Parameters<Contestant['verify']>[0]) {
  const found = await client.ask<{ all: number; last: string }>('count', { edited });
  if (found.all !== all || found.last !== last) throw new Error(`${name} has ${JSON.stringify(found)}`);
}

/** First all that is new is sent and fetched, then the edits: none may be sent together with what it changes. */
async function race({ creates, edits }: RaceOptions, contestant: Contestant): Promise<Race> {
  const { name, proxy, helpers, disks } = contestant;
  const [first] = helpers;
  const sums = { written: 0, pushed: 0, pulled: 0, processor: 0, bytes: 0 };
  const rounds = [
    { task: 'create', given: creates },
    { task: 'edit', given: { count: edits, round: 1 } },
  ];
  try {
    for (const { task, given } of rounds) {
      // Programs that send on their own would send while they save.
      proxy.shut(true);
      sums.written += await first.ask<number>(task, given);
      proxy.shut(false);
      const before = await processorOf(helpers);
      proxy.take();
      sums.pushed += await timed(() => contestant.push());
      sums.pulled += await timed(() => contestant.pull());
      const { up, down } = proxy.take();
      sums.bytes += up + down;
      sums.processor += (await processorOf(helpers)) - before;
    }
    await contestant.verify({ all: creates, edited: edits, last: editOf(1, edits - 1).notes });
  } finally {
    for (const helper of helpers) await helper.stop();
    await proxy.close();
  }
  return {
    name,
    changes: creates + edits,
    converged: (sums.pushed + sums.pulled) / 1000,
    pushed: sums.pushed / 1000,
    pulled: sums.pulled / 1000,
    written: sums.written / 1000,
    processor: sums.processor / 1000,
    wire: sums.bytes / 1e6,
    diskOfClient: sizeOf(disks.client) / 1e6,
    diskOfServer: sizeOf(disks.server) / 1e6,
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function processorOf(helpers: readonly Helper[]): Promise<number> {
  const all = await Promise.all(helpers.map((helper) => helper.usage()));
  return all.reduce((sum, { processor }) => sum + processor, 0);
}

function emptied(directory: string): string {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  return directory;
}

function sizeOf(path: string): number {
  const found = statSync(path);
  if (!found.isDirectory()) return found.size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}

/** All beside one another, the seconds of each as many times Cartera's for as many changes. */
export function describeRaces(races: readonly Race[]): string {
  const [ours] = races;
  const each = ({ converged, changes }: Race) => converged / changes;
  const rows = races.map((race) => [
    race.name,
    race.changes.toLocaleString('en'),
    `${short(race.converged)} (${short(race.pushed)} + ${short(race.pulled)})`,
    ours ? short(each(race) / each(ours)) : '',
    short(race.processor),
    ours ? short(race.processor / race.changes / (ours.processor / ours.changes)) : '',
    short(race.wire),
    short(race.diskOfClient),
    short(race.diskOfServer),
    short(race.written),
  ]);
  return describeTable(headings, rows);
}

const headings = [
  'Program',
  'Changes',
  'Seconds (sent + fetched)',
  'Times ours',
  'Processor s',
  'Times ours',
  'Wire MB',
  'Client MB',
  'Server MB',
  'Saving s',
];
