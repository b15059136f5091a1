import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '#core/records/new-id.ts';
import { schemaVersion } from '#core/sync/schema-version.ts';
import { runSession } from '#core/sync/session.ts';
import { readSyncState } from '#core/sync/sync-state.ts';
import { createChance, takeOverChance } from '#test/simulator/chance.ts';
import { joinCompany, openCopy, stop } from '#test/simulator/copy.ts';
import type { Copy } from '#test/simulator/copy.ts';
import { act, doSomething, mend, sync } from '#test/simulator/happenings.ts';
import { openHub } from '#test/simulator/hub.ts';
import { createLedger } from '#test/simulator/ledger.ts';
import { createNetwork, fineWeather } from '#test/simulator/network.ts';
import { operations } from '#test/simulator/operations.ts';
import type { Templates } from '#test/simulator/template.ts';
import { checkCopy, checkHub, checkHubSums, checkLedger, checkReplicas, readAll } from '#test/simulator/verify.ts';
import { shapeOf, start, tell } from '#test/simulator/world.ts';
import type { World } from '#test/simulator/world.ts';

export interface Verdict {
  readonly seed: number;
  /** Empty when all is well. */
  readonly problems: readonly string[];
  readonly trace: readonly string[];
  readonly operations: number;
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
