import type { z } from 'zod';
import { compileWhere } from '#core/filter/compile-where.ts';
import { dealsInReach } from '#core/people/viewer/in-reach.ts';
import type { Store } from '#core/records/store.ts';
import type { dealFilterSchema } from '#shared/deal/contract.ts';
import type { FilterProblem } from '#shared/filter/validate-filter.ts';
import type { Actor } from '#shared/people/permission.ts';
import { foldWords } from '#shared/text/fold-text.ts';

export type DealFilter = z.infer<typeof dealFilterSchema>;

/** A condition for WHERE on the table of deals. */
export interface Conditions {
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
}

export type ConditionsOutcome =
  | ({ readonly type: 'compiled' } & Conditions)
  | { readonly type: 'refused'; readonly problems: readonly FilterProblem[] };

export interface Asking {
  readonly store: Store;
  /** Whom "me" stands for. */
  readonly actor: Actor;
}

/** Deals that fit everything given; unless the bin is asked for, those in use. */
export function compileDealFilter(filter: DealFilter, asking: Asking): ConditionsOutcome {
  const parts: Conditions[] = [{ sql: `deal.deleted_at IS ${filter.deleted ? 'NOT ' : ''}NULL`, parameters: [] }];
  const inReach = dealsInReach(asking.store.db);
  if (inReach !== null) parts.push({ sql: inReach, parameters: [] });
  for (const [field, column] of plainColumns) {
    const value = filter[field];
    if (value !== undefined) parts.push({ sql: `deal.${column} = ?`, parameters: [value] });
  }
  if (filter.partyId !== undefined)
    parts.push({
      sql: '(deal.party_id = ? OR deal.id IN (SELECT deal_id FROM deal_contact WHERE party_id = ?))',
      parameters: [filter.partyId, filter.partyId],
    });
  for (const word of foldWords(filter.text ?? '')) parts.push(wordCondition(word));
  if (filter.where) {
    const where = compileWhere(filter.where, { ...asking, entity: 'deal' });
    if (where.type === 'refused') return where;
    parts.push(where);
  }
  return {
    type: 'compiled',
    sql: parts.map(({ sql }) => sql).join(' AND '),
    parameters: parts.flatMap(({ parameters }) => parameters),
  };
}

const plainColumns = [
  ['pipelineId', 'pipeline_id'],
  ['stageId', 'stage_id'],
  ['status', 'status'],
  ['ownerId', 'owner_id'],
] as const;

/** The word begins one of the title's or of the client's name; a client without one is called by a phone, which may be hidden. */
function wordCondition(word: string): Conditions {
  return {
    sql: `deal.seq IN (SELECT rowid FROM deal_text WHERE deal_text MATCH ? UNION ALL
      SELECT of_client.seq FROM party_text CROSS JOIN party ON party.seq = party_text.rowid
        CROSS JOIN deal of_client ON of_client.party_id = party.id WHERE party_text MATCH ? AND party.title <> '')`,
    parameters: [`"${word}" *`, `name : "${word}" *`],
  };
}
