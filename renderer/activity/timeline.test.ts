import { describe, expect, it } from 'vitest';
import { mergeTimeline } from '#renderer/activity/timeline.ts';
import type { Activity } from '#shared/activity/contract.ts';
import type { Change } from '#shared/history/contract.ts';

const activity = (happenedAt: number): Activity => ({
  id: `a${happenedAt}`,
  partyId: 'p',
  type: 'note',
  text: '',
  happenedAt,
  direction: null,
  outcome: null,
  duration: null,
  dealId: null,
  taskId: null,
  phone: '',
  authorId: 'u',
  authorName: 'Ana',
  createdAt: happenedAt,
});

const change = (at: number, more: Partial<Change> = {}): Change => ({
  actId: `c${at}`,
  actKind: 'update',
  at,
  actorName: 'Ana',
  recordType: 'party',
  operation: 'update',
  fields: [{ field: 'source', from: '', to: 'x' }],
  ...more,
});

const read = <Row>(rows: readonly Row[], hasMore = false) => ({ rows, hasMore });
const times = (entries: ReturnType<typeof mergeTimeline>) => entries.map(({ at }) => at);

describe('the history of a card', () => {
  it('puts talks and changes in one order, newest first', () => {
    expect(times(mergeTimeline(read([activity(5), activity(1)]), read([change(7), change(3)])))).toEqual([7, 5, 3, 1]);
  });

  it('shows nothing older than what was read of each', () => {
    expect(times(mergeTimeline(read([activity(9), activity(5)], true), read([change(7), change(3)])))).toEqual([9, 7, 5]);
    expect(times(mergeTimeline(read([activity(9), activity(1)]), read([change(7), change(6)], true)))).toEqual([9, 7, 6]);
  });

  it('leaves out changes that say nothing', () => {
    const onlyTime = change(4, { fields: [{ field: 'updatedAt', from: 1, to: 2 }] });
    const noteWritten = change(5, { recordType: 'activity', operation: 'create', fields: [] });
    const cardAdded = change(1, { operation: 'create', fields: [] });
    expect(times(mergeTimeline(read([]), read([noteWritten, onlyTime, cardAdded])))).toEqual([1]);
  });
});
