import { z } from 'zod';
import { erasedStamp } from '#shared/sync/erasure.ts';
import type { Stamp } from '#shared/sync/stamp.ts';

/**
 * A record as copies exchange it: state, never a log of what led to it. A field's stamp is the one in `stamps`, or `base` where
 * it has none there; `gone` is the stamp at which it was removed. A record is there when `base` is later than `gone`. One that isn't may
 * have fields that somebody wrote after its removal: they count when it is made again.
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
/** Keys of custom fields are in the shop's own letters. What every object has by nature, as `constructor`, is no field. */
const fieldName = z
  .string()
  .regex(/^[A-Za-z][\p{L}\p{N}\p{M}_.:-]{0,199}$/u)
  .refine((name) => !(name in {}));

/** What a copy says it did to one record since it last said so. */
export const changeSchema = z.object({
  type: z.string().regex(/^[a-z_]{1,60}$/),
  id: z.string().min(1).max(64),
  /** The record's own stamp, when the change brings the whole record; null when it only changes fields of it. */
  base: stampSchema.nullable(),
  /** Set when the record was removed. With a later `base` it was made again since: `isThere` says which. */
  gone: stampSchema.nullable(),
  /** Stamps of the fields in `fields`; those without one have that of `base`. */
  stamps: z.record(fieldName, stampSchema),
  fields: z.record(fieldName, z.unknown()),
  /**
   * Which stamps the author saw before; under '' the latest one of a record that was removed, or is in the recycle bin. Only fields
   * whose loss would be a pity.
   */
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

/** The latest stamp of a record; that it was erased is no moment. */
export function latestStamp({ base, stamps, gone }: Pick<RecordState, 'base' | 'stamps' | 'gone'>): Stamp {
  let latest = gone !== null && gone !== erasedStamp && gone > base ? gone : base;
  for (const stamp of Object.values(stamps)) if (stamp > latest) latest = stamp;
  return latest;
}

/**
 * Merges a change into a record: per field, the later stamp wins, and what was written before the last removal doesn't count. The outcome
 * is the same in whatever order changes come, and whoever merges, a branch or head office.
 */
export function mergeChange(state: RecordState | null, change: RecordChange): Merged {
  if (state === null && change.base === null && change.gone === null) return { type: 'wholeNeeded' };
  const { type, id } = change;
  const before = state ?? { type, id, base: '', gone: null, stamps: {}, fields: {}, authors: {} };
  const base = change.base !== null && change.base > before.base ? change.base : before.base;
  const gone = change.gone !== null && (before.gone === null || change.gone > before.gone) ? change.gone : before.gone;
  const meeting: Meeting = { before, change, base, gone };
  const winners = Object.keys(change.fields).filter((field) => doesWin(meeting, field));
  const isChanged = base !== before.base || gone !== before.gone || winners.length > 0;
  const clashes = clashesOf(meeting);
  return { type: 'merged', state: isChanged ? merged(meeting, winners) : before, isChanged, clashes };
}

/**
 * A record's whole state as a change, to be merged elsewhere. Of a record that was removed and made again, it says both; what was written
 * of a removed one afterwards stays where it is.
 */
export function toChange({ type, id, base, gone, stamps, fields, authors }: RecordState): RecordChange {
  const isGone = !isThere({ base, gone });
  return {
    type,
    id,
    base: isGone ? null : base,
    gone,
    stamps: isGone ? {} : { ...stamps },
    fields: isGone ? {} : { ...fields },
    seen: {},
    by: authors[''] ?? '',
  };
}

interface Meeting {
  readonly before: RecordState;
  readonly change: RecordChange;
  /** As they are afterwards. */
  readonly base: Stamp;
  readonly gone: Stamp | null;
}

/** When the change wrote a field. */
function theirStamp({ before, change }: Meeting, field: string): Stamp {
  return change.stamps[field] ?? change.base ?? before.base;
}

/** When the field was written that there is; null where there is none that counts. */
function ownStamp({ before, gone }: Meeting, field: string): Stamp | null {
  if (!Object.hasOwn(before.fields, field)) return null;
  const own = stampOf(before, field);
  return gone === null || own > gone ? own : null;
}

function doesWin(meeting: Meeting, field: string): boolean {
  const { before, change, gone } = meeting;
  const theirs = theirStamp(meeting, field);
  if (gone !== null && theirs <= gone) return false;
  const own = ownStamp(meeting, field);
  return own === null || theirs > own || (theirs === own && isGreater(change.fields[field], before.fields[field]));
}

function merged(meeting: Meeting, winners: readonly string[]): RecordState {
  const { before, change, base, gone } = meeting;
  const maker = makerOf(meeting);
  const fields: Record<string, unknown> = {};
  const stamps: Record<string, Stamp> = {};
  const authors: Record<string, string> = { '': maker };
  const write = (field: string, value: unknown, { stamp, by }: Pick<Version, 'stamp' | 'by'>) => {
    fields[field] = value;
    if (stamp === base) delete stamps[field];
    else stamps[field] = stamp;
    if (by === maker) delete authors[field];
    else authors[field] = by;
  };
  for (const [field, value] of Object.entries(before.fields)) {
    const stamp = ownStamp(meeting, field);
    if (stamp !== null) write(field, value, { stamp, by: authorOf(before, field) });
  }
  for (const field of winners) write(field, change.fields[field], { stamp: theirStamp(meeting, field), by: change.by });
  return { type: before.type, id: before.id, base, gone, stamps, fields, authors };
}

/** Who made the record, or removed it. */
function makerOf({ before, change, base, gone }: Meeting): string {
  const isTheirs = isThere({ base, gone }) ? base !== before.base : gone !== before.gone;
  return isTheirs ? change.by : authorOf(before, '');
}

function authorOf({ authors }: RecordState, field: string): string {
  return authors[field] ?? authors[''] ?? '';
}

function clashesOf(meeting: Meeting): readonly Clash[] {
  const { before, change, base, gone } = meeting;
  // What is erased is nobody's to get back, and a clash would keep it.
  if (gone === erasedStamp) return [];
  if (!isThere({ base, gone })) {
    const isRemoval = gone !== before.gone;
    return isRemoval && isThere(before) ? unseenEdits(before, change, gone ?? '') : isRemoval ? [] : unheard(before, change);
  }
  const written = Object.keys(change.seen).filter((field) => Object.hasOwn(change.fields, field));
  return [...written.flatMap((field) => clashOf(meeting, field)), ...binClash(meeting, written)];
}

/** The field that says since when a record is in the recycle bin. */
const binned = 'deletedAt';

/** Somebody put into the recycle bin what another was still changing: both count, and somebody has to say which is meant. */
function binClash(meeting: Meeting, written: readonly string[]): readonly Clash[] {
  const { before, change } = meeting;
  const seen = change.seen[''];
  if (Object.hasOwn(change.fields, binned)) {
    if (seen === undefined || (change.fields[binned] ?? null) === null || !doesWin(meeting, binned)) return [];
    const last = lastUnseen(before, { seen, except: binned });
    if (last === undefined) return [];
    const kept = { value: change.fields[binned], stamp: theirStamp(meeting, binned), by: change.by };
    return [{ field: binned, kept, lost: { value: null, stamp: stampOf(before, last), by: authorOf(before, last) } }];
  }
  const own = ownStamp(meeting, binned);
  const isNews = written.some((field) => theirStamp(meeting, field) !== ownStamp(meeting, field));
  if (seen !== undefined || !isNews || own === null || (before.fields[binned] ?? null) === null) return [];
  const stamp = written.map((field) => theirStamp(meeting, field)).reduce((one, other) => (one > other ? one : other));
  const kept = { value: before.fields[binned], stamp: own, by: authorOf(before, binned) };
  return [{ field: binned, kept, lost: { value: null, stamp, by: change.by } }];
}

/** The field written last of those that were written after what somebody had seen of the record. */
function lastUnseen(
  state: RecordState,
  { seen, except }: { readonly seen: Stamp; readonly except?: string },
): string | undefined {
  const unseen = Object.keys(state.stamps).filter((field) => field !== except && stampOf(state, field) > seen);
  return unseen.reduce<string | undefined>(
    (one, other) => (one !== undefined && stampOf(state, one) > stampOf(state, other) ? one : other),
    undefined,
  );
}

/** Somebody changed what was removed before: it stays removed, and what was written isn't lost. */
function unheard(before: RecordState, change: RecordChange): readonly Clash[] {
  const { gone } = before;
  const [field] = Object.keys(change.seen);
  if (gone === null || change.gone !== null || field === undefined) return [];
  const lost = { value: change.fields, stamp: change.stamps[field] ?? change.base ?? gone, by: change.by };
  return [{ field: '', kept: { value: null, stamp: gone, by: authorOf(before, '') }, lost }];
}

/** What others wrote that whoever removed the record hadn't seen. */
function unseenEdits(state: RecordState, change: RecordChange, gone: Stamp): readonly Clash[] {
  const seen = change.seen[''];
  if (seen === undefined) return [];
  const last = lastUnseen(state, { seen });
  if (last === undefined) return [];
  const lost = { value: { ...state.fields }, stamp: stampOf(state, last), by: authorOf(state, last) };
  return [{ field: '', kept: { value: null, stamp: gone, by: change.by }, lost }];
}

function clashOf(meeting: Meeting, field: string): readonly Clash[] {
  const { before, change } = meeting;
  const [own, theirs] = [ownStamp(meeting, field), theirStamp(meeting, field)];
  const [ownValue, theirValue] = [before.fields[field], change.fields[field]];
  if (own === null || change.seen[field] === own || theirs === own || isEqual(ownValue, theirValue)) return [];
  const ours = { value: ownValue, stamp: own, by: authorOf(before, field) };
  const other = { value: theirValue, stamp: theirs, by: change.by };
  return doesWin(meeting, field) ? [{ field, kept: other, lost: ours }] : [{ field, kept: ours, lost: other }];
}

/** Settles what two copies of one disk wrote under the same stamp, the same way everywhere. */
function isGreater(one: unknown, other: unknown): boolean {
  return one !== other && canonical(one) > canonical(other);
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
