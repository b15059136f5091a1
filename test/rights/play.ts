import { ORPCError } from '@orpc/server';
import { recordTypeNames } from '#core/records/record-type.ts';
import type { Client } from '#test/factories/clients.ts';
import { allProcedures } from '#test/api/walk-contract.ts';
import type { NamedProcedure } from '#test/api/walk-contract.ts';
import { answerText } from '#test/rights/answer-text.ts';
import { dumpOf } from '#test/rights/dump.ts';
import type { Dump, Row } from '#test/rights/dump.ts';
import { listings } from '#test/rights/listings.ts';
import { keyOf, modelOf } from '#test/rights/naive-model.ts';
import type { Governed, Model } from '#test/rights/naive-model.ts';
import type { Home } from '#test/rights/marks.ts';
import type { MarkedShop } from '#test/rights/shop.ts';
import { makeTwin } from '#test/rights/twin.ts';
import { anyInput } from '#test/rights/walk.ts';
import type { Pool } from '#test/rights/walk.ts';
import type { WayIn } from '#test/rights/ways-in.ts';
import { isLimited } from '#shared/people/rights.ts';
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

/** These answer through threads, which take a moment to begin. */
const slow = new Set([
  'party.list',
  'party.words',
  'party.changeMany',
  'party.deleteMany',
  'party.restoreMany',
  'party.purgeMany',
  'deal.changeMany',
  'history.undo',
  'document.download',
  'party.exportList',
  'document.readyTemplate',
  'privacy.erase',
]);
/** What isn't about the shop's records: the network, the disk, who is signed in, and what never ends by itself. */
const apart =
  /^(demo|backup|branch|encryption|repair|sync|session|import|export|event|job|audit|entrance)\.|^settings\.|^people\.|^privacy\.(erase|export|setPurposes)$|^lead\.(import|inbox)$|^pipeline\.(create|update|delete|addReady|setLostReasons)$|^automation\.(create|update|delete|installProcess)$|^customField\.(create|update|delete)|^document\.(addTemplate|readyTemplate|setSeries)/;
const walked = allProcedures().filter(({ name }) => !apart.test(name));
const isReading = ({ meta, name }: NamedProcedure) => /\.see(All)?$/.test(meta.permission ?? '') && name !== 'notice.markRead';
const reads = walked.filter(isReading);
const writes = walked.filter((one) => !isReading(one));
export const walkedNames = walked.map(({ name }) => name);

interface Call {
  readonly procedure: NamedProcedure;
  readonly input: unknown;
}

export interface PlayOptions {
  /** How many reads a world is asked; a few writes besides. */
  readonly reads?: number;
  /** One world in so many also calls what answers through a thread. */
  readonly slowOneIn?: number;
  /** Which way everything is asked. */
  readonly way?: WayIn;
}

const writesOfWorld = 3;

/** Plays one world: calls as somebody of the shop, once as it is and once without what is hidden from her. */
export async function playWorld(shop: MarkedShop, worlds: Worlds, seed: number, options: PlayOptions = {}): Promise<Played> {
  const leaks: Leak[] = [];
  const world = begin(shop, worlds, seed);
  if (!isLimited(world.rights)) return { calls: 0, leaks: [] };
  const dump = dumpOf(worlds.connection);
  const model = modelOf(dump, world);
  const pool: Pool = { shop, dump, model, roll: world.roll };
  const calls = chooseCalls(pool, options);
  const tell = (procedure: string, what: string, detail: string) =>
    leaks.push({ seed, procedure, what, detail: detail.slice(0, 1500) });
  const { way = 'inside' } = options;
  const client = shop.ways.as(way, world.userId);
  if (seed % 4 === 0) compareTables(shop, world, { dump, model, tell });
  const first: string[] = [];
  for (const call of calls) first.push(await ask(client, call));
  if (way !== 'inside' && !atItsOwnTime.has(way))
    await compareWithInside(shop.ways.as('inside', world.userId), { calls, first, tell });
  for (const [index, call] of calls.entries()) judge(shop, model, { call, text: first[index]!, tell });
  const isSlow = seed % (options.slowOneIn ?? 10) === 0;
  for (const listing of listings) {
    if (listing.isSlow && !isSlow) continue;
    if (world.roll(3) > 0) continue;
    const expected = listing.expected(model, dump).toSorted(byText);
    const answered = await listing.ask(client, pool).catch((error: unknown) => [String(error)]);
    if (listing.isAllowed(world.rights) && JSON.stringify(answered.toSorted(byText)) !== JSON.stringify(expected))
      tell(
        listing.name,
        'isn’t exactly what is seen',
        `${answered.length} instead of ${expected.length}: ${JSON.stringify(answered.filter((id) => !expected.includes(id)))} too many, ${JSON.stringify(expected.filter((id) => !answered.includes(id)))} missing; ${JSON.stringify(world.rights)}`,
      );
  }
  for (const [index, call] of calls.entries()) await compareWithUnknown(client, model, { call, text: first[index]!, tell });
  const writes: Call[] = [];
  let before = { dump, model };
  while (writes.length < writesOfWorld) {
    // Of what was there at first: what is new is called otherwise in the twin.
    const write = chooseWrite({ ...pool, model: before.model }, isSlow);
    const text = await ask(client, write);
    const after = dumpOf(worlds.connection);
    judge(shop, before.model, { call: write, text, tell, saidBefore: JSON.stringify(writes.map(({ input }) => input)) });
    judgeWritten(before.dump, after, { model: before.model, tell, call: write, text });
    writes.push(write);
    first.push(text);
    before = { dump: after, model: modelOf(after, world) };
  }
  worlds.restore();
  begin(shop, worlds, seed);
  // Each world is gone on with in one of two ways, for the sake of time.
  if (seed % 2 === 0) {
    await tryToWrite(client, chooseAttempt(pool), { model, tell, rights: world.rights });
    worlds.restore();
    return { calls: calls.length + writes.length + 1, leaks };
  }
  makeTwin(worlds.connection, dump, model);
  refresh(shop);
  const twin = shop.ways.as(way, world.userId);
  const known = new Set(Object.entries(dump).flatMap(([, rows]) => rows.map((row) => String(row['id']))));
  for (const [index, call] of [...calls, ...writes].entries()) {
    const text = await ask(twin, call);
    const [one, other] = [first[index]!, text].map((said) => plain(atItsOwnTime.has(way) ? timeless(said) : said, known));
    if (one !== other)
      tell(
        call.procedure.name,
        'differs where what is hidden isn’t there',
        `${JSON.stringify(call.input)}\n${firstDifference(one!, other!)}`,
      );
  }
  worlds.restore();
  return { calls: (calls.length + writes.length) * 2, leaks };
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

/** What is read for her of each table, row by row. */
function compareTables(
  { core }: MarkedShop,
  { userId }: World,
  { dump, model, tell }: { readonly dump: Dump; readonly model: Model } & Pick<Judged, 'tell'>,
) {
  const found = core.actorOf(userId);
  if (found.type !== 'actor' || found.actor.limits === null) return tell('table', 'is open to somebody with limits', userId);
  const { db } = core.viewers.of(found.actor.limits).store;
  for (const [table, seen] of Object.entries(model.seen)) {
    const keys = new Set(
      db
        .read<[], Row>(`SELECT * FROM ${table}`)
        .all()
        .map((row) => keyOf(table, row)),
    );
    const [open, shut] = [[...keys].filter((key) => !seen.has(key)), [...seen].filter((key) => !keys.has(key))];
    const rows = dump[table]!.filter((row) => open.includes(keyOf(table, row)) || shut.includes(keyOf(table, row)));
    if (rows.length > 0)
      tell(
        `table ${table}`,
        'isn’t as the rights say',
        `open: ${open.length}, shut: ${shut.length}: ${JSON.stringify(rows[0])} ${userId} ${JSON.stringify({ ...found.actor.limits.rights, operations: [] })}`,
      );
  }
}

function chooseCalls(pool: Pool, { reads: count = 8, slowOneIn = 10 }: PlayOptions): readonly Call[] {
  const isSlow = pool.roll(slowOneIn) === 0;
  const among = reads.filter(({ name }) => isSlow || !slow.has(name));
  return Array.from({ length: count }, () => {
    const procedure = among[pool.roll(among.length)]!;
    return { procedure, input: anyInput(procedure, pool) };
  });
}

function chooseWrite(pool: Pool, isSlow: boolean): Call {
  const among = writes.filter(({ name }) => isSlow || !slow.has(name));
  const procedure = among[pool.roll(among.length)]!;
  return { procedure, input: anyInput(procedure, pool) };
}

async function ask(client: Client, { procedure, input }: Call): Promise<string> {
  const call = procedure.path.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], client) as (
    input: unknown,
  ) => Promise<unknown>;
  return answerText(await call(input).catch((error: unknown) => error));
}

interface Judged {
  readonly call: Call;
  /** What was written before may be told again. */
  readonly saidBefore?: string;
  readonly text: string;
  tell(procedure: string, what: string, detail: string): void;
}

/** No value of anything hidden is in an answer, nor the id of anything that is, unless whoever asked said it. */
function judge(shop: MarkedShop, model: Model, { call, text, tell, saidBefore = '' }: Judged) {
  const said = `${saidBefore}${JSON.stringify(call.input) ?? ''}`;
  const { name } = call.procedure;
  judgeFound(shop, model, { call, text, tell });
  if (text.startsWith('fault') || /"status":5\d\d/.test(text)) tell(name, 'fails', `${said} ${text}`);
  for (const [value, home] of shop.marks.foundIn(text)) {
    if (said.includes(value)) continue;
    const isSeen = model.seen[home.table]?.has(home.id) ?? false;
    if (!isSeen) tell(name, `tells of a ${home.table}`, `${value} ${said} ${text}`);
    else if (home.group !== 'plain' && model.isFieldHidden(home.table, home.group))
      tell(name, `tells ${home.group} of a ${home.table}`, `${value} ${said} ${text}`);
  }
  for (const id of text.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? [])
    if (model.hidden.has(id) && !said.includes(id)) tell(name, 'names a hidden id', `${id} ${said} ${text}`);
}

/** Nothing is found by a word of what isn't seen. */
function judgeFound(shop: MarkedShop, model: Model, { call, text, tell }: Judged) {
  const { text: word, filter } = (call.input ?? {}) as { readonly text?: string; readonly filter?: { readonly text?: string } };
  const sought = word ?? filter?.text;
  if (!isReading(call.procedure) || sought === undefined || !/^\w+$/.test(sought)) return;
  const homes = shop.marks.all.filter(([value]) => value.startsWith(sought)).map(([, home]) => home);
  if (homes.length === 0 || homes.some((home) => isTold(model, home))) return;
  if (/"(rows|parties|deals|results)":\[\{/.test(text) || /"total":[1-9]/.test(text))
    tell(call.procedure.name, 'finds by a hidden word', `${JSON.stringify(homes)} ${JSON.stringify(call.input)} ${text}`);
}

function isTold(model: Model, { table, id, group }: Home): boolean {
  return (model.seen[table]?.has(id) ?? false) && (group === 'plain' || !model.isFieldHidden(table, group));
}

const byText = (one: string, other: string) => (one < other ? -1 : Number(one > other));

interface Asked {
  readonly calls: readonly Call[];
  readonly first: readonly string[];
  readonly tell: Judged['tell'];
}

/** What is typed is done by another process, whose clock goes on. */
const atItsOwnTime: ReadonlySet<WayIn> = new Set(['commandLine']);
const timeless = (text: string) => text.replaceAll(/\b1[789]\d{11}\b/g, 'now');

/** What is read is the same, whichever way it is asked. */
async function compareWithInside(inside: Client, { calls, first, tell }: Asked) {
  for (const [index, call] of calls.entries()) {
    const [one, other] = [first[index]!, await ask(inside, call)].map((text) =>
      lasting(text.replaceAll(/"(status|message)":("[^"]*"|\d+),/g, '')),
    );
    if (one !== other)
      tell(
        call.procedure.name,
        'is answered otherwise than inside',
        `${JSON.stringify(call.input)}\n${firstDifference(one!, other!)}`,
      );
  }
}

/** A hidden id is answered as one that never was. */
async function compareWithUnknown(client: Client, model: Model, { call, text, tell }: Judged) {
  const said = JSON.stringify(call.input) ?? '';
  const ids = [...new Set(said.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g))].filter((id) => model.hidden.has(id));
  if (ids.length === 0) return;
  const other = (id: string) => `00000000${id.slice(8)}`;
  let input = said;
  for (const id of ids) input = input.replaceAll(id, other(id));
  let answer = await ask(client, { ...call, input: JSON.parse(input) as unknown });
  for (const id of ids) answer = answer.replaceAll(other(id), id);
  if (answer !== text) tell(call.procedure.name, 'knows a hidden id', `${said}\n${firstDifference(text, answer)}`);
}

/** What nobody writes by hand. */
const derived =
  /^(updated_at|next_task_at|stamp|field_stamps|amount|paid|sizes|stage_since|sort_key|name_key|title_key|search_key|handled_.*)$/;

function judgeWritten(before: Dump, after: Dump, { model, tell, call, text }: Judged & { readonly model: Model }) {
  const said = `${JSON.stringify(call.input)} ${text}`;
  const statuses = new Map(after['lead']!.map((row) => [row['id'], row['status']]));
  const handled = new Set(before['lead']!.filter((row) => statuses.get(row['id']) !== row['status']).map((row) => row['id']));
  for (const table of ['party', 'lead', 'deal', 'task'] as const) {
    const rows = new Map(after[table]!.map((row) => [row['id'], row]));
    for (const row of before[table]!) {
      const now = rows.get(row['id']!);
      if (now && !differs(row, now)) continue;
      // Whoever handles a request handles what was to be done about it.
      if (table === 'task' && handled.has(row['lead_id'])) continue;
      if (!model.seen[table]!.has(keyOf(table, row))) tell(call.procedure.name, `writes a hidden ${table}`, said);
    }
  }
  for (const table of ['activity', 'file', 'link', 'consent', 'deal_line', 'deal_contact', 'document', 'payment']) {
    const rows = new Map(after[table]!.map((row) => [row['id'], row]));
    for (const row of before[table]!)
      if (!model.seen[table]!.has(keyOf(table, row)) && differs(row, rows.get(row['id']!) ?? {}))
        tell(call.procedure.name, `writes a hidden ${table}`, said);
  }
}

function differs(one: Row, other: Row): boolean {
  return Object.keys(one).some((column) => !derived.test(column) && one[column] !== other[column]);
}

interface Attempt {
  readonly table: Governed;
  readonly action: 'edit' | 'delete';
  readonly id: string;
}

function chooseAttempt(pool: Pool): Attempt {
  const table = (['party', 'lead', 'deal', 'task'] as const)[pool.roll(4)]!;
  const action = pool.roll(3) === 0 && (table === 'party' || table === 'deal') ? 'delete' : 'edit';
  // What is in the bin isn't changed by anybody.
  const inUse = pool.dump[table]!.filter((row) => (row['deleted_at'] ?? null) === null).map((row) => String(row['id']));
  return { table, action, id: inUse[pool.roll(inUse.length)]! };
}

/** What is allowed is done, and what isn't is refused: as unknown where it isn't seen. */
async function tryToWrite(
  client: Client,
  { table, action, id }: Attempt,
  { model, tell, rights }: Pick<Judged, 'tell'> & { readonly model: Model; readonly rights: World['rights'] },
) {
  const object = table === 'party' ? 'client' : table;
  const reach = (rights.objects[object] as Readonly<Record<string, string>>)[action];
  const expected =
    reach === 'none'
      ? 'FORBIDDEN'
      : model.seen[table]!.has(id)
        ? model.may(action, table, id)
          ? 'done'
          : 'FORBIDDEN'
        : 'NOT_FOUND';
  const answer = await write(client, { table, action, id }).then(
    () => 'done',
    (error: unknown) => (error instanceof ORPCError ? (error.code as string) : String(error)),
  );
  const isDone = answer === 'done' || /REFUSED|CLOSED|NOT_OPEN/.test(answer);
  if ((isDone ? 'done' : answer) !== expected)
    tell(`${action} ${table}`, `is ${answer} instead of ${expected}`, `${id} ${JSON.stringify(rights)}`);
}

async function write(client: Client, { table, action, id }: Attempt): Promise<unknown> {
  if (table === 'lead') return client.lead.update({ id, companyName: 'other' });
  if (table === 'task') return client.task.update({ id, purpose: 'other' });
  if (table === 'deal') return action === 'edit' ? client.deal.update({ id, channel: 'other' }) : client.deal.delete({ id });
  const isCompany = await client.company.get({ id }).then(
    () => true,
    () => false,
  );
  if (action === 'delete') return isCompany ? client.company.delete({ id }) : client.contact.delete({ id });
  return isCompany ? client.company.update({ id, industry: 'other' }) : client.contact.update({ id, jobTitle: 'other' });
}

/** An answer without what is another each time. */
function lasting(text: string): string {
  return text
    .replaceAll(/"id":"[0-9a-f]{12}"/g, '"id":"element"')
    .replaceAll(/"address":(null|"http[^"]*\/calendar[^"]*")/g, '"address":"calendar"')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'now');
}

/** The same with what is new called alike. */
function plain(text: string, known: ReadonlySet<string>): string {
  const fresh = new Map<string, string>();
  return lasting(text).replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => {
    if (known.has(id)) return id;
    if (!fresh.has(id)) fresh.set(id, `new ${fresh.size}`);
    return fresh.get(id)!;
  });
}

function firstDifference(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const from = Math.max(0, at - 200);
  return `${one.slice(from, at + 300)}\n  <> ${other.slice(from, at + 300)}`;
}
