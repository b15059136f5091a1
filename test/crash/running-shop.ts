import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkData } from '#core/check/check-data.ts';
import type { Fault } from '#core/check/fault.ts';
import { connect } from '#core/database/connection.ts';
import { databasePath } from '#core/database/open-database.ts';
import { createFileStore } from '#core/file/file-store.ts';
import { freePort } from '#test/factories/company.ts';
import { ended, kill, startProgram } from '#test/crash/kill-program.ts';
import type { Ledger, Lost } from '#test/crash/ledger.ts';
import type { Shop } from '#test/crash/mixed-load.ts';
import type { Serving } from '#test/crash/serve-shop.ts';
import { connectShop } from '#test/crash/shop-client.ts';
import type { ShopClient } from '#test/crash/shop-client.ts';

export const serveShop = (data: string) => ['test/crash/serve-shop.ts', data];

/** What was found beside a running host. */
export interface Found {
  readonly lost: readonly Lost[];
  readonly faults: readonly Fault[];
}

export interface Running {
  readonly client: ShopClient;
  readonly startedIn: number;
  readonly computed: number;
  isKilled(): boolean;
  kill(): Promise<void>;
}

export async function start(data: string, environment: NodeJS.ProcessEnv = process.env): Promise<Running> {
  const spawnedAt = performance.now();
  const program = startProgram(serveShop(data), environment);
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

export async function setUp({ send, rpc }: ShopClient): Promise<Shop> {
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

/** Looks at everything from beside the host that has just started. */
export async function lookInto(data: string, ledger: Ledger): Promise<Found> {
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
export async function exchanged({ rpc }: ShopClient) {
  const until = performance.now() + 60_000;
  await rpc.sync.now({});
  for (;;) {
    const { state, waiting } = await rpc.sync.status();
    if (state === 'synced' && waiting === 0) return;
    if (performance.now() > until) throw new Error(`head office hasn't got everything: ${state}, ${waiting} wait`);
    await sleep(100);
  }
}
