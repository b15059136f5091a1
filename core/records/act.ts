import type { WriteTx } from '#core/database/connection.ts';
import type { Guard } from '#core/people/viewer/guard.ts';
import type { RecordChange } from '#core/records/reaction.ts';
import type { Outgoing } from '#core/records/outgoing.ts';
import type { Actor } from '#shared/people/permission.ts';
import type { Act as ActSummary } from '#shared/history/contract.ts';
import type { Stamp } from '#shared/sync/stamp.ts';

export type ActKind = ActSummary['kind'];

export type Attempted<Result> =
  | { readonly type: 'done'; readonly result: Result }
  | { readonly type: 'failed'; readonly error: unknown };

/** What somebody is doing in one go, while its transaction is open. All writing is done in the name of one. */
export interface Act {
  readonly tx: WriteTx;
  readonly kind: ActKind;
  readonly seq: number;
  readonly id: string;
  /** UTC milliseconds. */
  readonly at: number;
  readonly actor: Actor;
  /** The shop's country: order of names, reading of phones. */
  readonly country: string;
  /** The branch this copy belongs to; null at head office, and in a shop that is alone. */
  readonly branchId: string | null;
  /** Where what is written is marked for other copies; null in a shop that is alone. */
  readonly outgoing: Outgoing | null;
  nextStamp(): Stamp;
  /** Makes sure that coming stamps are later than one from elsewhere. */
  observe(stamp: Stamp): void;
  /** The same act as far as its transaction goes, in the name of who did it elsewhere: for its history. */
  inNameOf(author: string, at: number): Act;
  /** Does work that may fail: what it throws is answered, and nothing of what it had written stays. */
  attempt<Result>(work: () => Result): Attempted<Result>;
  /** Puts work off, at the latest to just before the commit; work put off again under the same key replaces the earlier one. */
  defer(key: string, work: () => void): void;
  isDeferred(key: string): boolean;
  /** The act that this one undoes. */
  readonly undoes: string | null;
  /** Minds the rights of whoever acts, before a record is written; null where nothing limits them or what is done follows from what they did. */
  readonly guard: Guard | null;
  /** Does what follows from what somebody did, so that her rights aren't asked. */
  following<Result>(work: () => Result): Result;
  /** Passes a change on to what follows from it (see reaction.ts). */
  noteChange(change: RecordChange): void;
  /** Notes that a record was written, for the count and for live events. */
  noteWritten(recordType: string, id: string): void;
}
