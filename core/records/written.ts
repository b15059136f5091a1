import type { RecordChange } from '#core/records/reaction.ts';
import type { SavedEvent } from '#shared/event/contract.ts';

/** Above this many, a live event names no ids and everything shown is read again. */
const namedIdsLimit = 500;

/** What an act has written so far, to tell the windows and the audit. */
export interface Written {
  readonly types: Set<string>;
  readonly ids: Set<string>;
  count: number;
  /** Whether somebody may see from now on what she didn't, or the other way round. */
  changedHands: boolean;
  /** What was taken out of use, by its type. */
  readonly removed: Map<string, Removed>;
}

export interface Removed {
  count: number;
  /** The last one. */
  id: string;
  /** Whether all of them went into the recycle bin. */
  isBinned: boolean;
}

/** A save, and whether it changed who sees what. */
export type SavedByProgram = SavedEvent & { readonly changedHands?: boolean };

export function nothingWritten(): Written {
  return { types: new Set(), ids: new Set(), count: 0, changedHands: false, removed: new Map() };
}

export function addRecord(written: Written, recordType: string, recordId: string) {
  written.types.add(recordType);
  written.count += 1;
  if (written.ids.size <= namedIdsLimit) written.ids.add(recordId);
}

export function addChange(written: Written, change: RecordChange) {
  if (changedHands(change)) written.changedHands = true;
  const { recordType, recordId: id, before, after } = change;
  if (!before || (after && !wasBinned(before, after))) return;
  const known = written.removed.get(recordType);
  // What was removed last stands last.
  written.removed.delete(recordType);
  const isBinned = after !== null && (known?.isBinned ?? true);
  written.removed.set(recordType, { count: (known?.count ?? 0) + 1, id, isBinned });
}

export function toSavedEvent({ types, ids, count, changedHands }: Written): SavedByProgram {
  return { recordTypes: [...types], ids: count > namedIdsLimit ? null : [...ids], changedHands };
}

/** Fields on which it hangs who sees a record. */
const deciding = [
  'ownerId',
  'branchId',
  'isKey',
  'stageId',
  'assigneeId',
  'partyId',
  'dealId',
  'teamId',
  'role',
  'rights',
] as const;

function changedHands({ before, after }: RecordChange): boolean {
  if (!before || !after) return false;
  const [was, is] = [before, after] as unknown as readonly Readonly<Record<string, unknown>>[];
  return deciding.some((field) => was?.[field] !== is?.[field]);
}

function wasBinned(before: unknown, after: unknown): boolean {
  const [was, is] = [before, after] as readonly { readonly deletedAt?: number | null }[];
  return (was?.deletedAt ?? null) === null && (is?.deletedAt ?? null) !== null;
}
