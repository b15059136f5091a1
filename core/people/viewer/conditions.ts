import type { Limits } from '#shared/people/permission.ts';
import { reaches as allReaches } from '#shared/people/rights.ts';
import type { Governed, GovernedAction, Reach } from '#shared/people/rights.ts';

// What somebody's rights reach, as conditions of SQL on the tables as they are in the file. Lists, cards, searches, counts and
// files are narrowed by them through views (see views.ts), and single records are asked of before they are written (guard.ts).

/** True of every row, or of none. */
export const everything = '1';
export const nothing = '0';

/** Conditions on a row of a table; `row` is its name or alias in the statement. */
export interface Conditions {
  sees(table: GovernedTable, row: string): string;
  /** Of a task that hangs on a deal which is seen: the deal's name or alias comes second. */
  seesTaskOf(deal: string, row: string): string;
  may(action: Exclude<GovernedAction, 'see'>, table: GovernedTable, row: string): string;
  /**
   * A SELECT of the rowids of the deals that are seen, and of some that aren't: those who work on them are asked for them through indexes.
   * Null where that is no shorter way than to ask of each deal.
   */
  readonly dealsInReach: string | null;
}

export type GovernedTable = 'party' | 'lead' | 'deal' | 'task';

/** What the rows of a table are called where rights are given. */
export const objectOf: Readonly<Record<GovernedTable, Governed>> = { party: 'client', lead: 'lead', deal: 'deal', task: 'task' };
const ownersOf: Readonly<Record<GovernedTable, readonly string[]>> = {
  party: ['owner_id'],
  lead: ['owner_id'],
  deal: ['owner_id'],
  task: ['assignee_id', 'author_id'],
};

/** @param limits of whoever asks */
export function conditionsOf({ userId, teamIds, branchId, rights }: Limits): Conditions {
  const { objects, keyClients, stages } = rights;
  const own = [userId];

  function reachOf(table: GovernedTable, action: GovernedAction): Reach {
    const reaches: Readonly<Record<string, Reach>> = objects[objectOf[table]];
    return reaches[action] ?? 'none';
  }
  function isOf(people: readonly string[], table: GovernedTable, row: string): string {
    return any(ownersOf[table].map((column) => `${row}.${column} ${among(people)}`));
  }
  function reaches(reach: Reach, table: GovernedTable, row: string): string {
    switch (reach) {
      case 'all':
        return everything;
      case 'none':
        return nothing;
      case 'own':
        return isOf(own, table, row);
      case 'team':
        return isOf(teamIds, table, row);
      case 'branch':
        return any([`${row}.branch_id IS ${branchId === null ? 'NULL' : text(branchId)}`, isOf(teamIds, table, row)]);
    }
  }
  /** Whoever has a deal or a task to do has to see for whom. */
  function isAtWorkFor(people: readonly string[], row: string): string {
    return any([
      isOf(people, 'party', row),
      `EXISTS (SELECT 1 FROM main.deal work WHERE work.party_id = ${row}.id AND work.owner_id ${among(people)})`,
      `EXISTS (SELECT 1 FROM main.task work WHERE work.party_id = ${row}.id AND work.assignee_id ${among(people)})`,
    ]);
  }
  function seesParty(row: string): string {
    const reach = reachOf('party', 'see');
    const reached =
      reach === 'own' || reach === 'team'
        ? isAtWorkFor(reach === 'own' ? own : teamIds, row)
        : reach === 'branch'
          ? any([reaches(reach, 'party', row), isAtWorkFor(teamIds, row)])
          : reaches(reach, 'party', row);
    if (keyClients) return reached;
    const isKey = `(${row}.is_key = 1 OR EXISTS (SELECT 1 FROM main.link of_key JOIN main.party key_company
      ON key_company.id = of_key.company_id WHERE of_key.contact_id = ${row}.id AND key_company.is_key = 1))`;
    return all([reached, any([`NOT ${isKey}`, isAtWorkFor(own, row)])]);
  }
  function seesDeal(row: string): string {
    const reach = reachOf('deal', 'see');
    const people = reach === 'own' ? own : teamIds;
    const isAtWork = `EXISTS (SELECT 1 FROM main.task work WHERE work.deal_id = ${row}.id AND work.assignee_id ${among(people)})`;
    const isReached = reaches(reach, 'deal', row);
    const hidden = Object.keys(stages).filter((stage) => stages[stage] === 'hide');
    const seesClient = parent('party', `${row}.party_id`, seesParty);
    const isOwnersClientSeen = (reach === 'own' || (reach === 'team' && keyClients)) && isAtLeast(reachOf('party', 'see'), reach);
    return all([
      hidden.length > 0 ? `NOT ${row}.stage_id ${among(hidden)}` : everything,
      any([
        all([isReached, isOwnersClientSeen ? everything : seesClient]),
        reach === 'all' || reach === 'none' ? nothing : all([isAtWork, seesClient]),
      ]),
    ]);
  }
  function seesLead(row: string): string {
    const reach = reachOf('lead', 'see');
    const isReached = reaches(reach, 'lead', row);
    // A new request that is nobody's yet is for whoever takes it.
    const isFree = `(${row}.owner_id IS NULL AND ${row}.status = 'new')`;
    return all([
      reach === 'all' || reach === 'none' ? isReached : any([isReached, isFree]),
      optionalParent('party', `${row}.party_id`, seesParty),
      optionalParent('deal', `${row}.deal_id`, seesDeal),
    ]);
  }
  function seesTask(row: string): string {
    return all([
      reaches(reachOf('task', 'see'), 'task', row),
      optionalParent('party', `${row}.party_id`, seesParty),
      optionalParent('deal', `${row}.deal_id`, seesDeal),
      optionalParent('lead', `${row}.lead_id`, seesLead),
    ]);
  }
  /** Whoever sees a deal sees its client. */
  function seesTaskOf(deal: string, row: string): string {
    return all([
      reaches(reachOf('task', 'see'), 'task', row),
      any([`${row}.party_id = ${deal}.party_id`, optionalParent('party', `${row}.party_id`, seesParty)]),
      optionalParent('lead', `${row}.lead_id`, seesLead),
    ]);
  }
  function dealsOf(people: readonly string[]): string {
    return `SELECT seq FROM main.deal WHERE owner_id ${among(people)}
      UNION ALL SELECT of_work.seq FROM main.task work CROSS JOIN main.deal of_work ON of_work.id = work.deal_id
      WHERE work.assignee_id ${among(people)}`;
  }
  const inReach = { none: null, own: dealsOf(own), team: dealsOf(teamIds), branch: null, all: null };
  const seeing = { party: seesParty, lead: seesLead, deal: seesDeal, task: seesTask };
  return {
    sees: (table, row) => seeing[table](row),
    seesTaskOf,
    dealsInReach: inReach[reachOf('deal', 'see')],
    may(action, table, row) {
      const closed = Object.keys(stages);
      const isOpen = table === 'deal' && closed.length > 0 ? `NOT ${row}.stage_id ${among(closed)}` : everything;
      const isFree = table === 'lead' && action === 'edit' ? `(${row}.owner_id IS NULL AND ${row}.status = 'new')` : nothing;
      const reach = reachOf(table, action);
      const reached = reach === 'none' ? nothing : any([reaches(reach, table, row), isFree]);
      return all([reached, isOpen, seeing[table](row)]);
    },
  };
}

/** A row hangs on one of another table, which has to be seen. */
export function parent(table: GovernedTable, id: string, sees: (row: string) => string): string {
  const condition = sees(`of_${table}`);
  if (condition === everything) return everything;
  return `EXISTS (SELECT 1 FROM main.${table} of_${table} WHERE of_${table}.id = ${id} AND ${condition})`;
}

/** The same where the row may hang on none. */
export function optionalParent(table: GovernedTable, id: string, sees: (row: string) => string): string {
  const condition = parent(table, id, sees);
  return condition === everything ? everything : `(${id} IS NULL OR ${condition})`;
}

export function all(conditions: readonly string[]): string {
  if (conditions.includes(nothing)) return nothing;
  const parts = conditions.filter((condition) => condition !== everything);
  return parts.length === 0 ? everything : `(${parts.join(' AND ')})`;
}

export function any(conditions: readonly string[]): string {
  if (conditions.includes(everything)) return everything;
  const parts = conditions.filter((condition) => condition !== nothing);
  return parts.length === 0 ? nothing : `(${parts.join(' OR ')})`;
}

function isAtLeast(one: Reach, other: Reach): boolean {
  return allReaches.indexOf(one) >= allReaches.indexOf(other);
}

/** A text as SQL: views can't have parameters. */
export function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

function among(values: readonly string[]): string {
  return `IN (${values.map(text).join(', ')})`;
}
