import { z } from 'zod';
import { operators } from '#shared/filter/operators.ts';

// The one language of conditions: of lists, automations, segments and reports.
// { "all": [{ "field": "kind", "is": "isAnyOf", "value": ["client"] }, { "not": { "any": [...] } }] }

const deepest = 8;
export const mostConditions = 200;

const wordSchema = z.string().max(1000);
const rangeSchema = z.union([
  z.strictObject({ from: z.number(), to: z.number() }),
  z.strictObject({ from: z.iso.date(), to: z.iso.date() }),
]);

/** What the value has to be depends on the operator, and that on the field's type: see validate-filter.ts. */
export const conditionSchema = z.strictObject({
  field: z.string().min(1).max(200),
  is: z.enum(operators),
  value: z.union([wordSchema, z.number(), z.array(wordSchema).max(500), rangeSchema]).optional(),
});
export type Condition = z.infer<typeof conditionSchema>;

export type FilterItem = Condition | Filter | { readonly not: FilterItem };
/** Nothing in `all` lets everything pass. */
export type Filter = { readonly all: readonly FilterItem[] } | { readonly any: readonly FilterItem[] };

interface Level {
  readonly filter: z.ZodType<Filter>;
  readonly item: z.ZodType<FilterItem>;
}

/** Levels are spelt out, so that what nests endlessly is refused as any wrong input is. */
function levelAbove(below: Level | undefined): Level {
  const item: z.ZodType<FilterItem> = below
    ? z.union([conditionSchema, below.filter, z.strictObject({ not: below.item })])
    : conditionSchema;
  const filter = z.union([
    z.strictObject({ all: z.array(item).max(mostConditions) }),
    z.strictObject({ any: z.array(item).min(1).max(mostConditions) }),
  ]);
  return { filter, item };
}

const levels: Level[] = [];
for (let depth = 0; depth < deepest; depth++) levels.push(levelAbove(levels.at(-1)));

export const { filter: filterSchema, item: filterItemSchema } = levelAbove(levels.at(-1));

/** The schemas within {@link filterSchema}, and the names under which a description may tell of all levels at once. */
export const nestedFilterSchemas: ReadonlyMap<unknown, 'Filter' | 'FilterItem'> = new Map(
  levels.flatMap(({ filter, item }) => [
    [filter, 'Filter'] as const,
    ...(item === conditionSchema ? [] : [[item, 'FilterItem'] as const]),
  ]),
);
