import { keyOf } from '#shared/sync/record-key.ts';
import type { RecordKey } from '#shared/sync/record-key.ts';
import type { RecordState } from '#shared/sync/record-state.ts';
import type { RefusalCode } from '#shared/sync/protocol.ts';
import { officeOnly } from '#shared/sync/scope-rules.ts';
import type { OfficeTx } from '#office/store/office-store.ts';
import { readHeld } from '#office/merge/held-record.ts';
import type { HeldRecord } from '#office/merge/held-record.ts';

/** A record while it is being changed. */
export interface Draft {
  /** As it was before this transaction; null when it wasn't there. */
  readonly before: HeldRecord | null;
  state: RecordState;
  home: string;
  scopes: readonly string[];
  readonly sender: string | null;
  /** Whether head office itself had a hand in it, so that its writer doesn't know all of it. */
  isOffices: boolean;
  /** Whether its writer had lost it already when writing, without knowing. */
  isLate: boolean;
  /** How far working out its place is. */
  progress: 'open' | 'underWay' | 'settled';
  /** Why it can't be written after all: its place came out as one that the writer may not write to. */
  refusal: RefusalCode | null;
  /** Which changes of the batch are in it. */
  readonly positions: number[];
}

/** By `keyOf`, in the order in which they came. */
export type Drafts = Map<string, Draft>;

export function draftOf(before: HeldRecord): Draft {
  const { state, home, scopes, sender } = before;
  return { ...open, before, state, home, scopes, sender, positions: [] };
}

/** The draft of a record that wasn't there. */
export function newDraft(state: RecordState, sender: string | null): Draft {
  return { ...open, before: null, state, home: officeOnly, scopes: [officeOnly], sender, positions: [] };
}

const open = { isOffices: false, isLate: false, progress: 'open', refusal: null } as const;

/** Whether the record is one at all after this transaction: what was refused of one that is there leaves it as it was. */
export function isTaken({ refusal, before }: Draft): boolean {
  return refusal === null || before !== null;
}

/** Adds the records that are there to the drafts, but those that are among them. */
export async function addDrafts(tx: OfficeTx, drafts: Drafts, keys: readonly RecordKey[]): Promise<void> {
  const missing = keys.filter(([type, id]) => !drafts.has(keyOf({ type, id })));
  for (const [key, held] of await readHeld(tx, missing)) drafts.set(key, draftOf(held));
}
