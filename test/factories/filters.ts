import fc from 'fast-check';
import type { FilterCatalogue, FilterField } from '#shared/filter/catalogue.ts';
import type { Condition, Filter, FilterItem } from '#shared/filter/filter.ts';
import { operatorsOf } from '#shared/filter/operators.ts';
import type { Operator, ValueShape } from '#shared/filter/operators.ts';

/** Few values that differ in what people don't mind, and some that only look alike. */
export const texts = [
  'Ana',
  'ÁNA',
  'ana ruiz',
  'Ruiz, Ana',
  'Ёлка',
  'елка',
  'Πάολα',
  'παολα',
  '🔴 vip',
  '🟢 VIP',
  'vip',
  'A+',
  'a',
  '50%',
  "'",
];
export const numbers = [-1.5, 0, 1, 2, 1e15, 2 ** 60, 0.1 + 0.2, 0.3];
export const days = [
  '1980-02-29',
  '1999-12-31',
  '2024-02-28',
  '2026-03-29',
  '2026-11-21',
  '2026-11-22',
  '2026-11-23',
  '2027-01-02',
];
const minute = 60_000;
/** Half past noon in Madrid on 22 November 2026. */
export const now = Date.UTC(2026, 10, 22, 11, 30);
/** Around now, and around midnights in Madrid, of which one has a clock put forward behind it. */
export const moments = [
  now - 31 * minute,
  now - minute,
  now,
  now + minute,
  Date.UTC(2026, 10, 21, 22, 59, 59, 999),
  Date.UTC(2026, 10, 21, 23),
  Date.UTC(2026, 2, 28, 23),
  Date.UTC(2026, 2, 29, 22),
];

/** Any valid filter of a catalogue. */
export function anyFilter(catalogue: FilterCatalogue): fc.Arbitrary<Filter> {
  const condition = fc.constantFrom(...catalogue.values()).chain((field) => fc.oneof(...conditionsOf(field)));
  const { filter } = fc.letrec<{ item: FilterItem; filter: Filter }>((tie) => ({
    item: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      condition,
      tie('filter'),
      tie('item').map((item) => ({ not: item })),
    ),
    filter: fc.oneof(
      fc.array(tie('item'), { maxLength: 3 }).map((all) => ({ all })),
      fc.array(tie('item'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    ),
  }));
  return filter;
}

/** Any valid condition of a field, with each of its operators. */
export function conditionsOf(field: FilterField): readonly fc.Arbitrary<Condition>[] {
  const shapes = Object.entries(operatorsOf[field.type]) as [Operator, ValueShape][];
  return shapes.map(([is, shape]) =>
    valueOf(shape, field).map((value) => ({ field: field.key, is, ...(value !== undefined && { value }) })),
  );
}

function valueOf(shape: ValueShape, { choices, record }: FilterField): fc.Arbitrary<Condition['value']> {
  const known: readonly string[] =
    choices ?? (record === undefined ? texts.filter((text) => text !== "'") : ['me', 'u1', 'u2', 'nobody']);
  switch (shape) {
    case 'nothing':
      return fc.constant(undefined);
    case 'text':
      return fc.constantFrom('an', 'ÁNA', 'ruiz', 'ελ', 'ЕЛ', 'vip', '🔴', 'a+', 'παο', '61', '+34');
    case 'number':
      return fc.constantFrom(...numbers);
    case 'count':
      return fc.constantFrom(0, 1, 2, 30, 364, 400, 36_525);
    case 'day':
      return fc.constantFrom(...days, '0001-01-01', '9999-12-31');
    case 'list':
      return fc.oneof(
        { weight: 5, arbitrary: fc.array(fc.constantFrom(...known), { minLength: 1, maxLength: 3 }) },
        fc.constant<string[]>([...known, ...(choices ? [] : Array.from({ length: 30 }, (_, index) => `x${index}`))]),
      );
    case 'numbers':
      return range(numbers);
    case 'days':
      return range([...days, '9999-12-31']);
  }
}

function range<Value extends string | number>(values: readonly Value[]): fc.Arbitrary<Condition['value']> {
  return fc
    .tuple(fc.constantFrom(...values), fc.constantFrom(...values))
    .map(([one, other]) => (one <= other ? { from: one, to: other } : { from: other, to: one }) as Condition['value']);
}
