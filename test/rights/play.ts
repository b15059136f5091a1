import { recordTypeNames } from '#core/records/record-type.ts';
import { isLimited } from '#shared/people/rights.ts';
import { chooseAttempt, tryToWrite } from '#test/rights/attempt.ts';
import { ask, chooseCalls, chooseWrite } from '#test/rights/calls.ts';
import type { Call, Choosing } from '#test/rights/calls.ts';
import { compareWithInside, compareWithTwin, compareWithUnknown } from '#test/rights/compare.ts';
import type { Asked } from '#test/rights/compare.ts';
import { dumpOf } from '#test/rights/dump.ts';
import { judge, judgeListings, judgeTables, judgeWritten } from '#test/rights/judge.ts';
import type { Tell } from '#test/rights/judge.ts';
import { modelOf } from '#test/rights/naive-model.ts';
import type { MarkedShop } from '#test/rights/shop.ts';
import { makeTwin } from '#test/rights/twin.ts';
import type { Pool } from '#test/rights/walk.ts';
import type { WayIn } from '#test/rights/ways-in.ts';
import type { World, Worlds } from '#test/rights/world.ts';

export interface Leak {
  readonly seed: number;
  readonly procedure: string;
  readonly what: string;
  readonly detail: string;
}

export interface Played {
  readonly calls: number;
  readonly leaks: readonly Leak[];
}

export interface PlayOptions extends Choosing {
  /** Which way everything is asked. */
  readonly way?: WayIn;
}

/** A world being played, by one way. */
interface Playing {
  readonly shop: MarkedShop;
  readonly worlds: Worlds;
  readonly world: World;
  readonly way: WayIn;
  readonly pool: Pool;
  readonly isSlow: boolean;
  readonly tell: Tell;
}

const writesOfWorld = 3;

/** Plays one world: calls as somebody of the shop, once as it is and once without what is hidden from her. */
export async function playWorld(shop: MarkedShop, worlds: Worlds, seed: number, options: PlayOptions = {}): Promise<Played> {
  const leaks: Leak[] = [];
  const world = begin(shop, worlds, seed);
  if (!isLimited(world.rights)) return { calls: 0, leaks };
  const dump = dumpOf(worlds.connection);
  const tell: Tell = (procedure, what, detail) => leaks.push({ seed, procedure, what, detail: detail.slice(0, 1500) });
  const playing: Playing = {
    shop,
    worlds,
    world,
    way: options.way ?? 'inside',
    pool: { shop, dump, model: modelOf(dump, world), roll: world.roll },
    isSlow: seed % (options.slowOneIn ?? 10) === 0,
    tell,
  };
  const asked = await askAndWrite(playing, options);
  worlds.restore();
  begin(shop, worlds, seed);
  // Each world is gone on with in one of two ways, for the sake of time.
  await (seed % 2 === 0 ? attempt(playing) : askTwin(playing, asked));
  worlds.restore();
  return { calls: asked.calls.length * (seed % 2 === 0 ? 1 : 2), leaks };
}

function begin(shop: MarkedShop, worlds: Worlds, seed: number): World {
  const world = worlds.deal(seed);
  refresh(shop);
  return world;
}

/** What was kept in mind of the data is read again: it was written by nobody's act. */
function refresh({ core }: MarkedShop) {
  core.store.announce({ recordTypes: [...recordTypeNames()], ids: null, changedHands: true });
}

/** Reads and writes, and judges what is answered and what was written. */
async function askAndWrite(playing: Playing, options: Choosing): Promise<Asked> {
  const { shop, world, way, pool, isSlow, tell } = playing;
  const { model, dump } = pool;
  const client = shop.ways.as(way, world.userId);
  const calls = chooseCalls(pool, options);
  if (world.seed % 4 === 0) judgeTables(shop, world, { dump, model, tell });
  const answers: string[] = [];
  for (const call of calls) answers.push(await ask(client, call));
  await compareWithInside(shop.ways.as('inside', world.userId), { calls, answers, way, tell });
  for (const [index, call] of calls.entries()) judge(shop, model, { call, text: answers[index]!, tell });
  await judgeListings(client, pool, { rights: world.rights, isSlow, tell });
  for (const [index, call] of calls.entries()) await compareWithUnknown(client, model, { call, text: answers[index]!, tell });
  const written = await write(playing);
  return { calls: [...calls, ...written.calls], answers: [...answers, ...written.answers] };
}

async function write({ shop, worlds, world, way, pool, isSlow, tell }: Playing): Promise<Asked> {
  const client = shop.ways.as(way, world.userId);
  const calls: Call[] = [];
  const answers: string[] = [];
  let { dump, model } = pool;
  while (calls.length < writesOfWorld) {
    // Of what was there at first: what is new is called otherwise in the twin.
    const call = chooseWrite({ ...pool, model }, isSlow);
    const text = await ask(client, call);
    const after = dumpOf(worlds.connection);
    judge(shop, model, { call, text, tell, saidBefore: JSON.stringify(calls.map(({ input }) => input)) });
    judgeWritten(dump, after, { model, tell, call, text });
    calls.push(call);
    answers.push(text);
    [dump, model] = [after, modelOf(after, world)];
  }
  return { calls, answers };
}

async function attempt({ shop, world: { userId, rights }, way, pool, tell }: Playing) {
  await tryToWrite(shop.ways.as(way, userId), chooseAttempt(pool), { model: pool.model, tell, rights });
}

async function askTwin({ shop, worlds, world, way, pool: { dump, model }, tell }: Playing, asked: Asked) {
  makeTwin(worlds.connection, dump, model);
  refresh(shop);
  const known = new Set(Object.values(dump).flatMap((rows) => rows.map((row) => String(row['id']))));
  await compareWithTwin(shop.ways.as(way, world.userId), { ...asked, way, tell, known });
}
