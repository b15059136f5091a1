import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { call } from '@orpc/server';
import { openCore } from '#core/core.ts';
import type { Core } from '#core/core.ts';
import { connect } from '#core/database/connection.ts';
import { copyDatabase } from '#core/database/copy-database.ts';
import { databaseFile } from '#core/database/open-database.ts';
import { createDemo } from '#core/demo/commands.ts';
import { createStore } from '#core/records/store.ts';
import { router } from '#core/router.ts';
import { copyBase } from '#test/bench/base.ts';
import { toFigure } from '#test/bench/figure.ts';
import type { Figure, Measured } from '#test/bench/figure.ts';
import { compare, timeOf } from '#test/bench/measure.ts';

const goal = { ratio: 1.25, isOfMiddle: true } as const;
const rounds = 5;

/** What the same data costs encrypted, beside the same program on plain data: both take turns in one run. */
export async function measureEncryption(base: string, contacts: number): Promise<readonly Figure[]> {
  const plainDirectory = copyBase(base, 'plain');
  const sealedDirectory = `${base}-encrypted`;
  const key = randomBytes(32).toString('hex');
  rmSync(sealedDirectory, { recursive: true, force: true });
  mkdirSync(sealedDirectory);
  // The base was made by a program that had closed it.
  openCoreOnce(plainDirectory);
  copyDatabase(databaseFile(plainDirectory), databaseFile(sealedDirectory, key)).release();
  const cold = await compareCold(databaseFile(plainDirectory), databaseFile(sealedDirectory, key));
  const [plain, sealed] = [openCore(plainDirectory), openCore(sealedDirectory, { key })];
  try {
    return [cold, ...(await compareReads({ plain, sealed })), ...(await compareWrites({ plain, sealed }, contacts))];
  } finally {
    await plain.close();
    await sealed.close();
    for (const directory of [plainDirectory, sealedDirectory]) rmSync(directory, { recursive: true, force: true });
  }
}

interface Both {
  readonly plain: Core;
  readonly sealed: Core;
}

function openCoreOnce(directory: string) {
  const connection = connect(databaseFile(directory));
  connection.pragma('wal_checkpoint(TRUNCATE)');
  connection.close();
}

/** Every page of the file once, none of which is in the program's memory. */
async function compareCold(plain: Parameters<typeof connect>[0], sealed: Parameters<typeof connect>[0]): Promise<Figure> {
  const read = (file: typeof plain) => () => {
    const connection = connect(file, { readonly: true, cacheSize: 1 });
    connection.readColumn<[], number>('SELECT sum(length(phones) + length(title)) FROM party').get();
    connection.close();
  };
  const times = await compare({ questions: [1, 2, 3], ours: read(sealed), ceiling: read(plain) });
  return toFigure('Encrypted: reading all of a table from the disk', times);
}

async function compareReads({ plain, sealed }: Both): Promise<readonly Figure[]> {
  const contextOf = (core: Core) => ({ core, actor: core.owner(), apiAddress: null });
  const contexts = { plain: contextOf(plain), sealed: contextOf(sealed) };
  const ids = plain.store.db.readColumn<[], string>("SELECT id FROM party WHERE type = 'contact' ORDER BY id LIMIT 2000").all();
  const texts = plain.store.db.readColumn<[], string>('SELECT title FROM party ORDER BY id LIMIT 300').all();
  const card = (context: typeof contexts.plain) => (id: string) => call(router.contact.get, { id }, { context });
  const search = (context: typeof contexts.plain) => (text: string) =>
    call(router.search.find, { text: text.slice(0, 6) }, { context });
  const list = (context: typeof contexts.plain) => (offset: number) =>
    call(
      router.party.list,
      { filter: { type: 'contact' }, sort: { field: 'title', direction: 'ascending' }, offset, limit: 50 },
      { context },
    );
  const offsets = Array.from({ length: 150 }, (_, at) => at * Math.floor(ids.length / 300));
  const measured = [
    ['opening cards', await compare({ questions: ids, ours: card(contexts.sealed), ceiling: card(contexts.plain) })],
    ['searching', await compare({ questions: texts, ours: search(contexts.sealed), ceiling: search(contexts.plain) })],
    ['pages of a list', await compare({ questions: offsets, ours: list(contexts.sealed), ceiling: list(contexts.plain) })],
  ] as const;
  return measured.map(([name, times]) => toFigure(`Encrypted: ${name}`, { ...times, goal }));
}

async function compareWrites(both: Both, contacts: number): Promise<readonly Figure[]> {
  const save = (core: Core) => (at: number) =>
    call(router.contact.create, { givenName: `Nueva ${at}` }, { context: { core, actor: core.owner(), apiAddress: null } });
  const questions = Array.from({ length: 100 }, (_, at) => at);
  const saves = await compare({ questions, ours: save(both.sealed), ceiling: save(both.plain) });
  const stores = { plain: openLarge(both.plain), sealed: openLarge(both.sealed) };
  const bring = ({ store, actor }: typeof stores.plain, seed: number) =>
    timeOf(() =>
      store.performNow({ actor, kind: 'demo', subject: '' }, (act) => createDemo(act, { contacts, seed, country: 'ES' })),
    );
  const times = { plain: [] as number[], sealed: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    // Whoever is second finds the disk busy with what the first one wrote.
    const order = round % 2 === 0 ? (['plain', 'sealed'] as const) : (['sealed', 'plain'] as const);
    for (const which of order) times[which].push(await bring(stores[which], 1000 + round));
  }
  for (const { store } of Object.values(stores)) store.connection.close();
  return [
    toFigure('Encrypted: single saves', { ...saves, goal }),
    toFigure(`Encrypted: ${contacts.toLocaleString('en')} contacts in one act`, {
      ours: middleOf(times.sealed),
      ceiling: middleOf(times.plain),
      goal,
    }),
  ];
}

/** With the page cache that an import is given. */
function openLarge(core: Core) {
  return { store: createStore(connect(core.store.connection.file, { cacheSize: 256, busyTimeout: 5000 })), actor: core.owner() };
}

function middleOf(times: readonly number[]): Measured {
  return { unit: 'ms at once', value: times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0 };
}
