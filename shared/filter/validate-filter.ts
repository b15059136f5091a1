import type { FilterCatalogue, FilterField } from '#shared/filter/catalogue.ts';
import { filterKey } from '#shared/filter/filter-key.ts';
import { mostConditions } from '#shared/filter/filter.ts';
import type { Condition, Filter, FilterItem } from '#shared/filter/filter.ts';
import { shapeOf } from '#shared/filter/operators.ts';
import type { ValueShape } from '#shared/filter/operators.ts';

export interface FilterProblem {
  /** Where in the filter: ["all", 0, "field"]. */
  readonly path: readonly (string | number)[];
  readonly code: 'unknownField' | 'wrongOperator' | 'wrongValue' | 'unknownChoice' | 'tooMany';
  /** The field's key. */
  readonly field: string;
}

/** A hundred years; of minutes, ten weeks and more. */
const mostCounted = 36_525;

/** Everything by which a filter can't be asked of records with such fields; none where it can. */
export function validateFilter(filter: Filter, catalogue: FilterCatalogue): readonly FilterProblem[] {
  const found = [...conditionsOf(filter, [])];
  const problems = found.flatMap(({ condition, path }) => problemOf(condition, path, catalogue) ?? []);
  return found.length > mostConditions ? [{ path: [], code: 'tooMany', field: '' }, ...problems] : problems;
}

/** A problem's path as a text: "all.0.field". */
export function pathText({ path }: FilterProblem): string {
  return path.join('.');
}

interface Placed {
  readonly condition: Condition;
  readonly path: FilterProblem['path'];
}

function* conditionsOf(item: FilterItem, path: FilterProblem['path']): Generator<Placed> {
  if ('field' in item) yield { condition: item, path };
  else if ('not' in item) yield* conditionsOf(item.not, [...path, 'not']);
  else {
    const [key, items] = 'all' in item ? (['all', item.all] as const) : (['any', item.any] as const);
    for (const [index, inner] of items.entries()) yield* conditionsOf(inner, [...path, key, index]);
  }
}

function problemOf(condition: Condition, path: FilterProblem['path'], catalogue: FilterCatalogue): FilterProblem | undefined {
  const field = catalogue.get(condition.field);
  const at = (part: keyof Condition, code: FilterProblem['code']) => ({ path: [...path, part], code, field: condition.field });
  if (!field) return at('field', 'unknownField');
  const shape = shapeOf(field.type, condition.is);
  if (shape === undefined) return at('is', 'wrongOperator');
  if (!isOfShape(condition.value, shape, field)) return at('value', 'wrongValue');
  return isChoosable(condition, shape, field) ? undefined : at('value', 'unknownChoice');
}

function isOfShape(value: Condition['value'], shape: ValueShape, field: FilterField): boolean {
  switch (shape) {
    case 'nothing':
      return value === undefined;
    case 'text':
      return typeof value === 'string' && filterKey(value) !== '';
    case 'number':
      return typeof value === 'number';
    case 'count':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= mostCounted;
    case 'day':
      return typeof value === 'string' && isDay(value);
    case 'list':
      return Array.isArray(value) && value.length > 0 && value.every((one) => isListed(one, field));
    default:
      return isRange(value, shape);
  }
}

function isListed(value: unknown, { type }: FilterField): boolean {
  return typeof value === 'string' && (type === 'words' ? filterKey(value) !== '' : value !== '');
}

function isRange(value: Condition['value'], shape: 'numbers' | 'days'): boolean {
  if (typeof value !== 'object' || !('from' in value)) return false;
  const { from, to } = value;
  if (shape === 'numbers') return typeof from === 'number' && typeof to === 'number' && from <= to;
  return typeof from === 'string' && typeof to === 'string' && isDay(from) && isDay(to) && from <= to;
}

/** An ISO date from the year 1 on; the year 0 stands for one that isn't known. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text.startsWith('0000')) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

function isChoosable({ value }: Condition, shape: ValueShape, { choices, isOpen }: FilterField): boolean {
  if (shape !== 'list' || choices === undefined || isOpen || !Array.isArray(value)) return true;
  return value.every((one) => choices.includes(one));
}
