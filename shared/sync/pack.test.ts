import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packUuid, unpackUuid } from '#shared/sync/pack-id.ts';
import { pack, unpack } from '#shared/sync/pack.ts';
import { packedSchema } from '#shared/sync/protocol.ts';
import type { RecordChange } from '#shared/sync/record-state.ts';

const travelled = <T>(value: T) => JSON.parse(JSON.stringify(value)) as T;

const stamp = fc.stringMatching(/^[0-9a-z]{14,21}$/);
const field = fc.stringMatching(/^[A-Za-z][\w.:-]{0,8}$/).filter((name) => !(name in {}));
const change = fc.record<RecordChange>({
  type: fc.constantFrom('party', 'deal', 'a_newer_one'),
  id: fc.oneof(fc.uuid(), fc.string({ minLength: 1, maxLength: 64 })),
  base: fc.option(stamp),
  gone: fc.option(stamp),
  stamps: fc.dictionary(field, stamp, { maxKeys: 3, noNullPrototype: true }),
  fields: fc.dictionary(field, fc.jsonValue().map(travelled), { maxKeys: 4, noNullPrototype: true }),
  seen: fc.dictionary(fc.oneof(field, fc.constant('')), stamp, { maxKeys: 3, noNullPrototype: true }),
  by: fc.string({ maxLength: 12 }),
});
const bySelf = (one: unknown, other: unknown) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);
const sorted = (changes: readonly RecordChange[]) => changes.map((one) => travelled(one)).sort(bySelf);

/** With the keys of its parts in order, for comparing. */
function tidy(given: RecordChange): RecordChange {
  const inOrder = <T>(object: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(object).sort(([one], [other]) => (one < other ? -1 : 1)));
  const { type, id, base, gone, by } = given;
  return { type, id, base, gone, stamps: inOrder(given.stamps), fields: inOrder(given.fields), seen: inOrder(given.seen), by };
}

describe('packing', () => {
  it('gives back all changes, after they travelled', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const packed = packedSchema.parse(travelled(pack(changes)));
        expect(sorted(unpack(packed).map(tidy))).toEqual(sorted(changes.map(tidy)));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the order among changes of one type and shape, and gives the same order each time', () => {
    const changes = ['c', 'a', 'b'].map((id) => ({ ...empty, id }));
    expect(unpack(pack(changes)).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (some) => {
        const once = unpack(travelled(pack(some)));
        expect(unpack(travelled(pack(once)))).toEqual(once);
      }),
    );
  });

  it('puts changes of one type and shape together', () => {
    expect(
      pack([
        { ...empty, id: 'a' },
        { ...empty, id: 'b', type: 'deal' },
        { ...empty, id: 'c' },
      ]),
    ).toEqual([
      {
        type: 'party',
        shape: 'id,by',
        columns: [
          ['0a', '0c'],
          ['Ana', 'Ana'],
        ],
      },
      { type: 'deal', shape: 'id,by', columns: [['0b'], ['Ana']] },
    ]);
  });

  const empty: RecordChange = { type: 'party', id: 'a', base: null, gone: null, stamps: {}, fields: {}, seen: {}, by: 'Ana' };
});

describe('what was not packed', () => {
  const good = { type: 'party', shape: 'id,by,field name', columns: [['0a'], ['Ana'], ['Marta']] };

  it('is given back when it is good', () => {
    expect(unpack([good])[0]?.fields).toEqual({ name: 'Marta' });
  });

  it.each([
    ['uneven columns', { ...good, columns: [['0a'], ['Ana'], []] }],
    ['too few columns', { ...good, columns: [['0a'], ['Ana']] }],
    ['no shape', { ...good, shape: '', columns: [[]] }],
    ['an unknown part', { ...good, shape: 'id,by,colour name' }],
    ['a part without its field', { ...good, shape: 'id,by,field' }],
    ['a part that comes twice', { ...good, shape: 'id,by,by' }],
    ['what every object has', { ...good, shape: 'id,by,field __proto__' }],
    ['a part of two words', { ...good, shape: 'id,by,field name more' }],
    ['an id that is no text', { ...good, columns: [[7], ['Ana'], ['Marta']] }],
    ['an id like one before it that is not there', { ...good, columns: [['5a'], ['Ana'], ['Marta']] }],
    ['an empty text', { ...good, columns: [[''], ['Ana'], ['Marta']] }],
    ['an author that is no text', { ...good, columns: [['0a'], [{}], ['Marta']] }],
    ['half a UUID', { ...good, shape: 'uuid,by,field name', columns: [['0abc'], ['Ana'], ['Marta']] }],
  ])('is refused: %s', (_name, packed) => {
    expect(() => unpack([packed])).toThrow(TypeError);
  });

  it('is refused or taken, with no other error', () => {
    const shape = fc.array(fc.constantFrom('id', 'uuid', 'by', 'base', 'gone', 'field name', 'stamp name', 'seen ', 'x', ''));
    const any = fc.record({
      type: fc.string(),
      shape: shape.map((parts) => parts.join(',')),
      columns: fc.array(fc.array(fc.jsonValue())),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 3 }), (packed) => {
        try {
          expect(Array.isArray(unpack(packed))).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(TypeError);
        }
      }),
    );
  });
});

describe('a packed id', () => {
  it('is 22 letters, sorts as it did, and is given back', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (one, other) => {
        const [packed, otherPacked] = [packUuid(one), packUuid(other)];
        expect(packed).toMatch(/^[\w-]{22}$/);
        expect(unpackUuid(packed)).toBe(one);
        expect(packed < otherPacked).toBe(one < other);
      }),
    );
  });
});
