import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { connect } from '#core/database/connection.ts';
import { compileFilter } from '#core/filter/compile-filter.ts';
import { defineFilterable } from '#core/filter/filterable.ts';
import type { FilterableField } from '#core/filter/filterable.ts';
import { readerOf } from '#core/filter/read-record.ts';
import { throughRecord } from '#core/filter/through-record.ts';
import { catalogueOf, through } from '#shared/filter/catalogue.ts';
import type { CustomFieldShape, FilterEntity } from '#shared/filter/catalogue.ts';
import { prepareFilter } from '#shared/filter/evaluate.ts';
import type { Condition, Filter } from '#shared/filter/filter.ts';
import { operatorsOf } from '#shared/filter/operators.ts';
import { anyFilter, conditionsOf, days, moments, now, numbers, texts } from '#test/factories/filters.ts';

interface Thing {
  readonly id: string;
  readonly parentId: string | null;
  readonly text: string;
  readonly number: number | null;
  readonly money: number | null;
  readonly date: string | null;
  readonly moment: number | null;
  readonly choice: string | null;
  readonly words: readonly string[];
  readonly yes: boolean | null;
  readonly user: string | null;
  readonly custom: Readonly<Record<string, unknown>>;
}

const thingEntity = {
  name: 'thing',
  fields: {
    text: { type: 'text', label: '' },
    code: { type: 'text', label: '', isCompact: true },
    number: { type: 'number', label: '' },
    money: { type: 'money', label: '' },
    date: { type: 'date', label: '' },
    moment: { type: 'moment', label: '' },
    choice: { type: 'choice', label: '', choices: ['one', 'two'] },
    words: { type: 'words', label: '' },
    yes: { type: 'boolean', label: '' },
    user: { type: 'record', label: '', record: 'user' },
  },
  customPrefixes: ['custom.'],
} as const satisfies FilterEntity;

const customFields: readonly CustomFieldShape[] = (
  ['text', 'number', 'money', 'date', 'yesNo', 'choice', 'multiChoice', 'phone'] as const
).map((type) => ({ key: `o'${type} ñ`, label: type, type, options: ['Ana', 'vip'] }));

function plain(field: keyof Thing): FilterableField<Thing> {
  return { sql: (thing) => `${thing}.${field}`, read: (thing) => thing[field] };
}

const thingFilterable = defineFilterable<Thing>({
  entity: thingEntity,
  table: 'thing',
  fields: {
    text: plain('text'),
    code: plain('text'),
    number: plain('number'),
    money: plain('money'),
    date: plain('date'),
    moment: plain('moment'),
    choice: plain('choice'),
    words: plain('words'),
    yes: plain('yes'),
    user: plain('user'),
  },
  customs: { 'custom.': { sql: (thing) => `${thing}.custom`, read: (thing) => thing.custom } },
});

const parent = throughRecord<Thing, Thing>('parent', thingFilterable, {
  id: (thing) => `${thing}.parentId`,
  find: (thing) => things.find(({ id }) => id === thing.parentId),
});
const childEntity: FilterEntity = { name: 'child', ...through('parent', thingEntity) };
defineFilterable<Thing>({ entity: childEntity, table: 'thing', ...parent });

const maybe = <Value>(values: readonly Value[]) => fc.option(fc.constantFrom(...values), { freq: 3 });
const customValue = fc.oneof(
  fc.constantFrom<unknown>(...texts, ...numbers, ...days, true, false, '', 'soon', [], ['vip', ''], ['Ana', 3], [null, 'A+']),
);
/** The same things each time, so that a failure is found again. */
const things: readonly Thing[] = fc
  .sample(
    fc.record({
      text: fc.constantFrom('', ...texts),
      number: maybe(numbers),
      money: maybe([0, 100, -5]),
      date: maybe(['', ...days, '0000-11-25', '0000-02-29']),
      moment: maybe(moments),
      choice: maybe(['one', 'two']),
      words: fc.array(fc.constantFrom('', ...texts), { maxLength: 3 }),
      yes: maybe([true, false]),
      user: maybe(['u1', 'u2']),
      custom: fc.array(fc.tuple(fc.constantFrom(...customFields.map(({ key }) => key)), customValue)).map(Object.fromEntries),
      parent: maybe([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
    }),
    { numRuns: 120, seed: 4 },
  )
  .map(
    ({ parent: at, ...thing }, index) => ({ ...thing, id: String(index), parentId: at === null ? null : String(at) }) as Thing,
  );

const context = { now, timeZone: 'Europe/Madrid', me: 'u1', customFields };

function openThings() {
  const db = connect(':memory:');
  onTestFinished(() => db.close());
  db.execute(`CREATE TABLE thing (id TEXT PRIMARY KEY, parentId TEXT, text TEXT NOT NULL, number REAL, money INTEGER, date TEXT,
    moment INTEGER, choice TEXT, words TEXT NOT NULL, yes INTEGER, user TEXT, custom TEXT NOT NULL) STRICT`);
  db.transaction((tx) => {
    for (const { id, parentId, text, number, money, date, moment, choice, words, yes, user, custom } of things)
      tx.write('INSERT INTO thing VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
        id,
        parentId,
        text,
        number,
        money,
        date,
        moment,
        choice,
        JSON.stringify(words),
        yes === null ? null : Number(yes),
        user,
        JSON.stringify(custom),
      );
  });
  const catalogues = { thing: catalogueOf(thingEntity, customFields), child: catalogueOf(childEntity, customFields) };
  return {
    catalogues,
    inSql(filter: Filter, entity: keyof typeof catalogues, me: string | null = 'u1'): readonly string[] {
      const compiled = compileFilter(filter, entity, { ...context, me });
      if (compiled.type !== 'compiled') throw new Error(JSON.stringify(compiled.problems));
      const sql = `SELECT id FROM thing WHERE ${compiled.sql} ORDER BY rowid`;
      return db.readColumn<unknown[], string>(sql).all(...compiled.parameters);
    },
    inHand(filter: Filter, entity: keyof typeof catalogues, me: string | null = 'u1'): readonly string[] {
      const catalogue = catalogues[entity];
      const prepared = prepareFilter(filter, catalogue);
      if (prepared.type !== 'prepared') throw new Error(JSON.stringify(prepared.problems));
      const passing = things.filter((row) => prepared.passes(readerOf({ entity, row, db, catalogue }), { ...context, me }));
      return passing.map(({ id }) => id);
    },
  };
}

describe('a filter', () => {
  it.each(['thing', 'child'] as const)('finds in SQL what it lets pass in hand, of a %s', (entity) => {
    const { catalogues, inSql, inHand } = openThings();
    fc.assert(
      fc.property(anyFilter(catalogues[entity]), fc.constantFrom('u1', null), (filter, me) => {
        expect(inHand(filter, entity, me)).toEqual(inSql(filter, entity, me));
      }),
      { numRuns: 400 },
    );
  });

  it('does so for each operator of each field, and for its contrary', () => {
    const { catalogues, inSql, inHand } = openThings();
    const asked = new Set<string>();
    for (const entity of ['thing', 'child'] as const) {
      for (const field of catalogues[entity].values()) {
        for (const condition of conditionsOf(field).flatMap((one) => fc.sample(one, { numRuns: 8, seed: 1 }))) {
          asked.add(`${field.type} ${condition.is}`);
          const contrary: Filter = { all: [{ not: condition }] };
          const found = inSql({ all: [condition] }, entity);
          expect(inHand({ all: [condition] }, entity), JSON.stringify(condition)).toEqual(found);
          expect(inSql(contrary, entity), JSON.stringify(contrary)).toHaveLength(things.length - found.length);
          expect(inHand(contrary, entity)).toHaveLength(things.length - found.length);
        }
      }
    }
    const all = Object.entries(operatorsOf).flatMap(([type, operators]) => Object.keys(operators).map((is) => `${type} ${is}`));
    expect([...asked].sort()).toEqual(all.sort());
  });

  it('tells those without a value apart from those with another only where it is asked', () => {
    const { inSql } = openThings();
    const count = (condition: Condition) => inSql({ all: [condition] }, 'thing').length;
    const [one, none] = [count({ field: 'choice', is: 'isAnyOf', value: ['one'] }), count({ field: 'choice', is: 'isEmpty' })];
    expect([one > 0, none > 0]).toEqual([true, true]);
    expect(count({ field: 'choice', is: 'isNoneOf', value: ['one'] })).toBe(things.length - one);
    expect(count({ field: 'choice', is: 'isNoneOf', value: ['one', 'two'] })).toBe(none);
  });

  it('is refused by the compiler for what the check of it finds', () => {
    const wrong: Filter = {
      any: [{ field: 'nobody', is: 'is', value: 'x' }, { not: { field: 'number', is: 'contains', value: 'x' } }],
    };
    expect(compileFilter(wrong, 'thing', context)).toEqual({
      type: 'refused',
      problems: [
        { path: ['any', 0, 'field'], code: 'unknownField', field: 'nobody' },
        { path: ['any', 1, 'not', 'is'], code: 'wrongOperator', field: 'number' },
      ],
    });
  });
});

describe('defining what can be filtered', () => {
  it('fails where the definition lacks a promised field', () => {
    expect(() => defineFilterable<Thing>({ ...thingFilterable, fields: { text: plain('text') } })).toThrow(/thing .*code/);
  });
});
