import { compileTest } from '#core/filter/compile-test.ts';
import type { FieldSql, Sql } from '#core/filter/compile-test.ts';
import { customSql } from '#core/filter/custom-values.ts';
import { filterableNamed } from '#core/filter/filterable.ts';
import { catalogueOf } from '#shared/filter/catalogue.ts';
import type { CustomFieldShape, FilterCatalogue, FilterField } from '#shared/filter/catalogue.ts';
import type { Filter, FilterItem } from '#shared/filter/filter.ts';
import { resolveCondition } from '#shared/filter/resolve-condition.ts';
import type { FilterContext } from '#shared/filter/resolve-condition.ts';
import { validateFilter } from '#shared/filter/validate-filter.ts';
import type { FilterProblem } from '#shared/filter/validate-filter.ts';

export interface CompileContext extends FilterContext {
  readonly customFields: readonly CustomFieldShape[];
  /** What the entity's table goes by in the query; the table's own name where left out. */
  readonly row?: string;
}

/** A condition for WHERE: true for what passes, false or NULL for what doesn't. Parameters stand for its `?` in order. */
export type CompiledFilter = Sql;

export type CompileOutcome =
  | ({ readonly type: 'compiled' } & CompiledFilter)
  | { readonly type: 'refused'; readonly problems: readonly FilterProblem[] };

/**
 * Makes a filter into SQL, as of `now`: days and "me" are worked out here, so that equal SQL and parameters are equal answers
 * until something is saved.
 */
export function compileFilter(filter: Filter, entity: string, context: CompileContext): CompileOutcome {
  const catalogue = catalogueOf(filterableNamed(entity).entity, context.customFields);
  const problems = validateFilter(filter, catalogue);
  if (problems.length > 0) return { type: 'refused', problems };
  return { type: 'compiled', ...compileItem(filter, { entity, catalogue, context }) };
}

interface Compiling {
  readonly entity: string;
  readonly catalogue: FilterCatalogue;
  readonly context: CompileContext;
}

function compileItem(item: FilterItem, compiling: Compiling): Sql {
  if ('field' in item) {
    const field = compiling.catalogue.get(item.field) as FilterField;
    const { check, negated } = resolveCondition(item, field, compiling.context);
    const sql = compileTest(check, field, fieldSqlOf(field, compiling));
    return negated ? negate(sql) : sql;
  }
  if ('not' in item) return negate(compileItem(item.not, compiling));
  const [items, word] = 'all' in item ? [item.all, ' AND '] : [item.any, ' OR '];
  if (items.length === 0) return { sql: 'true', parameters: [] };
  const parts = items.map((part) => compileItem(part, compiling));
  return { sql: `(${parts.map(({ sql }) => sql).join(word)})`, parameters: parts.flatMap(({ parameters }) => parameters) };
}

/** NULL is no: what doesn't pass for want of a value passes its negation. AND and OR keep NULL and false alike by themselves. */
function negate({ sql, parameters }: Sql): Sql {
  return { sql: `NOT ifnull(${sql}, false)`, parameters };
}

function fieldSqlOf({ key, type }: FilterField, { entity, context }: Compiling): FieldSql {
  const { fields, customs, table } = filterableNamed(entity);
  const row = context.row ?? table;
  const field = fields[key];
  if (field) return { value: field.sql(row), ...(field.element && { element: field.element }) };
  const [prefix = '', custom] = Object.entries(customs).find(([start]) => key.startsWith(start)) ?? [];
  if (!custom) throw new Error(`no custom fields under ${key}`);
  return { value: customSql(custom.sql(row), key.slice(prefix.length), type) };
}
