import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDocument } from '#core/document/commands.ts';
import { keepNumbersGoing, takeNumber } from '#core/document/number-series.ts';
import type { OwnBranch } from '#core/records/own-branch.ts';
import { documentKinds } from '#shared/document/data.ts';
import { bringBranches, makeOneOf } from '#test/factories/branch-core.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';
import { openSoldDeal } from '#test/factories/sold-deal.ts';
import { createTestClock } from '#test/factories/test-clock.ts';

const now = Date.parse('2026-06-01T10:00:00Z');

/** A computer of a company that can't reach any other. */
async function openTill(own: Partial<OwnBranch>) {
  const test = await openTestCore({}, { clock: createTestClock(now) });
  const sold = await openSoldDeal(test);
  bringBranches(test.core, 'north', 'south', 'east');
  makeOneOf(test.core, own);
  const request = { actor: test.core.owner(), kind: 'document', subject: '' } as const;
  const number = (count: number): string[] =>
    test.core.store.performNow(request, (act) =>
      Array.from({ length: count }, () => {
        const made = createDocument(act, { kind: 'quote', dealId: sold.deal.id });
        return made.type === 'created' ? made.document.number : '';
      }),
    ).result;
  return { ...test, ...sold, request, number };
}

describe('numbers of documents in a company', () => {
  it('name the branch, and from its second computer on that one too; head office’s stay as they were', async () => {
    const [office, second, north, till] = await Promise.all([
      openTill({ branchId: null }),
      openTill({ branchId: null, till: 2 }),
      openTill({ branchId: 'east' }),
      openTill({ branchId: 'east', till: 2 }),
    ]);
    expect(office.number(1)).toEqual(['Q-2026-0001']);
    expect(second.number(1)).toEqual(['Q-2026-0.2-0001']);
    expect(north.number(2)).toEqual(['Q-2026-3-0001', 'Q-2026-3-0002']);
    expect(till.number(1)).toEqual(['Q-2026-3.2-0001']);
  });

  it('are never the same, though three tills number a thousand documents each without a network', async () => {
    const tills = await Promise.all([
      openTill({ branchId: null }),
      openTill({ branchId: 'north' }),
      openTill({ branchId: 'north', till: 2 }),
    ]);
    const numbers = tills.flatMap(({ number }) => Array.from({ length: 10 }, () => number(100)).flat());
    expect(numbers).toHaveLength(3000);
    expect(new Set(numbers).size).toBe(3000);
  }, 60_000);

  it('are never the same in whatever order kinds, years and computers come', async () => {
    const tills = await Promise.all([openTill({}), openTill({ branchId: 'south' }), openTill({ branchId: 'south', till: 11 })]);
    const given = new Set<string>();
    const step = fc.record({
      till: fc.nat(tills.length - 1),
      kind: fc.constantFrom(...documentKinds),
      year: fc.constantFrom(2026, 2027),
      count: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        for (const { till, kind, year, count } of steps) {
          const { core, request } = tills[till] ?? tills[0];
          core.store.performNow(request, (act) => {
            for (let round = 0; round < count; round += 1) {
              const number = `${kind} ${takeNumber(act, { kind, branchId: null }, `${Math.max(year, lastYear(core, kind))}-05-05`)}`;
              expect(given.has(number), number).toBe(false);
              given.add(number);
            }
          });
        }
      }),
      { numRuns: 40 },
    );
  });

  it('go on where a shop had got to that joins a company', async () => {
    const { core, client, number } = await openTill({});
    core.store.connection.transaction((tx) => tx.write("DELETE FROM sync_state WHERE key = 'own'").run());
    expect(number(3).at(-1)).toBe('Q-2026-0003');
    core.store.performNow({ actor: core.owner(), kind: 'sync', subject: '' }, (act) => {
      keepNumbersGoing(act, { branchId: 'south', till: 1 });
    });
    makeOneOf(core, { branchId: 'south' });
    expect(number(1)).toEqual(['Q-2026-2-0004']);
    const own = (await client.document.series()).filter(({ isOwn }) => isOwn);
    expect(own).toHaveLength(documentKinds.length);
    expect(own.find(({ kind }) => kind === 'quote')).toMatchObject({ branchId: 'south', till: 1, branch: '2', next: 5 });
  });

  it('can’t be made by a pattern without the branch where others would make the same', async () => {
    const { client, core } = await openTill({});
    await client.document.setSeries({ kind: 'quote', pattern: 'OF-{number}', next: 7 });
    const noBranch = { code: 'REFUSED', data: { field: 'pattern', code: 'noBranch' } };
    await expect(
      client.document.setSeries({ kind: 'quote', branchId: 'north', pattern: 'OF-{number}', next: 7 }),
    ).rejects.toMatchObject(noBranch);
    const series = await client.document.setSeries({ kind: 'quote', branchId: 'north', pattern: '{branch}/{number}', next: 7 });
    expect(series.filter(({ kind }) => kind === 'quote').map(({ branch, isOwn }) => [branch, isOwn])).toEqual([
      ['', true],
      ['1', false],
    ]);
    makeOneOf(core, { branchId: 'north' });
    await expect(client.document.setSeries({ kind: 'quote', pattern: 'X-{number}', next: 1 })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});

/** The year up to which a computer has counted a kind. */
function lastYear(core: Awaited<ReturnType<typeof openTill>>['core'], kind: string): number {
  const year = core.store.db.readColumn<[string], number>('SELECT max(year) FROM number_series WHERE kind = ?').get(kind);
  return year ?? 0;
}
