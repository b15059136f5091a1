import type { Act, ActKind } from '#core/records/act.ts';

/** What an act did to one record. `before` is null for a new one, `after` for one that was removed. */
export interface RecordChange {
  readonly recordType: string;
  readonly recordId: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What follows from changes within the same act, so that it is saved, and undone, together with them. */
export interface Reaction {
  readonly recordTypes: readonly string[];
  /** Called before the commit with the changes since the last call, and again with those it made itself. */
  react(act: Act, changes: readonly RecordChange[]): void;
}

/**
 * Nothing follows from what was there before: restored, brought back or invented. Nor from the other value of a conflict: what
 * follows from it was done where it was written.
 */
export const kindsWithoutReaction: ReadonlySet<ActKind> = new Set([
  'undo',
  'restore',
  'importArchive',
  'import',
  'demo',
  'sync',
  'erase',
  'conflict',
]);

const reactions: Reaction[] = [];

/** Makes a reaction known to the write path, in whichever thread it runs. */
export function defineReaction(reaction: Reaction) {
  reactions.push(reaction);
}

/** The reactions to acts of a kind. */
export function reactionsTo(kind: ActKind): readonly Reaction[] {
  return kindsWithoutReaction.has(kind) ? [] : reactions;
}
