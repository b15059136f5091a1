import type { ReadDb } from '#core/database/connection.ts';
import { all, any, conditionsOf, everything, nothing, optionalParent, parent, text } from '#core/people/viewer/conditions.ts';
import type { Conditions } from '#core/people/viewer/conditions.ts';
import { hiddenFields, masksOf } from '#core/people/viewer/masks.ts';
import { permissionsOf } from '#shared/people/permission.ts';
import type { Limits, Permission } from '#shared/people/permission.ts';

// What somebody may not see isn't there: on the connection that reads for them, views stand before the tables under the same
// names, with the rows and the fields they may see. So no list, search, count or report has to think of rights, and none can
// forget to. A table that isn't named here is seen by nobody with limits, and a test says so.

/** Rows of a table that are seen, as SQL in which `row` is the row. */
type Seen = (limits: Limits, conditions: Conditions) => string;

const open: Seen = () => everything;
const closed: Seen = () => nothing;
const ownRows: Seen = ({ userId }) => `row.user_id = ${text(userId)}`;
const withDeal: Seen = (_, conditions) => ofDeal(conditions);
const withMoney: Seen = (limits, conditions) =>
  hides(limits, 'dealMoney') ? nothing : all([ofDeal(conditions), ofParty(conditions)]);
const forWhom =
  (permission: Permission): Seen =>
  ({ rights }) =>
    permissionsOf(rights).has(permission) ? everything : nothing;

const ofParty = ({ sees }: Conditions, column = 'row.party_id') => parent('party', column, (row) => sees('party', row));
const ofDeal = ({ sees }: Conditions, column = 'row.deal_id') => parent('deal', column, (row) => sees('deal', row));
const perhapsOfParty = ({ sees }: Conditions, column = 'row.party_id') =>
  optionalParent('party', column, (row) => sees('party', row));
const perhapsOfDeal = ({ sees }: Conditions, column = 'row.deal_id') =>
  optionalParent('deal', column, (row) => sees('deal', row));
const ofPartyRow =
  (group?: string): Seen =>
  (limits, { sees }) => {
    if (group && hides(limits, group)) return nothing;
    const condition = sees('party', 'of_party');
    if (condition === everything) return everything;
    return `EXISTS (SELECT 1 FROM main.party of_party WHERE of_party.seq = row.party_seq AND ${condition})`;
  };

const hides = ({ rights }: Limits, group: string) => hiddenFields(rights).includes(group);
const hiddenStages = ({ rights }: Limits) => Object.keys(rights.stages).filter((stage) => rights.stages[stage] === 'hide');
const inSeenStage = (limits: Limits, column: string) => {
  const hidden = hiddenStages(limits);
  return hidden.length > 0 ? `${column} NOT IN (${hidden.map(text).join(', ')})` : everything;
};

/** Every table of the database. */
export const tablesSeen: Readonly<Record<string, Seen>> = {
  party: (_, { sees }) => sees('party', 'row'),
  party_phone: ofPartyRow('phones'),
  party_email: ofPartyRow('emails'),
  party_tag: ofPartyRow(),
  party_group: ofPartyRow(),
  link: (_, conditions) => all([ofParty(conditions, 'row.contact_id'), ofParty(conditions, 'row.company_id')]),
  activity: (_, conditions) => all([ofParty(conditions), perhapsOfDeal(conditions)]),
  file: (_, conditions) => all([ofParty(conditions), perhapsOfDeal(conditions)]),
  lead: (_, { sees }) => sees('lead', 'row'),
  deal: (_, { sees }) => sees('deal', 'row'),
  deal_contact: (_, conditions) => all([ofDeal(conditions), ofParty(conditions)]),
  deal_line: withDeal,
  stage_visit: (limits, conditions) => all([ofDeal(conditions), inSeenStage(limits, 'row.stage_id')]),
  stage: (limits) => inSeenStage(limits, 'row.id'),
  document: withMoney,
  payment: withMoney,
  task: (_, { sees }) => sees('task', 'row'),
  notice: (limits, conditions) => all([ownRows(limits, conditions), toldOf(limits, conditions)]),
  automation_run: (limits, conditions) =>
    all([toldOf(limits, conditions), perhapsOfParty(conditions), perhapsOfDeal(conditions)]),
  automation_step: (limits, conditions) => {
    const seen = all([
      toldOf(limits, conditions, 'run'),
      perhapsOfParty(conditions, 'run.party_id'),
      perhapsOfDeal(conditions, 'run.deal_id'),
    ]);
    return seen === everything
      ? everything
      : `EXISTS (SELECT 1 FROM main.automation_run run WHERE run.id = row.run_id AND ${seen})`;
  },
  conflict: (limits, conditions) =>
    all([toldOf(limits, conditions), hiddenFields(limits.rights).length > 0 ? nothing : everything]),
  history: (limits, conditions) => inHistory(limits, conditions, 'row'),
  act: (limits, conditions) => {
    const seen = inHistory(limits, conditions, 'done');
    return `EXISTS (SELECT 1 FROM main.history done WHERE done.act_seq = row.seq)
      AND NOT EXISTS (SELECT 1 FROM main.history done WHERE done.act_seq = row.seq AND NOT ${seen})`;
  },
  calendar_key: ownRows,
  login: ownRows,
  session: ownRows,
  api_key: forWhom('apiKey.manage'),
  audit: closed,
  sync_waiting: closed,
  sync_refused: closed,
  unknown_field: closed,
  tombstone: closed,
  ...Object.fromEntries(
    [
      ...['automation', 'branch', 'call_script', 'custom_field', 'document_template', 'import_template', 'lost_reason'],
      ...['number_series', 'pipeline', 'price', 'price_list', 'product', 'role', 'setting', 'team', 'user'],
      // What this computer has still to send is counted, and said to nobody record by record.
      ...['content_at_office', 'login_guard', 'login_policy', 'meta', 'outbox', 'outbox_batch', 'sync_digest', 'sync_state'],
      // Words and numbers without rows: what is found in them is looked up in the tables above.
      ...['party_text', 'party_digits', 'deal_text'],
    ].map((table) => [table, open]),
  ),
};

/** A record of any type, by the columns that name it, is seen. */
function isSeen(limits: Limits, conditions: Conditions, { type, id }: { readonly type: string; readonly id: string }): string {
  const shown = recordTypesShown.flatMap((recordType) => {
    const seen = tablesSeen[recordType]?.(limits, conditions) ?? nothing;
    if (seen === nothing) return [];
    if (seen === everything) return [`WHEN ${text(recordType)} THEN 1`];
    const condition = seen.replaceAll('row.', 'told.');
    return [
      `WHEN ${text(recordType)} THEN EXISTS (SELECT 1 FROM main.${recordType} told WHERE told.id = ${id} AND ${condition})`,
    ];
  });
  return `(CASE ${type} ${shown.join(' ')} ELSE 0 END)`;
}

/** The types of records whose history and notices are shown to somebody with limits; their tables are called the same. */
const recordTypesShown = [
  ...['party', 'link', 'activity', 'file', 'lead', 'deal', 'deal_contact', 'deal_line', 'document', 'payment', 'task'],
  ...[
    'automation',
    'branch',
    'call_script',
    'custom_field',
    'document_template',
    'import_template',
    'lost_reason',
    'number_series',
  ],
  ...['pipeline', 'price', 'price_list', 'product', 'role', 'setting', 'stage', 'team', 'user'],
];

const inHistory = (limits: Limits, conditions: Conditions, row: string) =>
  isSeen(limits, conditions, { type: `${row}.record_type`, id: `${row}.record_id` });

function toldOf(limits: Limits, conditions: Conditions, row = 'row'): string {
  const seen = isSeen(limits, conditions, { type: `${row}.record_type`, id: `${row}.record_id` });
  return any([`${row}.record_id IS NULL`, seen]);
}

/** Statements that put views before the tables of which somebody with limits doesn't see everything. */
export function viewsFor(db: ReadDb, limits: Limits): readonly string[] {
  const conditions = conditionsOf(limits);
  const masks: Record<string, Record<string, string>> = { ...masksOf(limits.rights) };
  if (limits.rights.objects.task.see !== 'all') masks['deal'] = { ...masks['deal'], next_task_at: nextTaskSeen(conditions) };
  return tablesOf(db).flatMap(({ name, columns, hasRowid }) => {
    const seen = (tablesSeen[name] ?? closed)(limits, conditions);
    const masked = masks[name] ?? {};
    if (seen === everything && Object.keys(masked).length === 0) return [];
    const selected = columns.map((column) => (masked[column] === undefined ? `row.${column}` : `${masked[column]} AS ${column}`));
    if (hasRowid) selected.push('row.rowid AS rowid');
    return [`CREATE TEMP VIEW "${name}" AS SELECT ${selected.join(', ')} FROM main."${name}" row WHERE ${seen}`];
  });
}

function nextTaskSeen({ sees }: Conditions): string {
  return `(SELECT min(next.due_at) FROM main.task next WHERE next.deal_id = row.id AND next.status = 'open' AND ${sees('task', 'next')})`;
}

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly hasRowid: boolean;
}

/** The tables there are, without those that SQLite keeps its search indexes in. */
export function tablesOf(db: ReadDb): readonly Table[] {
  const tables = db.read<[], { name: string; wr: number; type: string }>(
    "SELECT name, wr, type FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite_%'",
  );
  const columns = db.readColumn<[string], string>('SELECT name FROM pragma_table_info(?)');
  return tables.all().map(({ name, wr }) => ({ name, columns: columns.all(name), hasRowid: wr === 0 }));
}
