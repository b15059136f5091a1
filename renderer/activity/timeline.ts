import type { Activity } from '#shared/activity/contract.ts';
import type { Change } from '#shared/history/contract.ts';

/** One line of a card's history. */
export type TimelineEntry =
  | { readonly type: 'activity'; readonly at: number; readonly activity: Activity }
  | { readonly type: 'change'; readonly at: number; readonly change: Change };

interface Read<Row> {
  readonly rows: readonly Row[];
  /** Older ones are there that were not read yet. */
  readonly hasMore: boolean;
}

/**
 * Puts activities and changes, each newest first, into one order. Where one of the two was read less far back, the
 * other stops there, too: nothing may appear later between lines already shown.
 */
export function mergeTimeline(activities: Read<Activity>, changes: Read<Change>): readonly TimelineEntry[] {
  const entries: TimelineEntry[] = [
    ...activities.rows.map((activity) => ({ type: 'activity' as const, at: activity.happenedAt, activity })),
    ...changes.rows.filter(isWorthALine).map((change) => ({ type: 'change' as const, at: change.at, change })),
  ];
  const readDownTo = Math.max(
    activities.hasMore ? (activities.rows.at(-1)?.happenedAt ?? Infinity) : -Infinity,
    changes.hasMore ? (changes.rows.at(-1)?.at ?? Infinity) : -Infinity,
  );
  return entries.filter(({ at }) => at >= readDownTo).sort((one, other) => other.at - one.at);
}

/** Times of saving say nothing of their own. */
const silentFields = new Set([
  'createdAt',
  'updatedAt',
  'partyId',
  'contactId',
  'companyId',
  'authorId',
  'authorName',
  'hash',
  'mediaType',
  'size',
]);

/** The fields of a change that a person wants to read. */
export function fieldsWorthReading(change: Change): Change['fields'] {
  return change.fields.filter(({ field }) => !silentFields.has(field));
}

/** A note written is a line of its own, and so says nothing new as a change. */
function isWorthALine(change: Change): boolean {
  if (change.recordType === 'activity' && change.operation === 'create') return false;
  return change.operation !== 'update' || fieldsWorthReading(change).length > 0;
}
