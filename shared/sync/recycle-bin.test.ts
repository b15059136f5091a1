import { describe, expect, it } from 'vitest';
import { mergeChange } from '#shared/sync/record-state.ts';
import type { RecordChange, RecordState } from '#shared/sync/record-state.ts';

const stamp = (at: number, device = 'aaaaaaaa') => `${at.toString(36).padStart(9, '0')}0000${device}`;
const made: RecordState = {
  type: 'party',
  id: 'p',
  base: stamp(1),
  gone: null,
  stamps: {},
  fields: { notes: 'before', deletedAt: null },
  authors: { '': 'Ana' },
};
const change = (part: Partial<RecordChange>): RecordChange => ({
  type: 'party',
  id: 'p',
  base: null,
  gone: null,
  stamps: {},
  fields: {},
  seen: {},
  by: 'Ana',
  ...part,
});
const edit = change({ stamps: { notes: stamp(5) }, fields: { notes: 'after' }, seen: { notes: stamp(1) }, by: 'Eva' });
const binning = change({
  stamps: { deletedAt: stamp(7) },
  fields: { deletedAt: 7 },
  seen: { deletedAt: stamp(1), '': stamp(1) },
});

function after(...changes: readonly RecordChange[]) {
  let state = made;
  const clashes = changes.flatMap((one) => {
    const merged = mergeChange(state, one);
    if (merged.type === 'wholeNeeded') throw new Error('a record is there');
    ({ state } = merged);
    return merged.clashes;
  });
  return { fields: state.fields, clashes };
}

const clash = {
  field: 'deletedAt',
  kept: { value: 7, stamp: stamp(7), by: 'Ana' },
  lost: { value: null, stamp: stamp(5), by: 'Eva' },
};

describe('a record that is put into the recycle bin', () => {
  it('while another changes it keeps both, and asks which is meant, in whatever order they come', () => {
    const expected = { fields: { notes: 'after', deletedAt: 7 }, clashes: [clash] };
    expect(after(edit, binning)).toEqual(expected);
    expect(after(binning, edit)).toEqual(expected);
  });

  it('by who had seen the change, or changed by who knew that it is there, asks nothing', () => {
    expect(after(edit, { ...binning, seen: { ...binning.seen, '': stamp(5) } }).clashes).toEqual([]);
    expect(after(binning, { ...edit, seen: { ...edit.seen, '': stamp(7) } }).clashes).toEqual([]);
  });

  it('and told again asks no more, nor does what is only sent anew', () => {
    expect(after(edit, binning, binning, edit).clashes).toHaveLength(1);
    expect(after(binning, { ...edit, seen: {} }).clashes).toEqual([]);
  });
});
