import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeSchema, isThere, latestStamp, mergeChange, stampOf, toChange } from '#shared/sync/record-state.ts';
import type { Clash, RecordChange, RecordState } from '#shared/sync/record-state.ts';
import { createClock } from '#shared/sync/stamp.ts';
import type { Stamp } from '#shared/sync/stamp.ts';

/** The stamp of a moment at a device: later moments are later stamps. */
const at = (moment: number, device = 'a'): Stamp => moment.toString(36).padStart(9, '0') + '0000' + device;

function change(part: Partial<RecordChange>): RecordChange {
  return { type: 'party', id: 'p1', base: null, gone: null, stamps: {}, fields: {}, seen: {}, by: 'Ana', ...part };
}
const made = (moment: number, fields: Record<string, unknown> = { name: 'Marta', phone: '1' }, by = 'Ana') =>
  change({ base: at(moment), fields, by });
const edit = (moment: number, fields: Record<string, unknown>, seen: number, by = 'Eva') =>
  change({
    stamps: Object.fromEntries(Object.keys(fields).map((field) => [field, at(moment)])),
    fields,
    seen: Object.fromEntries(Object.keys(fields).map((field) => [field, at(seen)])),
    by,
  });
const removal = (moment: number, seen: number, by = 'Luis') => change({ gone: at(moment), seen: { '': at(seen) }, by });

interface Outcome {
  readonly state: RecordState | null;
  readonly clashes: readonly Clash[];
}

function mergeAll(changes: readonly RecordChange[], start: RecordState | null = null): Outcome {
  return changes.reduce<Outcome>(
    ({ state, clashes }, next) => {
      const merged = mergeChange(state, next);
      return merged.type === 'wholeNeeded'
        ? { state, clashes }
        : { state: merged.state, clashes: [...clashes, ...merged.clashes] };
    },
    { state: start, clashes: [] },
  );
}

/** What copies compare: all that is seen of a record, and when it was written. */
function visible(state: RecordState | null) {
  if (state === null || !isThere(state)) return null;
  const stamps = Object.fromEntries(Object.keys(state.fields).map((field) => [field, stampOf(state, field)]));
  return { base: state.base, fields: state.fields, stamps, sparse: state.stamps };
}

const shuffled = <T>(items: readonly T[]) => fc.shuffledSubarray([...items], { minLength: items.length });
const fieldNames = ['name', 'phone', 'notes'];

/** Copies that write, remove and make again one record, hear of one another or don't, and what they say of it. */
interface Step {
  readonly copy: number;
  readonly act: 'edit' | 'remove' | 'make' | 'hear';
  readonly field: number;
  readonly value: number;
  readonly wall: number;
}
const steps = fc.array(
  fc.record<Step>({
    copy: fc.nat(2),
    act: fc.constantFrom('edit', 'edit', 'edit', 'hear', 'hear', 'remove', 'make'),
    field: fc.nat(2),
    value: fc.nat(3),
    // Clocks that are wrong by more than passes between two steps.
    wall: fc.integer({ min: 1, max: 400 }),
  }),
  { maxLength: 25 },
);

/** Each copy's changes as it would send them, where a copy hears all that was said before. */
function play(script: readonly Step[]): { readonly whole: RecordChange; readonly said: readonly RecordChange[] } {
  let wall = 1;
  const clocks = ['a', 'b', 'c'].map((device) => createClock(device, () => wall));
  const whole = change({ base: clocks[0]?.next() ?? '', fields: { name: 0, phone: 0, notes: 0 } });
  const states: (RecordState | null)[] = clocks.map(() => mergeAll([whole]).state);
  const said: RecordChange[] = [];
  for (const step of script) {
    wall = step.wall;
    const clock = clocks[step.copy];
    const state = states[step.copy] ?? null;
    if (!clock || !state) continue;
    clock.observe(latestStamp(state));
    if (step.act === 'hear') states[step.copy] = mergeAll(said, state).state;
    else {
      const next = write(step, state, clock.next());
      if (next === null) continue;
      said.push(next);
      states[step.copy] = mergeAll([next], state).state;
    }
  }
  return { whole, said };
}

function write({ act, field, value, copy }: Step, state: RecordState, stamp: Stamp): RecordChange | null {
  const by = `copy ${copy}`;
  const name = fieldNames[field] ?? '';
  if (!isThere(state)) {
    return act === 'make' ? change({ base: stamp, fields: { name: value, [name]: value }, by }) : null;
  }
  if (act === 'remove') return change({ gone: stamp, seen: { '': latestStamp(state) }, by });
  if (act !== 'edit') return null;
  return change({ stamps: { [name]: stamp }, fields: { [name]: value }, seen: { [name]: stampOf(state, name) }, by });
}

describe('merging', () => {
  it('gives the same in whatever order changes come, doubled or not', () => {
    fc.assert(
      fc.property(
        steps.chain((script) => {
          const { whole, said } = play(script);
          return fc.tuple(fc.constant(whole), fc.constant(said), shuffled(said), shuffled(said));
        }),
        ([whole, said, one, other]) => {
          const expected = visible(mergeAll([whole, ...said]).state);
          expect(visible(mergeAll([whole, ...one]).state)).toEqual(expected);
          expect(visible(mergeAll([whole, ...one, ...other]).state)).toEqual(expected);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('gives a copy what head office has, whatever of it the copy had heard before', () => {
    fc.assert(
      fc.property(
        steps.chain((script) => {
          const { whole, said } = play(script);
          return fc.tuple(fc.constant(whole), shuffled(said), fc.subarray([whole, ...said]));
        }),
        ([whole, said, heard]) => {
          const office = mergeAll([whole, ...said]).state;
          const copy = mergeAll(heard).state;
          if (office === null) throw new Error('made at the beginning');
          expect(visible(mergeAll([toChange(office)], copy).state)).toEqual(visible(office));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('changes nothing when it hears the same again', () => {
    fc.assert(
      fc.property(steps, (script) => {
        const { whole, said } = play(script);
        const { state } = mergeAll([whole, ...said]);
        for (const again of [whole, ...said]) {
          const merged = mergeChange(state, again);
          expect(merged).toMatchObject({ type: 'merged', isChanged: false });
          expect(merged.type === 'merged' && merged.state).toBe(state);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('says what changed when it says that something did', () => {
    fc.assert(
      fc.property(steps, (script) => {
        const { whole, said } = play(script);
        let state: RecordState | null = null;
        for (const next of [whole, ...said]) {
          const merged = mergeChange(state, next);
          if (merged.type === 'wholeNeeded') throw new Error('made at the beginning');
          if (!merged.isChanged) expect(visible(merged.state)).toEqual(visible(state));
          state = merged.state;
        }
      }),
    );
  });

  it('makes only what travels', () => {
    fc.assert(
      fc.property(steps, (script) => {
        const { state } = mergeAll([play(script).whole, ...play(script).said]);
        if (state) expect(changeSchema.safeParse(toChange(state)).error).toBeUndefined();
      }),
    );
  });
});

describe('a field that two wrote', () => {
  const start = mergeAll([made(1)]).state;

  it('has the later value, and the earlier one is lost in sight, whichever comes first', () => {
    const [one, other] = [edit(5, { phone: '2' }, 1, 'Eva'), edit(6, { phone: '3' }, 1, 'Luis')];
    const lost = { value: '2', stamp: at(5), by: 'Eva' };
    const kept = { value: '3', stamp: at(6), by: 'Luis' };
    for (const order of [
      [one, other],
      [other, one],
    ]) {
      const { state, clashes } = mergeAll(order, start);
      expect(state?.fields['phone']).toBe('3');
      expect(clashes).toEqual([{ field: 'phone', kept, lost }]);
    }
  });

  it('is no clash when the second had seen the first, or both wrote the same, or wrote different fields', () => {
    expect(mergeAll([edit(5, { phone: '2' }, 1), edit(6, { phone: '3' }, 5)], start).clashes).toEqual([]);
    expect(mergeAll([edit(5, { phone: '2' }, 1), edit(6, { phone: '2' }, 1)], start).clashes).toEqual([]);
    expect(mergeAll([edit(5, { phone: '2' }, 1), edit(6, { name: 'M' }, 1)], start).clashes).toEqual([]);
  });

  it('is no clash where a loss would be no pity', () => {
    const silent = { ...edit(6, { phone: '3' }, 1), seen: {} };
    expect(mergeAll([edit(5, { phone: '2' }, 1), silent], start).clashes).toEqual([]);
  });

  it('is never lost unseen', () => {
    fc.assert(
      fc.property(steps, (script) => {
        const edits = script.map(
          (step, index) => ({ ...step, value: index, act: step.act === 'hear' ? step.act : 'edit' }) as Step,
        );
        const { whole, said } = play(edits);
        const { state, clashes } = mergeAll([whole, ...said]);
        const accounted = new Set([...clashes.map(({ lost }) => lost.stamp), ...said.flatMap(({ seen }) => Object.values(seen))]);
        for (const { stamps } of said)
          for (const [field, stamp] of Object.entries(stamps))
            expect(accounted.has(stamp) || (state !== null && stampOf(state, field) === stamp)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('is settled alike everywhere when the stamps are the same too', () => {
    const [one, other] = [edit(5, { phone: '2' }, 1), edit(5, { phone: '3' }, 1)];
    expect(mergeAll([one, other], start).state?.fields).toEqual(mergeAll([other, one], start).state?.fields);
  });

  it('clashes when neither had seen the other, and only then', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), fc.nat(3), fc.nat(3), (hears, isEarlier, first, second) => {
        const one = edit(5, { phone: first }, 1);
        const other = edit(isEarlier && !hears ? 4 : 6, { phone: second }, hears ? 5 : 1);
        const isClash = !hears && first !== second;
        expect(mergeAll([one, other], start).clashes).toHaveLength(isClash ? 1 : 0);
      }),
    );
  });
});

describe('a record that was removed', () => {
  const start = mergeAll([made(1)]).state;

  it('stays removed though somebody changed it since, and what they wrote is in sight, whichever comes first', () => {
    for (const order of [
      [removal(5, 1), edit(6, { phone: '2' }, 1)],
      [edit(6, { phone: '2' }, 1), removal(5, 1)],
    ]) {
      const { state, clashes } = mergeAll(order, start);
      expect(visible(state)).toBeNull();
      expect(clashes).toHaveLength(1);
      expect(clashes[0]).toMatchObject({
        field: '',
        kept: { value: null, stamp: at(5), by: 'Luis' },
        lost: { stamp: at(6), by: 'Eva', value: { phone: '2' } },
      });
    }
  });

  it('is no clash when whoever removed it had seen all', () => {
    expect(mergeAll([edit(4, { phone: '2' }, 1), removal(5, 4)], start).clashes).toEqual([]);
  });

  it('is no clash when two removed it', () => {
    expect(mergeAll([removal(5, 1), removal(6, 1)], start).clashes).toEqual([]);
    expect(mergeAll([removal(6, 1), removal(5, 1)], start).clashes).toEqual([]);
  });

  it('is there again when it was made again, with nothing of what it was before', () => {
    const again = made(9, { name: 'Marta again' });
    for (const order of [
      [removal(5, 1), again],
      [again, removal(5, 1)],
    ]) {
      const { state } = mergeAll(order, start);
      expect(visible(state)).toMatchObject({ base: at(9), fields: { name: 'Marta again' } });
    }
  });

  it('is removed before it is known', () => {
    const { state } = mergeAll([removal(5, 1), made(1)]);
    expect(visible(state)).toBeNull();
  });
});

describe('a record that is not known', () => {
  it('needs its whole first', () => {
    expect(mergeChange(null, edit(5, { phone: '2' }, 1))).toEqual({ type: 'wholeNeeded' });
  });

  it('remembers who made it and who wrote each field last', () => {
    const { state } = mergeAll([made(1), edit(5, { phone: '2' }, 1, 'Eva')]);
    expect(state?.authors).toEqual({ '': 'Ana', phone: 'Eva' });
  });
});
