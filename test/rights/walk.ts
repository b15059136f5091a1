import type { z } from 'zod';
import { dealFilterEntity } from '#shared/deal/filter-entity.ts';
import { leadFilterEntity } from '#shared/lead/filter-entity.ts';
import { partyFilterEntity } from '#shared/party/filter-entity.ts';
import { taskFilterEntity } from '#shared/task/filter-entity.ts';
import { operatorsOf } from '#shared/filter/operators.ts';
import type { Condition, Filter } from '#shared/filter/filter.ts';
import type { NamedProcedure } from '#test/api/walk-contract.ts';
import { sampleInput } from '#test/api/sample-input.ts';
import type { Model } from '#test/rights/naive-model.ts';
import type { Dump } from '#test/rights/dump.ts';
import type { MarkedShop } from '#test/rights/shop.ts';

/** What inputs are made of. */
export interface Pool {
  readonly shop: MarkedShop;
  readonly dump: Dump;
  readonly model: Model;
  readonly roll: (sides: number) => number;
}

/** What an id at a place of an input is of, by its name. */
const tableOf: Readonly<Record<string, string>> = {
  partyId: 'party',
  contactId: 'party',
  companyId: 'party',
  exceptId: 'party',
  dealId: 'deal',
  leadId: 'lead',
  taskId: 'task',
  activityId: 'activity',
  basedOn: 'document',
  documentId: 'document',
  stageId: 'stage',
  actId: 'act',
};
/** What `id` is of, by the feature. */
const ofFeature: Readonly<Record<string, string>> = {
  contact: 'party',
  company: 'party',
  party: 'party',
  link: 'link',
  activity: 'activity',
  file: 'file',
  deal: 'deal',
  lead: 'lead',
  task: 'task',
  document: 'document',
  payment: 'payment',
  history: 'act',
  notice: 'notice',
  conflict: 'conflict',
  privacy: 'party',
  branch: 'party',
  report: 'party',
};
const ofParties = new Set(['activity.ofParty', 'file.ofParty', 'file.attach', 'history.ofParty', 'link.ofParty']);

/** An input for a procedure: with ids of what is seen and of what isn't, and words of both. */
export function anyInput({ name, path, procedure }: NamedProcedure, pool: Pool): unknown {
  const schema = procedure['~orpc'].inputSchema as z.ZodType | undefined;
  if (!schema) return undefined;
  const { roll } = pool;
  const feature = path[0] ?? '';
  const fill = (key: string, at: z.ZodType) => {
    const { type } = at._zod.def;
    if (key === 'where' && type === 'union') return roll(2) ? anyFilter(feature, pool) : { all: [] };
    if (key === 'offset') return 0;
    if (key === 'limit' || key === 'perColumn') return 200;
    if (type !== 'string' && type !== 'template_literal') return undefined;
    if (key === 'id' || key === 'ids')
      return idOf(
        name === 'privacy.removeConsent' ? 'consent' : ofParties.has(name) ? 'party' : (ofFeature[feature] ?? 'party'),
        pool,
      );
    const table = tableOf[key];
    if (table) return idOf(table, pool);
    if (key === 'pipelineId') return pool.dump['stage']![roll(pool.dump['stage']!.length)]!['pipeline_id'];
    if (/^(ownerId|assigneeId|userIds?|headId|authorId)$/.test(key)) return pool.shop.users[roll(pool.shop.users.length)];
    if (key === 'branchId') return pool.shop.branches[roll(2)];
    if (key === 'currency') return 'EUR';
    if (/^(from|to|day|date|paidOn|saidOn|expectedClose|birthday|validUntil)$/.test(key))
      return key === 'from' ? '2026-10-01' : '2026-11-22';
    if (key === 'timeZone') return 'Europe/Madrid';
    if (key === 'field') return undefined;
    return anyWord(pool);
  };
  const { value } = sampleInput(schema, fill, roll);
  return wide(value, name, roll);
}

/** Filters that would leave almost nothing are left out more often than not. */
function wide(value: unknown, name: string, roll: (sides: number) => number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const input = value as Record<string, unknown>;
  const { filter } = input;
  if (typeof filter === 'object' && filter !== null)
    input['filter'] = Object.fromEntries(Object.entries(filter).filter(([key]) => roll(3) === 0 || key === 'where'));
  if (name === 'lead.list') for (const key of ['status', 'ownerId', 'partyId', 'text']) if (roll(2)) delete input[key];
  if (name === 'task.calendar') Object.assign(input, { from: Date.UTC(2026, 9, 1), to: Date.UTC(2027, 0, 1) });
  return input;
}

/** Of something seen, of something that isn't, or of nothing. */
export function idOf(table: string, { dump, model, roll, shop }: Pool): string {
  const rows = dump[table] ?? [];
  const ids = rows.map((row) => String(row['id']));
  const isSeen = (id: string) =>
    table === 'act' ? model.seen['act']!.has(String(rows.find((row) => row['id'] === id)?.['seq'])) : model.seen[table]?.has(id);
  const chosen = ids.filter((id) => (roll(2) === 0) === (isSeen(id) ?? true));
  const pool = chosen.length > 0 && roll(12) > 0 ? chosen : [...ids, ...shop.purged];
  return pool[roll(pool.length)] ?? '00000000-0000-7000-8000-000000000000';
}

/** A word of something that is kept, or a piece of one. */
function anyWord({ shop: { marks }, roll }: Pool): string {
  const [value] = marks.all[roll(marks.all.length)]!;
  const piece = roll(4) === 0 ? value.slice(0, -1) : value;
  return roll(6) === 0 ? `+34 ${piece}` : piece;
}

const entities = [partyFilterEntity, dealFilterEntity, leadFilterEntity, taskFilterEntity];

/** A condition or two on any field there is. */
function anyFilter(feature: string, pool: Pool): Filter {
  const { roll } = pool;
  const entity = entities.find(({ name }) => name === feature) ?? partyFilterEntity;
  const keys = [...Object.keys(entity.fields), 'custom.size'];
  const condition = (): Condition => {
    const field = keys[roll(keys.length)]!;
    const definition = (
      entity.fields as Readonly<
        Record<string, { readonly type: string; readonly record?: string; readonly choices?: readonly string[] }>
      >
    )[field] ?? { type: 'text' };
    const shapes = Object.entries(operatorsOf[definition.type as keyof typeof operatorsOf] as Readonly<Record<string, string>>);
    const [is, shape] = shapes[roll(shapes.length)]!;
    const words = definition.choices
      ? [definition.choices[roll(definition.choices.length)]!]
      : [definition.record ? (pool.shop.users[roll(5)] ?? '') : anyWord(pool)];
    const values: Readonly<Record<string, unknown>> = {
      nothing: undefined,
      text: words[0],
      number: 1_000_000 + roll(900_000),
      count: 30,
      day: '2026-11-20',
      list: words,
      numbers: { from: 1, to: 2_000_000 },
      days: { from: '1900-01-01', to: '1912-01-01' },
    };
    const value = values[shape];
    return { field, is, ...(value !== undefined && { value }) } as Condition;
  };
  return roll(3) === 0 ? { any: [condition(), { not: condition() }] } : { all: [condition()] };
}
