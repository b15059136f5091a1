import { describe, expect, it } from 'vitest';
import { bundleFileName } from '#renderer/sync/bundle-file-name.ts';

describe('the name of a file of changes', () => {
  const at = new Date(2026, 10, 22, 14, 5).getTime();

  it('says branch, day and time as the clock on the wall has them', () => {
    expect(bundleFileName(['Πάτρα', 'αλλαγές'], at)).toBe('Πάτρα αλλαγές 2026-11-22 14-05.cartera');
  });

  it('has no letters that a disk refuses', () => {
    expect(bundleFileName(['A/B: "C"', 'changes'], at)).toBe('A B C changes 2026-11-22 14-05.cartera');
  });
});
