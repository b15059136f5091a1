import { join } from 'node:path';
import { retireStarter } from '#core/sync/retire-starter.ts';
import { schemaVersion } from '#core/sync/schema-version.ts';
import { runSession } from '#core/sync/session.ts';
import { backUp, openCopy, putBack, restart } from '#test/simulator/copy.ts';
import type { Copy } from '#test/simulator/copy.ts';
import { Crash } from '#test/simulator/fuse.ts';
import type { Saved } from '#test/simulator/ledger.ts';
import { NetworkLost } from '#test/simulator/network.ts';
import { choose, perform } from '#test/simulator/operations.ts';
import { checkCopy, readAll } from '#test/simulator/verify.ts';
import { start, tell } from '#test/simulator/world.ts';
import type { World } from '#test/simulator/world.ts';

/** Something happens to one of the computers, or to head office. */
export async function doSomething(world: World) {
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

/** Somebody does something at a computer. */
export async function act(world: World, copy: Copy, operation = choose(copy, world.chance)) {
  world.operations += 1;
  try {
    const done = await perform(operation, copy, world.chance);
    const saved = world.ledger.note(copy);
    tell(world, `${copy.name} ${operation.name} ${done} ${summary(saved)}`);
  } catch (error) {
    tell(world, `${copy.name} ${operation.name} failed: ${String(error)}`);
    recover(world, copy, error);
    // What was committed before it went off stands, though nobody was told.
    world.ledger.note(copy);
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

/** Ends what was done to a computer: it is on, and its disk has room. */
export function mend(world: World, copy: Copy) {
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

/** A computer exchanges with head office as far as it comes. */
export async function sync(world: World, copy: Copy) {
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
