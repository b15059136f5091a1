import { describe, expect, it } from 'vitest';
import { newElementId, newId } from '#core/records/new-id.ts';

describe('ids', () => {
  it('of records are UUIDs of version 7 that sort by creation, those of one millisecond too', () => {
    const ids = Array.from({ length: 20_000 }, newId);
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids.slice(0, 100))
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Math.abs(Number.parseInt((ids[0] ?? '').replace('-', '').slice(0, 12), 16) - Date.now())).toBeLessThan(60_000);
  });

  it('of list elements are twelve digits, all different', () => {
    const ids = Array.from({ length: 20_000 }, newElementId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids.slice(0, 100)) expect(id).toMatch(/^[0-9a-f]{12}$/);
  });
});
