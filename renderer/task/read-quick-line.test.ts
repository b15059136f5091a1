import { describe, expect, it } from 'vitest';
import { readQuickLine } from '#renderer/task/read-quick-line.ts';

describe('a line typed in a hurry', () => {
  it('may have its time first or last', () => {
    expect(readQuickLine('10:30 llamar a Ana')).toEqual({ title: 'llamar a Ana', time: '10:30' });
    expect(readQuickLine('llamar a Ana 9.05')).toEqual({ title: 'llamar a Ana', time: '09:05' });
  });

  it('keeps numbers that are no time', () => {
    expect(readQuickLine('3 ventanas para Luis')).toEqual({ title: '3 ventanas para Luis', time: null });
    expect(readQuickLine('tornillo 45.90')).toEqual({ title: 'tornillo 45.90', time: null });
  });
});
