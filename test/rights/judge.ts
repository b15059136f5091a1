import { isReading } from '#test/rights/calls.ts';
import type { Call } from '#test/rights/calls.ts';
import { listings } from '#test/rights/listings.ts';
import type { Dump, Row } from '#test/rights/dump.ts';
import type { Home } from '#test/rights/marks.ts';
import { keyOf } from '#test/rights/naive-model.ts';
import type { Model } from '#test/rights/naive-model.ts';
import type { MarkedShop } from '#test/rights/shop.ts';
import type { Pool } from '#test/rights/walk.ts';
import type { World } from '#test/rights/world.ts';
import type { Client } from '#test/factories/clients.ts';
import type { Rights } from '#shared/people/rights.ts';

/** Takes down what was found: of which procedure, what is wrong, and the particulars. */
export type Tell = (procedure: string, what: string, detail: string) => void;

export interface Judged {
  readonly call: Call;
  /** What was written before may be told again. */
  readonly saidBefore?: string;
  readonly text: string;
  readonly tell: Tell;
}

/** What is read for her of each table, row by row. */
export function judgeTables(
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

/** No value of anything hidden is in an answer, nor the id of anything that is, unless whoever asked said it. */
export function judge(shop: MarkedShop, model: Model, { call, text, tell, saidBefore = '' }: Judged) {
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

/** What nobody writes by hand. */
const derived =
  /^(updated_at|next_task_at|stamp|field_stamps|amount|paid|sizes|stage_since|sort_key|name_key|title_key|search_key|handled_.*)$/;

/** Nothing hidden was written. */
export function judgeWritten(before: Dump, after: Dump, { model, tell, call, text }: Judged & { readonly model: Model }) {
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

/** Lists hold what is seen, all of it and nothing else. */
export async function judgeListings(
  client: Client,
  pool: Pool,
  { rights, isSlow, tell }: { readonly rights: Rights; readonly isSlow: boolean; readonly tell: Tell },
) {
  const { model, dump, roll } = pool;
  for (const listing of listings) {
    if (listing.isSlow && !isSlow) continue;
    if (roll(3) > 0) continue;
    const expected = listing.expected(model, dump);
    const answered = await listing.ask(client, pool).catch((error: unknown) => [String(error)]);
    if (!listing.isAllowed(rights) || inOrder(answered) === inOrder(expected)) continue;
    const [extra, missing] = [answered.filter((id) => !expected.includes(id)), expected.filter((id) => !answered.includes(id))];
    tell(listing.name, 'isn’t exactly what is seen', JSON.stringify({ extra, missing, rights }));
  }
}

const inOrder = (ids: readonly string[]) => JSON.stringify([...ids].sort());
