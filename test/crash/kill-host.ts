import { setTimeout as sleep } from 'node:timers/promises';
import { dice } from '#test/factories/dice.ts';
import { ended, kill, startProgram } from '#test/crash/kill-program.ts';
import { createLedger } from '#test/crash/ledger.ts';
import type { Ledger } from '#test/crash/ledger.ts';
import { workOn } from '#test/crash/mixed-load.ts';
import type { Shop } from '#test/crash/mixed-load.ts';
import { exchanged, lookInto, serveShop, setUp, start } from '#test/crash/running-shop.ts';
import type { Found, Running } from '#test/crash/running-shop.ts';

const workers = 4;
/** Milliseconds after it answered in which a host is killed. */
const lives = { shortest: 50, longest: 1500 };
/** One host in so many is killed before it answers. */
const killedEarly = 10;

interface KillOptions {
  readonly data: string;
  readonly kills: number;
  readonly seed: number;
  /** Milliseconds; a round isn't begun after them. */
  readonly within?: number;
  readonly onRound?: (round: Round) => void;
}

export interface Round extends Found {
  /** Milliseconds until the host answered again, by the clock and by what it computed. */
  readonly startedIn: number;
  readonly computed: number;
}

interface Outcome {
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
  try {
    await exchanged(last.client);
    rounds.push({ startedIn: last.startedIn, computed: last.computed, ...(await lookInto(data, ledger)) });
  } finally {
    await last.kill();
  }
  return { rounds, kills: count, answered: ledger.answered };
}

async function killWhileStarting(data: string, after: number) {
  const program = startProgram(serveShop(data));
  const end = ended(program);
  await sleep(after);
  kill(program);
  await end;
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
