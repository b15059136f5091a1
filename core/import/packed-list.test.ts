import { describe, expect, it } from 'vitest';
import { createPacker, unpackAll, unpackItem } from '#core/import/packed-list.ts';

describe('a packed list', () => {
  it('gives back what was put in, in any script and of any length', () => {
    const items = ['', 'Μαρία', 'ёлка 😀', 'x'.repeat(200_000), 'end'].map((text, line) => ({ line, text }));
    const packer = createPacker<(typeof items)[number]>();
    for (const item of items) packer.add(item);
    const list = packer.finish();
    expect(packer.length).toBe(items.length);
    expect(unpackItem(list, 2)).toEqual(items[2]);
    expect(unpackAll(list)).toEqual(items);
  });

  it('may be empty', () => {
    expect(unpackAll(createPacker().finish())).toEqual([]);
  });
});
