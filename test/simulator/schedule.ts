import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { retireStarter } from '#core/sync/retire-starter.ts';
import { runSession } from '#core/sync/session.ts';
import { schemaVersion } from '#core/sync/schema-version.ts';
import { readSyncState } from '#core/sync/sync-state.ts';
import { newId } from '#core/records/new-id.ts';
import { createChance, takeOverChance } from '#test/simulator/chance.ts';
import type { Chance } from '#test/simulator/chance.ts';
import { backUp, joinCompany, openCopy, putBack, restart, stop } from '#test/simulator/copy.ts';
import type { Copy } from '#test/simulator/copy.ts';
import { Crash } from '#test/simulator/fuse.ts';
import { openHub } from '#test/simulator/hub.ts';
import type { Hub } from '#test/simulator/hub.ts';
import { createLedger } from '#test/simulator/ledger.ts';
import type { Ledger, Saved } from '#test/simulator/ledger.ts';
import { createNetwork, fineWeather, NetworkLost } from '#test/simulator/network.ts';
import type { Network } from '#test/simulator/network.ts';
import { choose, operations, perform } from '#test/simulator/operations.ts';
import type { Templates } from '#test/simulator/template.ts';
import { checkCopy, checkHub, checkHubSums, checkLedger, checkReplicas, readAll } from '#test/simulator/verify.ts';

const start = Date.UTC(2026, 10, 2, 9);

export interface Verdict {
  readonly seed: number;
  /** Empty when all is well. */
  readonly problems: readonly string[];
  readonly trace: readonly string[];
  readonly operations: number;
}

/** How a company is, and what happens to it. */
interface Shape {
  readonly branches: number;
  /** The branch of each copy; null is head office. The first is head office's own. */
  readonly copies: readonly (number | null)[];
  readonly steps: number;
  readonly faults: ReadonlySet<FaultKind>;
}

const faultKinds = ['network', 'late', 'crash', 'disk', 'clock', 'backup', 'clone', 'hubBackup', 'policy'] as const;
type FaultKind = (typeof faultKinds)[number];

/** Most are small, so that many are run; one in a hundred has 8 computers and 500 acts. */
function shapeOf(seed: number, chance: Chance): Shape {
  const isLarge = seed % 100 === 0;
  const branches = isLarge ? 4 : 2 + chance.roll(2);
  const count = isLarge ? 8 : chance.pick([3, 3, 4, 5]);
  const copies = Array.from({ length: count }, (_, index) =>
    index === 0 ? null : index <= branches ? index - 1 : chance.roll(branches),
  );
  const faults = new Set(faultKinds.filter(() => chance.once(3)));
  return { branches, copies, steps: isLarge ? 500 : 10 + chance.roll(28), faults };
}

interface World {
  readonly seed: number;
  readonly chance: Chance;
  readonly directory: string;
  readonly shape: Shape;
  readonly hub: Hub;
  readonly network: Network;
  readonly ledger: Ledger;
  readonly copies: Copy[];
  readonly branchIds: string[];
  readonly templates: Templates;
  readonly trace: string[];
  readonly now: () => number;
  readonly pass: (milliseconds: number) => void;
  operations: number;
  readonly differing: string[];
}

/** Runs what a seed says, from the beginning to when everybody has everything, and looks at what came of it. */
export async function runSeed(seed: number, templates: Templates): Promise<Verdict> {
  const chance = createChance(seed);
  let time = start;
  takeOverChance(seed, () => time);
  const directory = join(templates.room, `seed-${seed}`);
  templates.officeTo(join(directory, 'office'));
  const hub = await openHub(join(directory, 'office'), () => time);
  const world: World = {
    seed,
    chance,
    directory,
    shape: shapeOf(seed, chance),
    hub,
    network: createNetwork(hub, chance),
    ledger: createLedger(),
    copies: [],
    branchIds: [],
    templates,
    trace: [],
    now: () => time,
    pass: (milliseconds) => void (time += milliseconds),
    operations: 0,
    differing: [],
  };
  let problems: readonly string[];
  try {
    problems = await live(world);
  } catch (error) {
    problems = [`thrown: ${error instanceof Error ? `${error.stack}\n${JSON.stringify({ ...error })}` : String(error)}`];
  }
  for (const copy of world.copies) stop(copy);
  await hub.close();
  rmSync(directory, { recursive: true, force: true });
  return { seed, problems, trace: world.trace, operations: world.operations };
}

async function live(world: World): Promise<readonly string[]> {
  await found(world);
  for (let step = 0; step < world.shape.steps; step += 1) {
    world.pass(world.chance.pick([0, 1, 5, 1000, 20_000]));
    await doSomething(world);
  }
  world.network.weather = fineWeather;
  await world.network.deliverLate();
  for (const copy of world.copies) mend(world, copy);
  const quiet = await untilQuiet(world);
  return [...quiet, ...(await check(world))];
}

function tell({ trace, now }: World, line: string) {
  trace.push(`${String(now() - start).padStart(9)} ${line}`);
}

/** Head office begins with its own copy and the branches; then the others join. */
async function found(world: World) {
  const { shape, chance } = world;
  const epoch = await world.hub
    .store()
    .read(async (tx) => (await tx.all<{ epoch: string }>('SELECT epoch FROM company'))[0]?.epoch ?? '');
  for (const [index, branch] of shape.copies.entries()) {
    const directory = join(world.directory, `copy-${index}`);
    world.templates.copyTo(directory);
    const branchId = branch === null ? null : (world.branchIds[branch] ?? null);
    const skew = shape.faults.has('clock') ? chance.pick([0, -30_000, 30_000, 3_600_000, -86_400_000]) : chance.roll(2000) - 1000;
    const name = branch === null ? `office${index}` : `copy${index}@b${branch}`;
    const copy = openCopy({ name, branchId, device: newId(), directory, skew, now: world.now });
    world.copies.push(copy);
    const brings = index === 0 || chance.once(6) ? 'data' : 'nothing';
    if (brings === 'data') {
      await copy.client.settings.update({ ownerName: `Owner ${index}`, firstRunDone: true });
      if (index === 0) for (let number = 1; number <= shape.branches; number += 1) await addBranch(world, copy, number);
    }
    const part = copy.connection.readColumn<[], string>("SELECT value FROM meta WHERE key = 'device'").get() ?? '';
    await world.hub.enrol({ id: copy.device, branchId, brings: brings === 'data', part });
    await joinCompany(copy, { brings, epoch });
    world.ledger.begin(copy);
    tell(world, `${name} joins with ${brings}, clock off by ${skew} ms`);
    await sync(world, copy);
  }
  for (const copy of world.copies)
    for (const name of ['contact.create', 'contact.create', 'deal.create', 'task.create', 'activity.create']) {
      world.pass(1000);
      await act(
        world,
        copy,
        operations.find((operation) => operation.name === name),
      );
    }
  if (shape.faults.has('network')) world.network.weather = { requestLost: 6, answerLost: 6, doubled: 6, late: 0 };
  if (shape.faults.has('late')) world.network.weather = { ...world.network.weather, late: 4 };
}

async function addBranch({ branchIds }: World, { client }: Copy, number: number) {
  const { id } = await client.branch.create({ name: `Branch ${number}` });
  branchIds.push(id);
}

async function doSomething(world: World) {
  const { chance, copies, shape } = world;
  const copy = chance.pick(copies);
  const { faults } = shape;
  const roll = chance.roll(100);
  if (roll < 25) return sync(world, copy);
  if (roll < 27 && faults.has('late')) return world.network.deliverLate();
  if (roll < 30 && faults.has('crash')) return crashSoon(world, copy);
  if (roll < 32 && faults.has('disk')) return fillDisk(world, copy);
  if (roll < 34 && faults.has('clock')) return turnClock(world, copy);
  if (roll < 36 && faults.has('backup')) return backUpOrRestore(world, copy);
  if (roll < 37 && faults.has('clone')) return clone(world, copy);
  if (roll < 39 && faults.has('hubBackup')) return hubBackup(world);
  return act(world, copy);
}

async function act(world: World, copy: Copy, operation = choose(copy, world.chance)) {
  world.operations += 1;
  try {
    const done = await perform(operation, copy, world.chance);
    const saved = world.ledger.note(copy);
    tell(world, `${copy.name} ${operation.name} ${done} ${summary(saved)}`);
  } catch (error) {
    tell(world, `${copy.name} ${operation.name} failed: ${String(error)}`);
    recover(world, copy, error);
    // What was committed before it went off stands, though nobody was told.
    world.ledger.begin(copy);
  }
}

/** Each record that was written, with its fields when they are few. */
function summary(saved: readonly Saved[]): string {
  const byRecord = Map.groupBy(saved, ({ type, id, stamp }) => `${type} ${id} @${stamp}`);
  return [...byRecord]
    .map(([record, fields]) =>
      fields.length > 8 ? `${record} whole` : `${record} ${fields.map(({ field }) => field || 'gone').join()}`,
    )
    .join('; ');
}

function crashSoon(world: World, copy: Copy) {
  copy.fuse.left = 1 + world.chance.roll(40);
  tell(world, `${copy.name} will go off`);
}

function fillDisk(world: World, { name, connection }: Copy) {
  const [row] = connection.pragma('page_count') as readonly { readonly page_count: number }[];
  connection.pragma(`max_page_count = ${(row?.page_count ?? 0) + world.chance.roll(3)}`);
  tell(world, `${name}'s disk is full`);
}

function mend(world: World, copy: Copy) {
  copy.connection.pragma('max_page_count = 1073741823');
  copy.fuse.left = null;
  if (copy.fuse.isBlown) restart(copy, world.now);
}

/** Goes on after what was meant to go wrong; whatever else did is thrown. */
function recover(world: World, copy: Copy, error: unknown) {
  const code = (error as { readonly code?: unknown }).code;
  if (error instanceof NetworkLost) return;
  if (error instanceof Crash || copy.fuse.isBlown || code === 'SQLITE_FULL') return mend(world, copy);
  throw error;
}

async function sync(world: World, copy: Copy) {
  const { chance } = world;
  tell(world, `${copy.name} syncs`);
  try {
    const outcome = await runSession({
      store: copy.core.store,
      exchange: world.network.exchangeOf(copy, (line) => tell(world, `  ${line}`)),
      schema: schemaVersion,
      pageRecords: chance.pick([1, 3, 10, 100, 2000]),
    });
    await retireStarter(copy.core.store);
    tell(world, `  ${JSON.stringify(outcome)}`);
    if (outcome.type === 'fault') throw new Error(`fault ${outcome.code}`);
    if (outcome.type === 'differs') {
      const apart = checkCopy(copy, await readAll(world.hub)).map((line) => line.slice(0, 300));
      world.differing.push(`${copy.name} differs at ${world.now() - start}: ${apart.join('; ')}`);
    }
  } catch (error) {
    tell(world, `  failed: ${String(error)}`);
    recover(world, copy, error);
  }
  world.ledger.begin(copy);
}

function turnClock({ chance, ...world }: World, copy: Copy) {
  const day = 86_400_000;
  copy.skew = chance.pick([0, 3_600_000, -3_600_000, 365 * day, -3650 * day, day]);
  tell(world as World, `${copy.name}'s clock is off by ${copy.skew}`);
}

const kept = new WeakSet<Copy>();

function backUpOrRestore(world: World, copy: Copy) {
  if (copy.fuse.isBlown) mend(world, copy);
  if (!kept.has(copy) || world.chance.once(2)) {
    backUp(copy);
    kept.add(copy);
    tell(world, `${copy.name} is backed up`);
    return;
  }
  putBack(copy, world.now);
  world.ledger.forget(copy, ({ stamp }) => !world.hub.heard.has(stamp));
  tell(world, `${copy.name} is put back from its backup`);
}

/** A second computer with the same disk. */
function clone(world: World, copy: Copy) {
  if (world.copies.length >= 8) return;
  if (copy.fuse.isBlown) mend(world, copy);
  const { branchId, device, skew } = copy;
  const directory = join(world.directory, `copy-${world.copies.length}`);
  const name = `${copy.name}'`;
  if (world.copies.some((other) => other.name === name)) return;
  world.templates.copyTo(directory);
  backUp(copy, join(directory, 'cartera.db'));
  const twin = openCopy({ name, branchId, device, directory, skew: skew + 7, now: world.now });
  world.copies.push(twin);
  world.ledger.begin(twin);
  tell(world, `${copy.name}'s disk is cloned`);
}

async function hubBackup(world: World) {
  if (world.chance.once(2)) {
    world.hub.backUp();
    tell(world, 'head office is backed up');
  } else if (await world.hub.restore()) {
    tell(world, 'head office is put back from its backup');
    world.ledger.forgetWhatNobodyHas(world.copies, world.hub);
  }
}

const roundsAtMost = 12;

/** Everybody exchanges until nothing moves any more. */
async function untilQuiet(world: World): Promise<readonly string[]> {
  for (let round = 0; round < roundsAtMost; round += 1) {
    const before = await world.hub.seq();
    let isQuiet = true;
    for (const copy of world.copies) {
      world.pass(1000);
      const cursor = readSyncState(copy.connection, 'cursor')?.position;
      await sync(world, copy);
      isQuiet &&= cursor === readSyncState(copy.connection, 'cursor')?.position;
    }
    if (isQuiet && (await world.hub.seq()) === before) return checkStillness(world);
  }
  return ['it never becomes quiet'];
}

/** Nothing to do is one round trip in which nothing moves. */
async function checkStillness(world: World): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const copy of world.copies) {
    let asked = 0;
    const exchange = world.network.exchangeOf(copy);
    const counting = ((request: Parameters<typeof exchange>[0]) => {
      asked += 1;
      return exchange(request as never);
    }) as typeof exchange;
    const outcome = await runSession({ store: copy.core.store, exchange: counting, schema: schemaVersion });
    if (outcome.type !== 'equal' || asked !== 1)
      problems.push(`${copy.name}: nothing to do took ${asked} messages: ${outcome.type}`);
  }
  return problems;
}

async function check({ hub, copies, ledger, differing }: World): Promise<readonly string[]> {
  const held = await readAll(hub);
  const problems = [
    ...differing,
    ...checkHub(held),
    ...(await checkHubSums(hub, held)),
    ...copies.flatMap((copy) => checkCopy(copy, held)),
  ];
  for (const [index, one] of copies.entries())
    for (const other of copies.slice(index + 1)) problems.push(...checkReplicas(one, other));
  return [...problems, ...(await checkLedger(ledger, { hub, copies }, held))];
}
