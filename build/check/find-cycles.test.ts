import { describe, expect, it } from 'vitest';
import { findCycles } from './find-cycles.ts';

describe('findCycles', () => {
  it('finds a ring however far from the entry it lies', () => {
    const graph = new Map([
      ['main', ['a', 'z']],
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['a']],
      ['z', ['b']],
    ]);
    expect(findCycles(graph)).toEqual([['a', 'b', 'c', 'a']]);
  });

  it('takes two ways to one file for what they are', () => {
    const graph = new Map([
      ['main', ['a', 'b']],
      ['a', ['c']],
      ['b', ['c']],
      ['c', []],
    ]);
    expect(findCycles(graph)).toEqual([]);
  });
});
