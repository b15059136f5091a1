import type { ReadDb } from '#core/database/connection.ts';
import { all, any, conditionsOf, everything, nothing, optionalParent, parent, text } from '#core/people/viewer/conditions.ts';
import type { Conditions, GovernedTable } from '#core/people/viewer/conditions.ts';
import { inReachView } from '#core/people/viewer/in-reach.ts';
import { hiddenFields, masksOf } from '#core/people/viewer/masks.ts';
import { permissionsOf } from '#shared/people/permission.ts';
import type { Limits, Permission } from '#shared/people/permission.ts';
import { loginKinds } from '#shared/session/contract.ts';

// What somebody may not see isn't there: on the connection that reads for them, views stand before the tables under the same
// names, with the rows and the fields they may see. So no list, search, count or report has to think of rights, and none can
// forget to. A table that isn't named here is seen by nobody with limits, and a test says so.

interface Seeing extends Conditions {
  readonly limits: Limits;
}

/** The rows of a table that are seen, as SQL; `row` is the row's name in it. */
type Seen = (seeing: Seeing, row: string) => string;

const open: Seen = () => everything;
const closed: Seen = () => nothing;
const ofOneself: Seen = ({ limits }, row) => `${row}.user_id = ${text(limits.userId)}`;

/** The row hangs on a governed one, or may hang on one. */
function hangsOn(table: GovernedTable, column = `${table}_id`): Seen {
  return ({ sees }, row) => parent(table, `${row}.${column}`, (of) => sees(table, of));
}
function mayHangOn(table: GovernedTable, column = `${table}_id`): Seen {
  return ({ sees }, row) => optionalParent(table, `${row}.${column}`, (of) => sees(table, of));
}
function both(...seen: readonly Seen[]): Seen {
  return (seeing, row) => all(seen.map((one) => one(seeing, row)));
}
function unlessHidden(group: string, seen: Seen): Seen {
  return (seeing, row) => (hiddenFields(seeing.limits.rights).includes(group) ? nothing : seen(seeing, row));
}
function withPermission(permission: Permission): Seen {
  return ({ limits }) => (permissionsOf(limits.rights).has(permission) ? everything : nothing);
}
function inSeenStage(column: string): Seen {
  return ({ limits: { rights } }, row) => {
    const hidden = Object.keys(rights.stages).filter((stage) => rights.stages[stage] === 'hide');
    return hidden.length > 0 ? `${row}.${column} NOT IN (${hidden.map(text).join(', ')})` : everything;
  };
}
/** A word or number by which a party is found. */
const findsParty: Seen = ({ sees }, row) => {
  const condition = sees('party', 'of_party');
  if (condition === everything) return everything;
  return `EXISTS (SELECT 1 FROM main.party of_party WHERE of_party.seq = ${row}.party_seq AND ${condition})`;
};
const ofDealAndParty = both(hangsOn('deal'), hangsOn('party'));
const mayBeOfDealAndParty = both(mayHangOn('party'), mayHangOn('deal'));
/** It tells of the record that its columns name, if of any. */
const tellsOf: Seen = (seeing, row) => any([`${row}.record_id IS NULL`, namesSeen(seeing, row)]);

const tables: Readonly<Record<string, Seen>> = {
  party: ({ sees }, row) => sees('party', row),
  party_phone: unlessHidden('phones', findsParty),
  party_email: unlessHidden('emails', findsParty),
  party_tag: findsParty,
  party_group: findsParty,
  link: both(hangsOn('party', 'contact_id'), hangsOn('party', 'company_id')),
  activity: both(hangsOn('party'), mayHangOn('deal')),
  file: both(hangsOn('party'), mayHangOn('deal')),
  consent: hangsOn('party'),
  lead: ({ sees }, row) => sees('lead', row),
  deal: ({ sees }, row) => sees('deal', row),
  deal_contact: ofDealAndParty,
  deal_line: hangsOn('deal'),
  stage_visit: both(hangsOn('deal'), inSeenStage('stage_id')),
  stage: inSeenStage('id'),
  document: unlessHidden('dealMoney', ofDealAndParty),
  payment: unlessHidden('dealMoney', ofDealAndParty),
  task: ({ sees }, row) => sees('task', row),
  notice: both(ofOneself, tellsOf),
  automation_run: both(tellsOf, mayBeOfDealAndParty),
  automation_step(seeing, row) {
    const seen = both(tellsOf, mayBeOfDealAndParty)(seeing, 'run');
    return `EXISTS (SELECT 1 FROM main.automation_run run WHERE run.id = ${row}.run_id AND ${seen})`;
  },
  /** What clashed is in it in full, so that whoever doesn't see every field sees none of it. */
  conflict: (seeing, row) => (hiddenFields(seeing.limits.rights).length > 0 ? nothing : namesSeen(seeing, row)),
  history: isTold,
  /** Of an act that touched something hidden not even its words are told; what else it left behind, such as notices, doesn't count. */
  act(seeing, row) {
    const done = `SELECT 1 FROM main.history done WHERE done.act_seq = ${row}.seq AND done.record_type IN (${typesTold.map(text).join(', ')})`;
    return `EXISTS (${done}) AND NOT EXISTS (${done} AND NOT ${isTold(seeing, 'done')})`;
  },
  calendar_key: ofOneself,
  /** Whoever stands at the window is asked who they are, whoever worked there before: no answer tells of more than that a password is there. */
  login: open,
  session: ofOneself,
  api_key: withPermission('apiKey.manage'),
  /** Who came and tried under one's own name: the rest of it is for who sees everything. */
  audit: both(ofOneself, (_, row) => `${row}.kind IN (${loginKinds.map(text).join(', ')})`),
  sync_waiting: closed,
  sync_refused: closed,
  unknown_field: closed,
  tombstone: closed,
  ...Object.fromEntries(
    // What this computer has still to send is counted, and said to nobody record by record. Of words and numbers without rows: what
    // is found in them is looked up in the tables above.
    `automation branch call_script custom_field document_template import_template lost_reason
    number_series pipeline price price_list product role setting team user
    content_at_office login_guard login_policy meta outbox outbox_batch sync_digest sync_state
    party_text party_digits deal_text`
      .split(/\s+/)
      .map((table) => [table, open]),
  ),
};

/** Types of records that hang on clients, and are clients: once they are gone nothing is told of them, for on whom they hung can't be asked any more. */
const typesOfClients = 'party link activity file consent lead deal deal_contact deal_line document payment task'.split(' ');
const typesOfShop = `automation branch call_script custom_field document_template import_template lost_reason
  number_series pipeline price price_list product role setting stage team user`.split(/\s+/);
/** Those whose history is told to somebody with limits, as far as the record is seen; their tables are called the same. */
const typesTold = [...typesOfClients, ...typesOfShop];

/** The record that a row names by its type and id is there, and seen. */
function namesSeen(seeing: Seeing, row: string): string {
  const cases = typesTold.map((type) => {
    const seen = tables[type]?.(seeing, 'told') ?? nothing;
    if (seen === everything && typesOfShop.includes(type)) return `WHEN ${text(type)} THEN 1`;
    return `WHEN ${text(type)} THEN EXISTS (SELECT 1 FROM main.${type} told WHERE told.id = ${row}.record_id AND ${seen})`;
  });
  return `(CASE ${row}.record_type ${cases.join(' ')} ELSE 0 END)`;
}

/** A row of the history is told of what is seen, and of what was done to it since it hangs on nothing that isn't: before, it told of that. */
function isTold(seeing: Seeing, row: string): string {
  const hungOn = (['party', 'deal', 'lead'] as const).map((table) =>
    optionalParent(table, `later.changes ->> '$.${table}Id[0]'`, (of) => seeing.sees(table, of)),
  );
  const hungOnSeen = all(hungOn);
  if (hungOnSeen === everything) return namesSeen(seeing, row);
  // In the words of the index that has these changes alone.
  const hasMoved = `coalesce(later.changes ->> '$.partyId[0]', later.changes ->> '$.dealId[0]', later.changes ->> '$.leadId[0]') IS NOT NULL`;
  const hungElsewhere = `SELECT 1 FROM main.history later
    WHERE later.record_id = ${row}.record_id AND later.seq >= ${row}.seq AND ${hasMoved} AND NOT ${hungOnSeen}`;
  return all([namesSeen(seeing, row), `NOT EXISTS (${hungElsewhere})`]);
}

/** Says whether rights know what of a table is seen. */
export function isKnownTable(name: string): boolean {
  return Object.hasOwn(tables, name);
}

/** Statements that put views before the tables of which somebody with limits doesn't see everything. */
export function viewsFor(db: ReadDb, limits: Limits): readonly string[] {
  const conditions = conditionsOf(limits);
  const seeing: Seeing = { ...conditions, limits };
  const masks: Record<string, Readonly<Record<string, string>>> = { ...masksOf(limits.rights) };
  if (conditions.seesTaskOf('row', 'next') !== everything)
    masks['deal'] = { ...masks['deal'], next_task_at: nextTaskSeen(conditions) };
  for (const [table, column, named] of naming) {
    const seen = (tables[named] ?? closed)(seeing, 'named');
    if (seen === everything) continue;
    const isSeen = `SELECT 1 FROM main.${named} named WHERE named.id = row.${column} AND ${seen}`;
    masks[table] = { ...masks[table], [column]: `CASE WHEN EXISTS (${isSeen}) THEN row.${column} END` };
  }
  const { dealsInReach } = conditions;
  const helping = dealsInReach === null ? [] : [`CREATE TEMP VIEW ${inReachView} AS ${dealsInReach}`];
  const narrowing = tablesOf(db).flatMap(({ name, columns, hasRowid }) => {
    const seen = (tables[name] ?? closed)(seeing, 'row');
    const masked = masks[name] ?? {};
    if (seen === everything && Object.keys(masked).length === 0) return [];
    const selected = columns.map((column) => (masked[column] === undefined ? `row.${column}` : `${masked[column]} AS ${column}`));
    if (hasRowid) selected.push('row.rowid AS rowid');
    return [`CREATE TEMP VIEW "${name}" AS SELECT ${selected.join(', ')} FROM main."${name}" row WHERE ${seen}`];
  });
  return [...narrowing, ...helping];
}

/** Columns by which a row that is seen may name one that isn't. */
const naming = [
  ['deal', 'lead_id', 'lead'],
  ['activity', 'task_id', 'task'],
  ['file', 'activity_id', 'activity'],
  ['payment', 'document_id', 'document'],
  ['payment', 'reverses_id', 'payment'],
  ['document', 'based_on', 'document'],
  ['task', 'made_by', 'automation_run'],
  ['task', 'repeat_of', 'task'],
] as const;

function nextTaskSeen({ seesTaskOf }: Conditions): string {
  return `(SELECT min(next.due_at) FROM main.task next WHERE next.deal_id = row.id AND next.status = 'open' AND ${seesTaskOf('row', 'next')})`;
}

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly hasRowid: boolean;
}

/** The tables there are, without those that SQLite keeps its search indexes in. */
export function tablesOf(db: ReadDb): readonly Table[] {
  const found = db.read<[], { readonly name: string; readonly wr: number }>(
    "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite_%'",
  );
  const columns = db.readColumn<[string], string>('SELECT name FROM pragma_table_info(?)');
  return found.all().map(({ name, wr }) => ({ name, columns: columns.all(name), hasRowid: wr === 0 }));
}
