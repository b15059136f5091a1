import type { Dump, Row } from '#test/rights/dump.ts';
import type { Rights } from '#shared/people/rights.ts';

// Who sees what, said once more in the plainest way: loops over all rows, with nothing taken from the code that is tested.

export interface Viewing {
  readonly userId: string;
  readonly rights: Rights;
}

export interface Model {
  /** Ids (of acts, history and visits their numbers) of the rows of a table that are seen. */
  readonly seen: Readonly<Record<string, ReadonlySet<string>>>;
  readonly hidden: ReadonlySet<string>;
  /** The people whose things are a team's. */
  readonly team: readonly string[];
  /** Whether a table's fields of a group can be seen at all. */
  isFieldHidden(table: string, group: string): boolean;
  may(action: 'edit' | 'delete', table: Governed, id: string): boolean;
}

export type Governed = 'party' | 'lead' | 'deal' | 'task';

/** What a row is known by. */
export function keyOf(table: string, row: Row): string {
  return String(row[table === 'history' || table === 'act' || table === 'stage_visit' ? 'seq' : 'id']);
}

export function modelOf(dump: Dump, { userId, rights }: Viewing): Model {
  const { objects, keyClients, stages, fields } = rights;
  const users = dump['user']!;
  const me = users.find(({ id }) => id === userId)!;
  const team = teamOf(users, me);
  const byId = (table: string) => new Map(dump[table]!.map((row) => [row['id'], row]));
  const rows = { party: byId('party'), lead: byId('lead'), deal: byId('deal'), task: byId('task') };
  const isHiddenField = (group: string) => (fields as Readonly<Record<string, string>>)[group] === 'hide';

  function isMine(row: Row, table: Governed, people: readonly unknown[]): boolean {
    const owners = table === 'task' ? [row['assignee_id'], row['author_id']] : [row['owner_id']];
    return owners.some((owner) => owner !== null && people.includes(owner));
  }
  function isReached(reach: string, row: Row, table: Governed): boolean {
    if (reach === 'all') return true;
    if (reach === 'own') return isMine(row, table, [userId]);
    if (reach === 'team') return isMine(row, table, team);
    if (reach === 'branch') return row['branch_id'] === me['branch_id'] || isMine(row, table, team);
    return false;
  }
  const peopleOf = (reach: string) => (reach === 'own' ? [userId] : team);
  function worksFor(party: Row, people: readonly unknown[]): boolean {
    if (isMine(party, 'party', people)) return true;
    for (const deal of dump['deal']!) if (deal['party_id'] === party['id'] && people.includes(deal['owner_id'])) return true;
    for (const task of dump['task']!) if (task['party_id'] === party['id'] && people.includes(task['assignee_id'])) return true;
    return false;
  }
  function isKey(party: Row): boolean {
    if (party['is_key'] === 1) return true;
    return dump['link']!.some(
      (link) => link['contact_id'] === party['id'] && rows.party.get(link['company_id']!)?.['is_key'] === 1,
    );
  }
  function seesParty(id: unknown): boolean {
    const party = rows.party.get(id as string);
    if (!party) return false;
    const reach = objects.client.see;
    if (reach === 'none') return false;
    if (!keyClients && isKey(party) && !worksFor(party, [userId])) return false;
    return reach === 'all' || isReached(reach, party, 'party') || worksFor(party, peopleOf(reach));
  }
  function seesDeal(id: unknown): boolean {
    const deal = rows.deal.get(id as string);
    if (!deal || !seesParty(deal['party_id']) || stages[String(deal['stage_id'])] === 'hide') return false;
    const reach = objects.deal.see;
    if (reach === 'all' || isReached(reach, deal, 'deal')) return true;
    if (reach === 'none') return false;
    return dump['task']!.some((task) => task['deal_id'] === id && peopleOf(reach).includes(String(task['assignee_id'])));
  }
  function seesLead(id: unknown): boolean {
    const lead = rows.lead.get(id as string);
    if (!lead || objects.lead.see === 'none') return false;
    if (lead['party_id'] !== null && !seesParty(lead['party_id'])) return false;
    if (lead['deal_id'] !== null && !seesDeal(lead['deal_id'])) return false;
    return isReached(objects.lead.see, lead, 'lead') || (lead['owner_id'] === null && lead['status'] === 'new');
  }
  function seesTask(id: unknown): boolean {
    const task = rows.task.get(id as string);
    if (!task || !isReached(objects.task.see, task, 'task')) return false;
    if (task['party_id'] !== null && !seesParty(task['party_id'])) return false;
    if (task['deal_id'] !== null && !seesDeal(task['deal_id'])) return false;
    return task['lead_id'] === null || seesLead(task['lead_id']);
  }
  const seen: Record<string, Set<string>> = {};
  const keep = (table: string, sees: (row: Row) => boolean) => {
    seen[table] = new Set(dump[table]!.filter(sees).map((row) => keyOf(table, row)));
  };
  const has = (table: string, id: unknown) => seen[table]!.has(String(id));
  const orNone = (table: string, id: unknown) => id === null || has(table, id);
  keep('party', ({ id }) => seesParty(id));
  keep('deal', ({ id }) => seesDeal(id));
  keep('lead', ({ id }) => seesLead(id));
  keep('task', ({ id }) => seesTask(id));
  keep('link', (row) => has('party', row['contact_id']) && has('party', row['company_id']));
  for (const table of ['activity', 'file']) keep(table, (row) => has('party', row['party_id']) && orNone('deal', row['deal_id']));
  keep('consent', (row) => has('party', row['party_id']));
  keep('deal_contact', (row) => has('deal', row['deal_id']) && has('party', row['party_id']));
  keep('deal_line', (row) => has('deal', row['deal_id']));
  keep('stage_visit', (row) => has('deal', row['deal_id']) && stages[String(row['stage_id'])] !== 'hide');
  for (const table of ['document', 'payment'])
    keep(table, (row) => !isHiddenField('dealMoney') && has('deal', row['deal_id']) && has('party', row['party_id']));
  keep('stage', ({ id }) => stages[String(id)] !== 'hide');
  /** Of what hangs on nobody it is told also when it is gone. */
  const isNamed = (type: unknown, id: unknown) => {
    const table = String(type);
    return table in seen && !never.has(table) ? has(table, id) : !never.has(table);
  };
  keep(
    'notice',
    (row) => row['user_id'] === userId && (row['record_id'] === null || isNamed(row['record_type'], row['record_id'])),
  );
  keep(
    'automation_run',
    (row) => isNamed(row['record_type'], row['record_id']) && orNone('deal', row['deal_id']) && orNone('party', row['party_id']),
  );
  keep('automation_step', (row) => has('automation_run', row['run_id']));
  const seesAllFields = !Object.values(fields).includes('hide');
  keep('conflict', (row) => seesAllFields && isNamed(row['record_type'], row['record_id']));
  // What was done to something while it hung on something else tells of that.
  const hungOn = (row: Row) => {
    const changes = JSON.parse(String(row['changes'] ?? '{}')) as Readonly<Record<string, unknown>>;
    return (['party', 'deal', 'lead'] as const).flatMap((table) => {
      const change = changes[`${table}Id`];
      const before: unknown = Array.isArray(change) ? change[0] : null;
      return typeof before === 'string' && !has(table, before) ? [before] : [];
    });
  };
  const lastHidden = new Map<unknown, number>();
  for (const row of dump['history']!) {
    const seq = Number(row['seq']);
    if (hungOn(row).length > 0) lastHidden.set(row['record_id'], Math.max(seq, lastHidden.get(row['record_id']) ?? 0));
  }
  keep(
    'history',
    (row) => isNamed(row['record_type'], row['record_id']) && Number(row['seq']) > (lastHidden.get(row['record_id']) ?? 0),
  );
  // What an act leaves behind besides records of the shop says nothing of them.
  const telling = dump['history']!.filter((row) => !never.has(String(row['record_type'])));
  const withHistory = new Set(telling.map((row) => row['act_seq']));
  const withHidden = new Set(telling.filter((row) => !has('history', row['seq'])).map((row) => row['act_seq']));
  keep('act', (row) => withHistory.has(row['seq']) && !withHidden.has(row['seq']));

  function may(action: 'edit' | 'delete', table: Governed, id: string): boolean {
    const row = rows[table].get(id);
    const object = table === 'party' ? 'client' : table;
    const reach = (objects[object] as Readonly<Record<string, string>>)[action] ?? 'none';
    if (!row || reach === 'none' || !has(table, id)) return false;
    if (table === 'deal' && stages[String(row['stage_id'])] !== undefined) return false;
    if (table === 'lead' && row['owner_id'] === null && row['status'] === 'new') return true;
    return isReached(reach, row, table);
  }
  const hidden = new Set<string>();
  for (const table of withIds) for (const row of dump[table]!) if (!has(table, row['id'])) hidden.add(String(row['id']));
  return { seen, hidden, team, may, isFieldHidden: (_table, group) => isHiddenField(group) };
}

/** Records of these types are told of to nobody with limits. */
const never: ReadonlySet<string> = new Set(['notice', 'automation_run', 'automation_step', 'conflict', 'api_key']);
const withIds = [
  'party',
  'lead',
  'deal',
  'task',
  'activity',
  'file',
  'link',
  'consent',
  'deal_contact',
  'deal_line',
  'document',
  'payment',
  'notice',
  'automation_run',
  'conflict',
  'stage',
];

function teamOf(users: readonly Row[], me: Row): readonly string[] {
  const team = new Set([me['id']]);
  for (let size = 0; size !== team.size;) {
    size = team.size;
    for (const user of users) if (team.has(user['head_id']!) && user['head_id'] !== null) team.add(user['id']!);
  }
  for (const user of users) if (me['team_id'] !== null && user['team_id'] === me['team_id']) team.add(user['id']!);
  return [...team].map(String);
}
