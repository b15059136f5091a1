import { z } from 'zod';
import type { Stamp } from '#shared/sync/stamp.ts';

/**
 * A record as copies exchange it: state, never a log of what led to it. A field's stamp is the one in `stamps`, or `base` where
 * it has none there; `gone` is the stamp at which it was removed. A record is there when `base` is later than `gone`.
 */
export interface RecordState {
  readonly type: string;
  readonly id: string;
  readonly base: Stamp;
  readonly gone: Stamp | null;
  /** Stamps of the fields that were written later than the record, or earlier where it was made twice. */
  readonly stamps: Readonly<Record<string, Stamp>>;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Names of who wrote a field last; under '' of who made the record. */
  readonly authors: Readonly<Record<string, string>>;
}

const stampSchema = z.string().regex(/^[0-9a-z]{13}[0-9a-z]{1,8}$/);
const fieldName = z.string().regex(/^[A-Za-z][\w.:-]{0,199}$/);

/** What a copy says it did to one record since it last said so. */
export const changeSchema = z.object({
  type: z.string().regex(/^[a-z_]{1,60}$/),
  id: z.string().min(1).max(64),
  /** The record's own stamp, when the change brings the whole record; null when it only changes fields of it. */
  base: stampSchema.nullable(),
  /** Set when the record was removed; then there are no fields. */
  gone: stampSchema.nullable(),
  /** Stamps of the fields in `fields`; those without one have that of `base`. */
  stamps: z.record(fieldName, stampSchema),
  fields: z.record(fieldName, z.unknown()),
  /** Which stamps the author saw before; under '' the latest one of a record that was removed. Only fields whose loss would be a pity. */
  seen: z.record(z.union([z.literal(''), fieldName]), stampSchema),
  /** The author's name. */
  by: z.string().max(200),
});
export type RecordChange = z.infer<typeof changeSchema>;

/** Two people wrote the same without seeing each other's. Under field '' one removed what the other changed: `value` is an object of fields. */
export interface Clash {
  readonly field: string;
  readonly kept: Version;
  readonly lost: Version;
}

export interface Version {
  readonly value: unknown;
  readonly stamp: Stamp;
  readonly by: string;
}

export type Merged =
  | { readonly type: 'merged'; readonly state: RecordState; readonly isChanged: boolean; readonly clashes: readonly Clash[] }
  /** The change is of fields only, and there is no record: the whole is needed. */
  | { readonly type: 'wholeNeeded' };

export function isThere({ base, gone }: Pick<RecordState, 'base' | 'gone'>): boolean {
  return gone === null || base > gone;
}

/** The stamp of a field of a record. */
export function stampOf({ base, stamps }: Pick<RecordState, 'base' | 'stamps'>, field: string): Stamp {
  return stamps[field] ?? base;
}

/** The latest stamp of a record. */
export function latestStamp({ base, stamps, gone }: Pick<RecordState, 'base' | 'stamps' | 'gone'>): Stamp {
  let latest = gone !== null && gone > base ? gone : base;
  for (const stamp of Object.values(stamps)) if (stamp > latest) latest = stamp;
  return latest;
}

/**
 * Merges a change into a record: per field, the later stamp wins. The outcome is the same in whatever order changes come, and
 * whoever merges, a branch or head office.
 */
export function mergeChange(state: RecordState | null, change: RecordChange): Merged {
  if (change.gone !== null) return mergeRemoval(state, change, change.gone);
  if (state === null) return change.base === null ? { type: 'wholeNeeded' } : brandNew(change, change.base);
  if (change.base !== null && !isThere({ base: change.base, gone: state.gone })) return unheard(state, change);
  if (!isThere(state)) return change.base === null ? unheard(state, change) : revived(state, change, change.base);
  return mergeFields(state, change);
}

/** A record's whole state as a change, to be merged elsewhere. */
export function toChange({ type, id, base, gone, stamps, fields, authors }: RecordState): RecordChange {
  const isGone = !isThere({ base, gone });
  return {
    type,
    id,
    base: isGone ? null : base,
    gone: isGone ? gone : null,
    stamps: isGone ? {} : { ...stamps },
    fields: isGone ? {} : { ...fields },
    seen: {},
    by: authors[''] ?? '',
  };
}

function brandNew(change: RecordChange, base: Stamp): Merged {
  const { type, id, fields, by } = change;
  const stamps = sparse(change.stamps, base);
  return {
    type: 'merged',
    state: { type, id, base, gone: null, stamps, fields, authors: { '': by } },
    isChanged: true,
    clashes: [],
  };
}

/** A record that was removed is made again. */
function revived(state: RecordState, change: RecordChange, base: Stamp): Merged {
  const made = brandNew(change, base);
  return made.type === 'merged' ? { ...made, state: { ...made.state, gone: state.gone } } : made;
}

/** Somebody changed what was removed before: it stays removed, and what was written isn't lost. */
function unheard(state: RecordState, change: RecordChange): Merged {
  const { gone } = state;
  const [field] = Object.keys(change.seen);
  if (gone === null || field === undefined) return { type: 'merged', state, isChanged: false, clashes: [] };
  const stamp = change.stamps[field] ?? change.base ?? gone;
  const lost = { value: change.fields, stamp, by: change.by };
  const kept = { value: null, stamp: gone, by: state.authors[''] ?? '' };
  return { type: 'merged', state, isChanged: false, clashes: [{ field: '', kept, lost }] };
}

function mergeRemoval(state: RecordState | null, change: RecordChange, gone: Stamp): Merged {
  const { type, id, by } = change;
  const before = state ?? { type, id, base: '', gone: null, stamps: {}, fields: {}, authors: {} };
  if (before.gone !== null && before.gone >= gone) return { type: 'merged', state: before, isChanged: false, clashes: [] };
  if (before.base > gone) return { type: 'merged', state: { ...before, gone }, isChanged: true, clashes: [] };
  const removed: RecordState = { type, id, base: before.base, gone, stamps: {}, fields: {}, authors: { '': by } };
  const clashes = isThere(before) ? unseenEdits(before, change, gone) : [];
  return { type: 'merged', state: removed, isChanged: true, clashes };
}

/** What others wrote that whoever removed the record hadn't seen. */
function unseenEdits(state: RecordState, change: RecordChange, gone: Stamp): readonly Clash[] {
  const seen = change.seen[''];
  if (seen === undefined) return [];
  const unseen = Object.keys(state.stamps).filter((field) => stampOf(state, field) > seen);
  if (unseen.length === 0) return [];
  const last = unseen.reduce((one, other) => (stampOf(state, one) > stampOf(state, other) ? one : other));
  const lost = { value: { ...state.fields }, stamp: stampOf(state, last), by: state.authors[last] ?? state.authors[''] ?? '' };
  return [{ field: '', kept: { value: null, stamp: gone, by: change.by }, lost }];
}

function mergeFields(state: RecordState, change: RecordChange): Merged {
  const base = change.base !== null && change.base > state.base ? change.base : state.base;
  const fields: Record<string, unknown> = { ...state.fields };
  const stamps: Record<string, Stamp> = {};
  const authors: Record<string, string> = { ...state.authors };
  const clashes: Clash[] = [];
  let isChanged = base !== state.base;
  for (const field of Object.keys(fields)) stamps[field] = stampOf(state, field);
  for (const [field, value] of Object.entries(change.fields)) {
    const theirs = change.stamps[field] ?? change.base ?? state.base;
    const ours = field in fields || field in state.stamps ? stampOf(state, field) : null;
    const wins = ours === null || theirs > ours || (theirs === ours && isGreater(value, fields[field]));
    const clash = ours === null ? null : clashOf({ state, change, field, ours, theirs, wins });
    if (clash) clashes.push(clash);
    if (!wins) continue;
    fields[field] = value;
    stamps[field] = theirs;
    if (change.by === (authors[''] ?? '')) delete authors[field];
    else authors[field] = change.by;
    isChanged ||= theirs !== ours || !isEqual(value, state.fields[field]);
  }
  const merged = { ...state, base, stamps: sparse(stamps, base), fields, authors };
  return { type: 'merged', state: isChanged ? merged : state, isChanged, clashes };
}

interface Meeting {
  readonly state: RecordState;
  readonly change: RecordChange;
  readonly field: string;
  readonly ours: Stamp;
  readonly theirs: Stamp;
  readonly wins: boolean;
}

function clashOf({ state, change, field, ours, theirs, wins }: Meeting): Clash | null {
  const seen = change.seen[field];
  if (seen === undefined || seen === ours || theirs === ours || isEqual(state.fields[field], change.fields[field])) return null;
  const own = { value: state.fields[field], stamp: ours, by: state.authors[field] ?? state.authors[''] ?? '' };
  const other = { value: change.fields[field], stamp: theirs, by: change.by };
  return wins ? { field, kept: other, lost: own } : { field, kept: own, lost: other };
}

function sparse(stamps: Readonly<Record<string, Stamp>>, base: Stamp): Record<string, Stamp> {
  return Object.fromEntries(Object.entries(stamps).filter(([, stamp]) => stamp !== base));
}

/** Settles what two copies of one disk wrote under the same stamp, the same way everywhere. */
function isGreater(one: unknown, other: unknown): boolean {
  return canonical(one) > canonical(other);
}

export function isEqual(one: unknown, other: unknown): boolean {
  return one === other || canonical(one) === canonical(other);
}

/** JSON with the keys of objects in order. */
function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) =>
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
        : part,
    ) ?? 'null'
  );
}
