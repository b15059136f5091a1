import { describe, expect, it } from 'vitest';
import { findOutdated } from '#core/backup/keep-schedule.ts';

const hour = 3_600_000;
const day = 24 * hour;
const now = Date.UTC(2026, 10, 22, 12);

/** Backups so many hours apart, the first `age` ago. */
function every(hours: number, age: number) {
  const count = Math.floor(age / (hours * hour));
  return Array.from({ length: count }, (_, index) => ({ id: `${index}`, at: now - index * hours * hour }));
}

/** What is left when somebody looks after every backup that is made. */
function liveThrough(days: number): readonly number[] {
  let kept: { readonly id: string; readonly at: number }[] = [];
  for (let hours = days * 24; hours >= 0; hours -= 6) {
    const at = now - hours * hour;
    kept.push({ id: String(at), at });
    const outdated = new Set(findOutdated(kept, at));
    kept = kept.filter(({ id }) => !outdated.has(id));
  }
  return kept.map(({ at }) => (now - at) / day).toSorted((one, other) => one - other);
}

describe('which backups have had their time', () => {
  it('are none of those of the last two days', () => {
    const kept = every(1, 10 * day);
    const outdated = new Set(findOutdated(kept, now));
    expect(kept.filter(({ at }) => now - at < 2 * day).every(({ id }) => !outdated.has(id))).toBe(true);
    expect(kept.length - outdated.size).toBeLessThan(48 + 10);
  });

  it('leave one a day, then one a week, then one a month, whenever one looks', () => {
    const ages = liveThrough(500);
    expect(ages.filter((age) => age < 2)).toHaveLength(8);
    for (let age = 2; age < 13; age++) expect(ages.some((each) => Math.abs(each - age) <= 1)).toBe(true);
    for (let week = 2; week < 8; week++) expect(ages.some((each) => each >= week * 7 - 7 && each <= week * 7 + 7)).toBe(true);
    for (let month = 2; month < 11; month++)
      expect(ages.some((each) => each >= month * 30 - 31 && each <= month * 30 + 31)).toBe(true);
    expect(ages.length).toBeLessThan(8 + 14 + 8 + 13);
  });

  it('are never the newest, however old it is, nor any of the future', () => {
    expect(findOutdated([{ id: 'old', at: now - 3000 * day }], now)).toEqual([]);
    expect(
      findOutdated(
        [
          { id: 'older', at: now - 3001 * day },
          { id: 'old', at: now - 3000 * day },
        ],
        now,
      ),
    ).toEqual(['older']);
    expect(
      findOutdated(
        [
          { id: 'ahead', at: now + 400 * day },
          { id: 'also', at: now + 399 * day },
        ],
        now,
      ),
    ).toEqual([]);
  });
});
