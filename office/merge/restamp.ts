import { erasedStamp } from '#shared/sync/erasure.ts';
import type { RecordChange } from '#shared/sync/record-state.ts';
import { millisecondsOf } from '#shared/sync/stamp.ts';
import type { Stamp } from '#shared/sync/stamp.ts';
import type { Company } from '#office/company/company.ts';
import type { OfficeTx, Table } from '#office/store/office-store.ts';

/** Milliseconds that a stamp may be ahead of head office's clock. */
const tolerance = 60_000;
const digits = 13;
const counterLimit = 36 ** 4;

export interface Restamped {
  readonly changes: readonly RecordChange[];
  /** Old to new, of this batch. */
  readonly pairs: readonly (readonly [Stamp, Stamp])[];
  /** The latest stamp, after all. */
  readonly latest: Stamp;
  readonly company: Company;
}

interface Arrival {
  readonly changes: readonly RecordChange[];
  readonly company: Company;
  /** The latest stamp that came from the same device before. */
  readonly floor: Stamp;
  readonly now: number;
}

/**
 * Sets stamps from the future back to now, in their order and later than all that came from the device before. What was set back once
 * is set back alike for ever: batches that were sealed before the device heard of it still speak of the old stamps.
 */
export async function setBack(tx: OfficeTx, { changes, company, floor, now }: Arrival): Promise<Restamped> {
  const stamps = collectStamps(changes);
  const known = await readKnown(tx, { stamps, company });
  const future = [...stamps].filter((stamp) => millisecondsOf(stamp) > now + tolerance && !known.has(stamp)).sort();
  const latest = [...stamps].reduce((one, other) => (isPast(other, now) && other > one ? other : one), floor);
  if (future.length === 0 && known.size === 0) return { changes, pairs: [], latest, company };
  const made = follow(future, { after: latest, now });
  await keep(tx, made);
  const all = new Map([...known, ...made]);
  const last = made.at(-1)?.[1] ?? latest;
  return {
    changes: changes.map((change) => rewrite(change, all)),
    pairs: [...all],
    latest: last > latest ? last : latest,
    company: { ...company, restamped: widen(company.restamped, future) },
  };
}

function isPast(stamp: Stamp, now: number): boolean {
  return millisecondsOf(stamp) <= now + tolerance;
}

function collectStamps(changes: readonly RecordChange[]): Set<Stamp> {
  const found = new Set<Stamp>();
  for (const { base, gone, stamps, seen } of changes) {
    if (base !== null) found.add(base);
    if (gone !== null && gone !== erasedStamp) found.add(gone);
    for (const stamp of Object.values(stamps)) found.add(stamp);
    for (const stamp of Object.values(seen)) if (stamp !== erasedStamp) found.add(stamp);
  }
  return found;
}

interface Search {
  readonly stamps: ReadonlySet<Stamp>;
  readonly company: Company;
}

async function readKnown(tx: OfficeTx, { stamps, company: { restamped } }: Search): Promise<Map<Stamp, Stamp>> {
  if (!restamped) return new Map();
  const { from, until } = restamped;
  const candidates = [...stamps].filter((stamp) => millisecondsOf(stamp) >= from && millisecondsOf(stamp) <= until);
  if (candidates.length === 0) return new Map();
  const rows = await tx.all<{ old: Stamp; new: Stamp }>(
    'SELECT restamp.old, restamp.new FROM json_each(?) AS wanted CROSS JOIN restamp WHERE restamp.old = wanted.value ->> 0',
    JSON.stringify(candidates.map((stamp) => [stamp])),
  );
  return new Map(rows.map((row) => [row.old, row.new]));
}

/** New stamps for those given, in their order. The end, which names the device that made a stamp, stays. */
function follow(stamps: readonly Stamp[], { after, now }: { readonly after: Stamp; readonly now: number }) {
  let time = now;
  let counter = -1;
  if (after !== '' && millisecondsOf(after) >= now) {
    time = millisecondsOf(after);
    counter = Number.parseInt(after.slice(9, digits), 36);
  }
  return stamps.map((stamp): readonly [Stamp, Stamp] => {
    if (++counter >= counterLimit) {
      time += 1;
      counter = 0;
    }
    const made = time.toString(36).padStart(9, '0') + counter.toString(36).padStart(4, '0') + stamp.slice(digits);
    return [stamp, made];
  });
}

const restampTable: Table = { name: 'restamp', columns: { old: 'text', new: 'text' }, key: ['old'], set: null };

async function keep(tx: OfficeTx, pairs: readonly (readonly [Stamp, Stamp])[]) {
  await tx.upsert(restampTable, pairs);
}

function widen(range: Company['restamped'], stamps: readonly Stamp[]): Company['restamped'] {
  const [first] = stamps;
  const last = stamps.at(-1);
  if (first === undefined || last === undefined) return range;
  const [from, until] = [millisecondsOf(first), millisecondsOf(last)];
  return range ? { from: Math.min(range.from, from), until: Math.max(range.until, until) } : { from, until };
}

function rewrite(change: RecordChange, pairs: ReadonlyMap<Stamp, Stamp>): RecordChange {
  const renew = (stamp: Stamp | null) => (stamp === null ? null : (pairs.get(stamp) ?? stamp));
  const renewAll = (stamps: Readonly<Record<string, Stamp>>) =>
    Object.fromEntries(Object.entries(stamps).map(([field, stamp]) => [field, pairs.get(stamp) ?? stamp]));
  const { base, gone, stamps, seen } = change;
  return { ...change, base: renew(base), gone: renew(gone), stamps: renewAll(stamps), seen: renewAll(seen) };
}
