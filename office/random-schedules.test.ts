import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketOf, combine, digestOf, emptyDigest, isSameDigest } from '#shared/sync/digest.ts';
import { isThere } from '#shared/sync/record-state.ts';
import type { RecordState } from '#shared/sync/record-state.ts';
import { officeOnly, parentsOf, placeOf } from '#shared/sync/scope-rules.ts';
import type { Place, ScopePolicy } from '#shared/sync/scope-rules.ts';
import { readHeld } from '#office/merge/held-record.ts';
import type { HeldRecord } from '#office/merge/held-record.ts';
import { isWithin } from '#office/merge/rights.ts';
import { readDigests } from '#office/serve/scope.ts';
import type { OfficeStore } from '#office/store/office-store.ts';
import { openTestOffice } from '#test/factories/open-test-office.ts';
import type { StoreKind } from '#test/factories/open-test-office.ts';
import { makeTestCopy } from '#test/factories/test-copy.ts';
import type { TestCopy } from '#test/factories/test-copy.ts';

const copyIds = ['office01', 'north001', 'north002', 'south001'] as const;
const branches = [null, 'north', 'north', 'south'] as const;

/** Records that there may be, and what they may hang on. */
const kinds = [
  ['party', {}],
  ['party', {}],
  ['deal', { partyId: ['p0', 'p1'] }],
  ['deal', { partyId: ['p0', 'p1'] }],
  ['deal_line', { dealId: ['p2', 'p3'] }],
  ['task', { partyId: ['p0', 'p1'], dealId: ['p2', 'p3'] }],
  ['activity', { partyId: ['p0', 'p1'], taskId: ['p5'] }],
  ['payment', { dealId: ['p2', 'p3'], partyId: ['p0', 'p1'] }],
] as const;

const step = fc.record({
  copy: fc.nat(copyIds.length - 1),
  act: fc.constantFrom('write', 'write', 'write', 'move', 'share', 'win', 'hang', 'remove', 'policy', 'sync', 'sync', 'part'),
  record: fc.nat(kinds.length - 1),
  number: fc.nat(5),
  later: fc.nat(3000),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

function perform(copy: TestCopy, { act, record, number, later }: Step, branchId: string | null) {
  const id = `p${record}`;
  const [type, parents] = kinds[record] ?? kinds[0];
  copy.now += later;
  const hung = Object.fromEntries(Object.entries(parents).map(([field, ids]) => [field, (ids as string[])[number % ids.length]]));
  if (act === 'policy') {
    const setting = number % 2 === 0 ? 'clientCards' : 'purchasesInOtherBranches';
    const value = setting === 'clientCards' ? (number > 2 ? 'common' : 'private') : number > 2;
    if (branchId !== null) return;
    if (copy.get('setting', setting)) copy.change('setting', setting, { value });
    else copy.create('setting', setting, { value });
  } else if (!copy.get(type, id)) copy.create(type, id, { ...hung, branchId, name: `${number}`, size: number });
  else if (act === 'write')
    copy.change(type, id, number % 2 === 0 ? { name: `${later}` } : { size: later, [`f${number}`]: later });
  else if (act === 'move') copy.change(type, id, { branchId: [null, 'north', 'south'][number % 3] });
  else if (act === 'share') copy.change(type, id, { sharedWith: [['south'], ['north'], []][number % 3] });
  else if (act === 'win') copy.change(type, id, { status: number % 2 === 0 ? 'won' : 'open' });
  else if (act === 'hang' && Object.keys(hung).length > 0) copy.change(type, id, hung);
  else if (act === 'remove') copy.remove(type, id);
}

function wasRefused(copy: TestCopy): boolean {
  return copy.answers.some((answer) => answer.type !== 'taken' || answer.refused.length > 0);
}

/** Where a record belongs, worked out anew from everything. */
function naivePlace(held: HeldRecord, all: ReadonlyMap<string, HeldRecord>, policy: ScopePolicy): Place {
  const missing: Place = { home: held.sender ?? officeOnly, scopes: new Set([held.sender ?? officeOnly]) };
  const parents = parentsOf(held.state).map(({ type, id }) => {
    const parent = all.get(`${type}|${id}`);
    return { type, ...(parent ? naivePlace(parent, all, policy) : missing) };
  });
  if (!isThere(held.state)) return { home: held.home, scopes: new Set(held.scopes) };
  return placeOf(held.state, { parents, policy, sender: held.sender });
}

async function expectRightPlaces(store: OfficeStore): Promise<ReadonlyMap<string, HeldRecord>> {
  const { all, policy, digests } = await store.read(async (tx) => {
    const keys = await tx.all<{ type: string; id: string }>('SELECT type, id FROM record');
    const [company] = await tx.all<{ policy: string }>('SELECT policy FROM company');
    return {
      all: await readHeld(
        tx,
        keys.map(({ type, id }) => [type, id]),
      ),
      policy: JSON.parse(company?.policy ?? '') as ScopePolicy,
      digests: [await readDigests(tx, null), await readDigests(tx, 'north'), await readDigests(tx, 'south')],
    };
  });
  for (const [key, held] of all) {
    const place = naivePlace(held, all, policy);
    expect([key, held.home, held.scopes]).toEqual([key, place.home, [...place.scopes].sort()]);
  }
  [null, 'north', 'south'].forEach((branch, index) => {
    const buckets = digests[index]?.map(() => emptyDigest) ?? [];
    for (const { state, scopes } of all.values())
      if (isWithin(scopes, branch)) {
        const bucket = bucketOf(state.type, state.id);
        buckets[bucket] = combine(buckets[bucket] ?? emptyDigest, digestOf(state));
      }
    expect(digests[index]).toEqual(buckets);
  });
  return all;
}

function contentOf(states: Iterable<RecordState>): readonly unknown[] {
  return [...states]
    .filter(isThere)
    .map(({ type, id, base, stamps, fields }) => ({ key: `${type}|${id}`, base, stamps, fields }))
    .sort((one, other) => (one.key < other.key ? -1 : 1));
}

async function runSchedule(kind: StoreKind, steps: readonly Step[], pageSize: number) {
  const store = await openTestOffice(kind);
  const copies: TestCopy[] = [];
  for (const [index, id] of copyIds.entries()) copies.push(await makeTestCopy(store, { id, branchId: branches[index] ?? null }));
  for (const next of steps) {
    const copy = copies[next.copy] as TestCopy;
    if (next.act === 'sync') await copy.sync(pageSize);
    else if (next.act === 'part') copy.apply(await copy.send(copy.request(copy.seal(), pageSize)));
    else perform(copy, next, branches[next.copy] ?? null);
  }
  for (const copy of [...copies, ...copies]) await copy.sync(pageSize);
  const all = await expectRightPlaces(store);
  for (const [index, copy] of copies.entries()) {
    const { digest } = await copy.sync(pageSize);
    // Who wrote what wasn't its to write has something to mend, which is the copy's part.
    if (wasRefused(copy)) continue;
    const own = [...all.values()].filter(({ scopes }) => isWithin(scopes, branches[index] ?? null));
    expect(contentOf(copy.records.values())).toEqual(contentOf(own.map(({ state }) => state)));
    expect(digest && isSameDigest(digest, copy.digest())).toBe(true);
  }
}

describe('whatever is written, moved and removed, in whatever order it is exchanged', () => {
  it.each([
    ['SQLite', 60],
    ['PostgreSQL', 6],
  ] as const)(
    'copies have what they should have, and the digests say so, on %s',
    async (kind, numRuns) => {
      const schedules = fc.array(step, { minLength: 10, maxLength: 50 });
      await fc.assert(
        fc.asyncProperty(schedules, fc.integer({ min: 1, max: 4 }), (steps, pageSize) => runSchedule(kind, steps, pageSize)),
        { numRuns },
      );
    },
    120_000,
  );
});
