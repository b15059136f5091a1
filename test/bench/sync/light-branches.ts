import { createExchange } from '#core/sync/ask-office.ts';
import { createHttpCarrier } from '#core/sync/carrier.ts';
import { pack } from '#shared/sync/pack.ts';
import type { SyncRequest } from '#shared/sync/protocol.ts';
import { createClock } from '#shared/sync/stamp.ts';
import { chainHash, chainStart } from '#wire/hash.ts';
import { createIdentityKeys, publicKeysOf } from '#wire/keys.ts';
import type { PublicKeys } from '#wire/keys.ts';
import { serveTasks } from '#test/bench/sync/tasks.ts';

// Computers of many branches in one process: each with keys, a line of batches and a cursor, and no data of its own.

interface Company {
  readonly address: string;
  readonly companyId: string;
  readonly officeKeys: PublicKeys;
  readonly epoch: string;
  readonly cursor: number;
}

/** What they do: nothing new, a task of their own, or a client that every branch gets. */
export type Doing = 'nothing' | 'task' | 'client';

interface Branch {
  readonly deviceId: string;
  exchange(doing: Doing): Promise<void>;
}

const keys = new Map<string, ReturnType<typeof createIdentityKeys>>();
let branches: readonly Branch[] = [];
let made = 0;

function beginBranch({ address, companyId, officeKeys, epoch, cursor: begin }: Company, deviceId: string): Branch {
  const own = keys.get(deviceId);
  if (!own) throw new Error('no keys');
  const correspondent = () => ({ companyId, deviceId, keys: own, officeKeys, incarnation: `${deviceId}-${process.pid}` });
  const exchange = createExchange({ carrier: createHttpCarrier({ addresses: [address] }), correspondent });
  const clock = createClock(deviceId.slice(-8), Date.now);
  let line = { counter: 0, hash: chainStart };
  let cursor = begin;
  return {
    deviceId,
    async exchange(doing) {
      const changes = doing === 'nothing' ? [] : pack([changeOf(doing, deviceId, clock.next())]);
      const { counter, hash: previous } = line;
      const batch = { counter: counter + 1, previous, hash: chainHash(previous, changes), changes };
      const request: SyncRequest = {
        kind: 'sync',
        protocol: 1,
        schema: 100,
        program: '0.1.0',
        at: Date.now(),
        epoch,
        cursor,
        acknowledged: line,
        batch: changes.length > 0 ? batch : null,
        waiting: 0,
        records: 2000,
      };
      const answer = await exchange(request);
      if (answer.kind === 'fault') throw new Error(answer.code);
      if (answer.push !== null && (answer.push.type !== 'taken' || answer.push.refused.length > 0))
        throw new Error(JSON.stringify(answer.push));
      if (answer.push?.type === 'taken') line = { counter: answer.push.counter, hash: answer.push.hash };
      if (!answer.page) throw new Error('no page');
      cursor = answer.page.next;
    },
  };
}

function changeOf(doing: Doing, deviceId: string, stamp: string) {
  const branchId = `branch-of-${deviceId}`;
  const fields =
    doing === 'task'
      ? { title: `Call about order ${made}`, branchId, status: 'open', dueAt: made, partyId: null, notes: 'ask for the measures' }
      : { type: 'contact', givenName: 'Ana', familyName: `García ${made}`, branchId, notes: 'wants a white door' };
  made += 1;
  const type = doing === 'task' ? 'task' : 'party';
  return { type, id: `${deviceId}-${process.pid}-${made}`, base: stamp, gone: null, stamps: {}, fields, seen: {}, by: 'Ana' };
}

export interface Run {
  readonly seconds: number;
  readonly doing: Doing;
  /** So many at once, without a rest; or each branch every so many seconds. */
  readonly atOnce: number | null;
  readonly every: number | null;
}

serveTasks({
  makeKeys: (ids: readonly string[]) =>
    ids.map((id) => {
      const pair = createIdentityKeys();
      keys.set(id, pair);
      return publicKeysOf(pair);
    }),
  begin({ company, ids }: { company: Company; ids: readonly string[] }) {
    branches = ids.map((id) => beginBranch(company, id));
  },
  async run({ seconds, doing, atOnce, every }: Run) {
    const times: number[] = [];
    const until = performance.now() + seconds * 1000;
    // A computer asks one thing after another.
    const resting = [...branches];
    async function once() {
      const branch = resting.shift();
      if (!branch) throw new Error('all are waiting for answers');
      const began = performance.now();
      await branch.exchange(doing);
      times.push(performance.now() - began);
      resting.push(branch);
    }
    async function loop() {
      while (performance.now() < until) await once();
    }
    if (every === null) await Promise.all(Array.from({ length: Math.min(atOnce ?? 1, branches.length) }, loop));
    else await paced((every * 1000) / branches.length, until, once);
    return times;
  },
});

/** Asks at even intervals whether the answers before have come or not: who waits for a slow answer doesn't make it look fast. */
async function paced(interval: number, until: number, once: () => Promise<void>) {
  const asked: Promise<void>[] = [];
  for (let at = performance.now(); at < until; at += interval) {
    const rest = at - performance.now();
    if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest));
    asked.push(once());
  }
  await Promise.all(asked);
}
