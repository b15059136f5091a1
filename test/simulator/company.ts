import { join } from 'node:path';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { newId } from '#core/records/new-id.ts';
import type { Exchange } from '#core/sync/exchange.ts';
import { retireStarter } from '#core/sync/retire-starter.ts';
import { schemaVersion } from '#core/sync/schema-version.ts';
import { runSession } from '#core/sync/session.ts';
import type { SessionOptions, SessionOutcome } from '#core/sync/session.ts';
import { readSyncState } from '#core/sync/sync-state.ts';
import { joinCompany, openCopy, stop } from '#test/simulator/copy.ts';
import type { Copy } from '#test/simulator/copy.ts';
import { openHub } from '#test/simulator/hub.ts';
import type { Hub } from '#test/simulator/hub.ts';
import { makeTemplates } from '#test/simulator/template.ts';
import type { Templates } from '#test/simulator/template.ts';
import { checkCopy, checkHub, checkHubSums, checkReplicas, readAll } from '#test/simulator/verify.ts';

/** A company whose clock a test moves: head office's own copy, two branches A and B, and a second computer of A. */
export interface Company {
  readonly hub: Hub;
  readonly office: Copy;
  readonly a: Copy;
  readonly a2: Copy;
  readonly b: Copy;
  readonly branchA: string;
  readonly branchB: string;
  now(): number;
  pass(milliseconds: number): void;
  /** A further computer, of a branch or of head office. */
  join(name: string, branchId: string | null): Promise<Copy>;
  /** A computer on a data folder that is there, such as a clone's. */
  open(like: Copy, name: string): Copy;
  exchangeOf(copy: Copy): Exchange;
  sync(copy: Copy, options?: Partial<SessionOptions>): Promise<SessionOutcome>;
  /** Lets all exchange until nothing moves any more. @returns what is wrong then */
  settle(...others: readonly Copy[]): Promise<readonly string[]>;
  directory(name: string): string;
}

let templates: Templates;
let companies = 0;

/** To be called once in each file of tests. */
export function useTemplates() {
  beforeAll(async () => {
    templates = await makeTemplates();
  });
  afterAll(() => templates.remove());
}

export async function openCompany(): Promise<Company> {
  let time = Date.UTC(2026, 10, 2, 9);
  const now = () => time;
  companies += 1;
  const directory = (name: string) => join(templates.room, `company-${companies}`, name);
  templates.officeTo(directory('hub'));
  const hub = await openHub(directory('hub'), now);
  onTestFinished(() => hub.close());
  const copies: Copy[] = [];

  async function enter(name: string, branchId: string | null, brings: 'nothing' | 'data'): Promise<Copy> {
    templates.copyTo(directory(name));
    const copy = openCopy({ name, branchId, device: newId(), directory: directory(name), skew: 0, now });
    adopt(copy);
    if (brings === 'data') await copy.client.settings.update({ ownerName: 'Olga', firstRunDone: true });
    const part = copy.connection.readColumn<[], string>("SELECT value FROM meta WHERE key = 'device'").get() ?? '';
    await hub.enrol({ id: copy.device, branchId, brings: brings === 'data', part });
    const [row] = await hub.store().read((tx) => tx.all<{ epoch: string }>('SELECT epoch FROM company'));
    await joinCompany(copy, { brings, epoch: row?.epoch ?? '' });
    return copy;
  }
  function adopt(copy: Copy) {
    copies.push(copy);
    onTestFinished(() => stop(copy));
  }
  function exchangeOf(copy: Copy): Exchange {
    const ask = (request: Parameters<Exchange>[0]) =>
      hub.answer({ device: copy.device, incarnation: readSyncState(copy.connection, 'line')?.incarnation ?? '' }, request);
    return ask as Exchange;
  }
  async function sync(copy: Copy, options: Partial<SessionOptions> = {}) {
    const outcome = await runSession({ store: copy.core.store, exchange: exchangeOf(copy), schema: schemaVersion, ...options });
    await retireStarter(copy.core.store);
    return outcome;
  }
  const office = await enter('office', null, 'data');
  const [{ id: branchA }, { id: branchB }] = [
    await office.client.branch.create({ name: 'A' }),
    await office.client.branch.create({ name: 'B' }),
  ];
  await sync(office);
  const enterAndSync = async (name: string, branchId: string | null) => {
    const copy = await enter(name, branchId, 'nothing');
    await sync(copy);
    return copy;
  };
  const [a, a2, b] = [await enterAndSync('a', branchA), await enterAndSync('a2', branchA), await enterAndSync('b', branchB)];
  return {
    hub,
    office,
    a,
    a2,
    b,
    branchA,
    branchB,
    now,
    pass: (milliseconds) => void (time += milliseconds),
    join: enterAndSync,
    open(like, name) {
      const { branchId, device, skew } = like;
      const copy = openCopy({ name, branchId, device, directory: directory(name), skew, now });
      adopt(copy);
      return copy;
    },
    exchangeOf,
    sync,
    settle: (...others) => settle({ hub, sync, copies: [...new Set([...copies, ...others])] }),
    directory,
  };
}

interface Settling {
  readonly hub: Hub;
  readonly copies: readonly Copy[];
  sync(copy: Copy): Promise<SessionOutcome>;
}

async function settle({ hub, copies, sync }: Settling): Promise<readonly string[]> {
  for (let round = 0; ; round += 1) {
    if (round > 10) return ['it never becomes quiet'];
    const before = await hub.seq();
    const outcomes: string[] = [];
    for (const copy of copies) outcomes.push((await sync(copy)).type);
    if ((await hub.seq()) === before && outcomes.every((type) => type === 'equal') && round > 0) break;
  }
  const held = await readAll(hub);
  const pairs = copies.flatMap((one, index) => copies.slice(index + 1).flatMap((other) => checkReplicas(one, other)));
  return [...checkHub(held), ...(await checkHubSums(hub, held)), ...copies.flatMap((copy) => checkCopy(copy, held)), ...pairs];
}
