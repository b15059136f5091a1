import type { CompiledFilter } from '#core/filter/compile-filter.ts';
import type { PartyFilter, PartySort } from '#shared/party/contract.ts';

export interface OrderQuery {
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
}

/** Sorts that an index of the table gives without sorting. */
const indexedSorts: Readonly<Record<string, string>> = { title: 'sort_key', createdAt: 'created_at', updatedAt: 'updated_at' };

const otherSorts: Readonly<Record<string, string>> = {
  kind: 'kind',
  company:
    '(SELECT company.sort_key FROM link JOIN party company ON company.id = link.company_id WHERE link.contact_id = party.id LIMIT 1)',
  phone: "coalesce(phones ->> '$[0].e164', phones ->> '$[0].raw')",
  email: "lower(emails ->> '$[0].address')",
  // Nearly always the first address has it, and going through them all costs twice as much.
  city: `coalesce(nullif(addresses ->> '$[0].city', ''),
    (SELECT value ->> 'city' FROM json_each(addresses) WHERE value ->> 'city' <> '' LIMIT 1)) COLLATE NOCASE`,
  tags: "tags ->> '$[0]' COLLATE NOCASE",
  taxId: 'tax_id',
  source: 'source COLLATE NOCASE',
  birthday: 'birthday',
  deletedAt: 'deleted_at',
};

export interface OrderRequest {
  readonly filter: PartyFilter;
  readonly sort: PartySort;
  /** What has to hold besides, of the table party. */
  readonly where?: CompiledFilter | undefined;
}

/** The query that gives the rowids of all parties that pass a filter, in order; those without a value come last. */
export function orderQuery({ filter, sort, where }: OrderRequest): OrderQuery {
  const { conditions, parameters } = conditionsOf(filter, where);
  const descending = sort.direction === 'descending' ? ' DESC' : '';
  const indexed = indexedSorts[sort.field];
  if (indexed !== undefined && !filter.deleted) {
    const types = filter.type ? [filter.type] : ['contact', 'company'];
    const one = `SELECT seq, ${indexed} FROM party WHERE ${['type = ?', 'deleted_at IS NULL', ...conditions].join(' AND ')}`;
    return {
      sql: `${types.map(() => one).join(' UNION ALL ')} ORDER BY ${indexed}${descending}, seq${descending}`,
      parameters: types.flatMap((type) => [type, ...parameters]),
    };
  }
  const all = [
    filter.deleted ? 'deleted_at IS NOT NULL' : 'deleted_at IS NULL',
    ...(filter.type ? ['type = ?'] : []),
    ...conditions,
  ];
  const custom = sort.field.startsWith('custom.') ? `custom ->> ?` : undefined;
  const key = custom ?? indexed ?? otherSorts[sort.field] ?? 'sort_key';
  const sortParameters = custom ? [`$.${JSON.stringify(sort.field.slice('custom.'.length))}`] : [];
  return {
    sql: `SELECT seq FROM (SELECT seq, ${key} AS sorted FROM party WHERE ${all.join(' AND ')})
      ORDER BY (sorted IS NULL OR sorted = ''), sorted${descending}, seq${descending}`,
    parameters: [...sortParameters, ...(filter.type ? [filter.type] : []), ...parameters],
  };
}

function conditionsOf(filter: PartyFilter, where: CompiledFilter | undefined) {
  const conditions: string[] = [];
  const parameters: (string | number)[] = [];
  function add(condition: string, value: string | undefined) {
    if (value === undefined) return;
    conditions.push(condition);
    parameters.push(value);
  }
  add('kind = ?', filter.kind);
  add('seq IN (SELECT party_seq FROM party_tag WHERE tag = ?)', filter.tag);
  add('seq IN (SELECT party_seq FROM party_group WHERE name = ?)', filter.group);
  add("EXISTS (SELECT 1 FROM json_each(addresses) WHERE value ->> 'city' = ? COLLATE NOCASE)", filter.city);
  add('owner_id = ?', filter.ownerId);
  add('id IN (SELECT record_id FROM history JOIN act ON act.seq = history.act_seq WHERE act.id = ?)', filter.actId);
  if (where) {
    conditions.push(where.sql);
    parameters.push(...where.parameters);
  }
  return { conditions, parameters };
}
