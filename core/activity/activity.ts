import { defineRecordType } from '#core/records/record-type.ts';
import type { Activity } from '#shared/activity/contract.ts';

/** Something done with a party, as kept. */
export type ActivityRow = Omit<Activity, 'authorName'>;

export const activityRecord = defineRecordType<ActivityRow>({
  name: 'activity',
  table: 'activity',
  fields: {
    partyId: { column: 'party_id' },
    type: { column: 'type' },
    text: { column: 'text' },
    happenedAt: { column: 'happened_at' },
    direction: { column: 'direction' },
    outcome: { column: 'outcome' },
    duration: { column: 'duration' },
    authorId: { column: 'author_id' },
    createdAt: { column: 'created_at' },
  },
  describe: (activity) => activity.text.slice(0, 80),
});
