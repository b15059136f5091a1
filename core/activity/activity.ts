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
    dealId: { column: 'deal_id' },
    taskId: { column: 'task_id' },
    phone: { column: 'phone' },
    authorId: { column: 'author_id' },
    createdAt: { column: 'created_at' },
  },
  references: [
    { field: 'partyId', to: 'party', onPurge: 'purge' },
    { field: 'dealId', to: 'deal', onPurge: 'clear' },
    { field: 'taskId', to: 'task', onPurge: 'clear' },
  ],
  describe: (activity) => activity.text.slice(0, 80),
});
