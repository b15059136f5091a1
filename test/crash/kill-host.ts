import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkData } from '#core/check/check-data.ts';
import type { Fault } from '#core/check/fault.ts';
import { connect } from '#core/database/connection.ts';
import { databasePath } from '#core/database/open-database.ts';
import { createFileStore } from '#core/file/file-store.ts';
import { freePort } from '#test/factories/company.ts';
import { dice } from '#test/factories/dice.ts';
import { ended, kill, startProgram } from '#test/crash/kill-program.ts';
import { createLedger } from '#test/crash/ledger.ts';
import type { Ledger, Lost } from '#test/crash/ledger.ts';
import { workOn } from '#test/crash/mixed-load.ts';
import type { Shop } from '#test/crash/mixed-load.ts';
import type { Serving } from '#test/crash/serve-shop.ts';
import { connectShop } from '#test/crash/shop-client.ts';
import type { ShopClient } from '#test/crash/shop-client.ts';

const workers = 4;
/** Milliseconds after it answered in which a host is killed. */
const lives = { shortest: 50, longest: 1500 };
/** One host in so many is killed before it answers. */
const killedEarly = 10;

const serve = (data: string) => startProgram(['test/crash/serve-shop.ts', data]);

export interface KillOptions {
  readonly data: string;
  readonly kills: number;
  readonly seed: number;
  /** Milliseconds; a round isn't begun after them. */
  readonly within?: number;
  readonly onRound?: (round: Round) => void;
}

export interface Round {
  /** Milliseconds until the host answered again, by the clock and by what it computed. */
  readonly startedIn: number;
  readonly computed: number;
  readonly lost: readonly Lost[];
  readonly faults: readonly Fault[];
}

export interface Outcome {
  readonly rounds: readonly Round[];
  readonly kills: number;
  /** Writes that were answered. */
  readonly answered: number;
}

/** Kills a host at moments chosen by chance while it works, and looks after each whether all that it answered for is there. */
export async function killHost({ data, kills, seed, within = Infinity, onRound }: KillOptions): Promise<Outcome> {
  const roll = dice(seed);
  const ledger = createLedger();
  const rounds: Round[] = [];
  const begunAt = performance.now();
  let shop: Shop | undefined;
  let count = 0;
  while (count < kills && performance.now() - begunAt < within) {
    if (shop && roll(killedEarly) === 0) {
      await killWhileStarting(data, roll(1000));
      count += 1;
    }
    const host = await start(data);
    try {
      shop ??= await setUp(host.client);
      const round = { startedIn: host.startedIn, computed: host.computed, ...(await lookInto(data, ledger)) };
      rounds.push(round);
      onRound?.(round);
      await workUntilKilled(host, { shop, ledger, roll, name: `Kill${seed}Round${count}` });
      count += 1;
    } finally {
      await host.kill();
    }
  }
  const last = await start(data);
  await exchanged(last.client);
  rounds.push({ startedIn: last.startedIn, computed: last.computed, ...(await lookInto(data, ledger)) });
  await last.kill();
  return { rounds, kills: count, answered: ledger.answered };
}

interface Running {
  readonly client: ShopClient;
  readonly startedIn: number;
  readonly computed: number;
  isKilled(): boolean;
  kill(): Promise<void>;
}

async function start(data: string): Promise<Running> {
  const spawnedAt = performance.now();
  const program = serve(data);
  const end = ended(program);
  let complaint = '';
  program.stderr?.on('data', (piece: Buffer) => (complaint += piece.toString()));
  const said = once(program.stdout ?? program, 'data') as Promise<[Buffer]>;
  const first = await Promise.race([said, end]);
  if (!Array.isArray(first)) throw new Error(`the host didn't start: ${complaint}`);
  const startedIn = performance.now() - spawnedAt;
  const { url, computed } = JSON.parse(first[0].toString()) as Serving;
  let isKilled = false;
  return {
    client: connectShop(url),
    startedIn,
    computed,
    isKilled: () => isKilled,
    async kill() {
      isKilled = true;
      kill(program);
      await end;
    },
  };
}

async function killWhileStarting(data: string, after: number) {
  const program = serve(data);
  const end = ended(program);
  await sleep(after);
  kill(program);
  await end;
}

async function setUp({ send, rpc }: ShopClient): Promise<Shop> {
  await rpc.settings.update({ country: 'ES', language: 'en', trade: 'windows', firstRunDone: true });
  await rpc.branch.startHub({ companyName: 'Ventanas Sol', port: await freePort() });
  const stages = ['Asked', 'Offered', 'Agreed'].map((name) => ({ name, probability: 50 }));
  const pipeline = await send<{ stages: { id: string }[] }>('POST', '/pipelines', { name: 'Sales', stages });
  const stageIds = pipeline.stages.map(({ id }) => id);
  await rpc.automation.create({
    name: 'Offer',
    event: { type: 'stageEntered', stageId: stageIds[1] ?? '' },
    actions: [{ type: 'createTask', taskType: 'call', title: 'Offer', assignee: { type: 'owner' }, due: { type: 'none' } }],
  });
  return { stageIds };
}

interface Load {
  readonly shop: Shop;
  readonly ledger: Ledger;
  readonly roll: (sides: number) => number;
  readonly name: string;
}

async function workUntilKilled(host: Running, { name, ...load }: Load) {
  const working = Array.from({ length: workers }, (_, worker) =>
    workOn({ ...load, client: host.client, name: `${name}Worker${worker}` }).catch((error: unknown) => {
      // What was not answered when the host was killed may be there or not; a refusal before is a fault.
      if (!host.isKilled()) throw error;
    }),
  );
  const all = Promise.all(working);
  const { shortest, longest } = lives;
  await Promise.race([all, sleep(shortest + load.roll(longest - shortest))]);
  await host.kill();
  await all;
}

/** Looks at everything from beside the host that has just started. */
async function lookInto(data: string, ledger: Ledger): Promise<Pick<Round, 'lost' | 'faults'>> {
  const connection = connect(databasePath(data), { readonly: true, busyTimeout: 10_000 });
  try {
    const lost = connection.snapshot(() => ledger.settle(connection));
    const { faults } = await checkData(connection, createFileStore(`${data}/files`));
    return { lost, faults };
  } finally {
    connection.close();
  }
}

/** Waits until head office has everything. */
async function exchanged({ rpc }: ShopClient) {
  const until = performance.now() + 60_000;
  await rpc.sync.now({});
  for (;;) {
    const { state, waiting } = await rpc.sync.status();
    if (state === 'synced' && waiting === 0) return;
    if (performance.now() > until) throw new Error(`head office hasn't got everything: ${state}, ${waiting} wait`);
    await sleep(100);
  }
}
