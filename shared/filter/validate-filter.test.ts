import { describe, expect, it } from 'vitest';
import type { FilterField } from '#shared/filter/catalogue.ts';
import { filterSchema } from '#shared/filter/filter.ts';
import type { Condition, Filter, FilterItem } from '#shared/filter/filter.ts';
import { fieldTypes } from '#shared/filter/operators.ts';
import { validateFilter } from '#shared/filter/validate-filter.ts';

const fields: readonly FilterField[] = [
  ...fieldTypes.map((type) => ({ key: type, type, label: '' })),
  { key: 'kind', type: 'choice', label: '', choices: ['client'] },
  { key: 'open', type: 'choice', label: '', choices: ['client'], isOpen: true },
];
const catalogue = new Map(fields.map((field) => [field.key, field]));

function codeOf(condition: Condition): string | undefined {
  return validateFilter({ all: [condition] }, catalogue)[0]?.code;
}

describe('checking a filter', () => {
  it.each([
    [{ field: 'nothing', is: 'isEmpty' }, 'unknownField'],
    [{ field: 'number', is: 'contains', value: '1' }, 'wrongOperator'],
    [{ field: 'number', is: 'equals', value: '1' }, 'wrongValue'],
    [{ field: 'number', is: 'equals' }, 'wrongValue'],
    [{ field: 'number', is: 'between', value: { from: '2026-01-01', to: '2026-01-02' } }, 'wrongValue'],
    [{ field: 'number', is: 'between', value: { from: 2, to: 1 } }, 'wrongValue'],
    [{ field: 'date', is: 'between', value: { from: 1, to: 2 } }, 'wrongValue'],
    [{ field: 'date', is: 'on', value: '2026-02-29' }, 'wrongValue'],
    [{ field: 'date', is: 'on', value: '0000-01-01' }, 'wrongValue'],
    [{ field: 'date', is: 'inLastDays', value: 1.5 }, 'wrongValue'],
    [{ field: 'date', is: 'inLastDays', value: -1 }, 'wrongValue'],
    [{ field: 'date', is: 'isPast' }, 'wrongOperator'],
    [{ field: 'moment', is: 'anniversaryToday' }, 'wrongOperator'],
    [{ field: 'moment', is: 'today', value: '2026-01-01' }, 'wrongValue'],
    [{ field: 'text', is: 'contains', value: ' ?! ' }, 'wrongValue'],
    [{ field: 'words', is: 'hasAnyOf', value: [] }, 'wrongValue'],
    [{ field: 'words', is: 'hasAnyOf', value: ['...'] }, 'wrongValue'],
    [{ field: 'record', is: 'isAnyOf', value: 'me' }, 'wrongValue'],
    [{ field: 'kind', is: 'isAnyOf', value: ['friend'] }, 'unknownChoice'],
    [{ field: 'open', is: 'isAnyOf', value: ['friend'] }, undefined],
    [{ field: 'date', is: 'on', value: '2028-02-29' }, undefined],
    [{ field: 'words', is: 'hasAnyOf', value: ['🔴'] }, undefined],
  ] as readonly (readonly [Condition, string | undefined])[])('%j: %s', (condition, code) => {
    expect(codeOf(condition)).toBe(code);
  });

  it('says where each problem is', () => {
    const filter: Filter = {
      all: [
        {
          not: {
            any: [
              { field: 'boolean', is: 'isTrue' },
              { field: 'gone', is: 'isTrue' },
            ],
          },
        },
      ],
    };
    expect(validateFilter(filter, catalogue)).toEqual([
      { path: ['all', 0, 'not', 'any', 1, 'field'], code: 'unknownField', field: 'gone' },
    ]);
  });

  it('counts the conditions of all levels', () => {
    const hundred = { any: Array.from({ length: 100 }, (): FilterItem => ({ field: 'boolean', is: 'isTrue' })) };
    expect(validateFilter({ all: [hundred, hundred] }, catalogue)).toEqual([]);
    expect(validateFilter({ all: [hundred, hundred, { field: 'boolean', is: 'isTrue' }] }, catalogue)).toEqual([
      { path: [], code: 'tooMany', field: '' },
    ]);
  });
});

describe('the shape of a filter', () => {
  it.each([
    ['{"all":[]}', true],
    ['{"any":[]}', false],
    ['{"all":[],"any":[]}', false],
    ['{}', false],
    ['{"all":[{"field":"a","is":"isEmpty"},{"not":{"field":"a","is":"is","value":"b"}}]}', true],
    ['{"all":[{"field":"a","is":"LIKE","value":"b"}]}', false],
    ['{"all":[{"field":"a","is":"is","value":"b","or":1}]}', false],
  ])('%s: %s', (json, isFilter) => {
    expect(filterSchema.safeParse(JSON.parse(json)).success).toBe(isFilter);
  });

  it('nests eight deep, and is refused where it nests endlessly', () => {
    const nested = (depth: number) => `{"all":[${'{"not":'.repeat(depth)}{"field":"a","is":"isEmpty"}${'}'.repeat(depth)}]}`;
    const isFilter = (json: string) => filterSchema.safeParse(JSON.parse(json)).success;
    expect([8, 9, 100_000].map((depth) => isFilter(nested(depth)))).toEqual([true, false, false]);
  });
});
