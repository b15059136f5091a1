import { describe, expect, it } from 'vitest';
import { moveField } from '#renderer/settings/move-field.ts';

const fields = [
  { id: 'a', position: 0 },
  { id: 'b', position: 1 },
  { id: 'c', position: 2 },
];

describe('moveField', () => {
  it('changes only the two that change places', () => {
    expect(moveField(fields, 2, -1)).toEqual([
      { id: 'c', position: 1 },
      { id: 'b', position: 2 },
    ]);
  });

  it('closes gaps that other windows left', () => {
    const gapped = [
      { id: 'a', position: 3 },
      { id: 'b', position: 9 },
    ];
    expect(moveField(gapped, 0, 1)).toEqual([
      { id: 'b', position: 0 },
      { id: 'a', position: 1 },
    ]);
  });

  it('leaves the first where it is when it is moved up', () => {
    expect(moveField(fields, 0, -1)).toEqual([]);
  });
});
