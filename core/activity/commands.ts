import { activityRecord } from '#core/activity/activity.ts';
import type { ActivityRow } from '#core/activity/activity.ts';
import type { Act } from '#core/records/act.ts';
import { newId } from '#core/records/new-id.ts';
import { createRecord } from '#core/records/write.ts';

export type NewActivity = Pick<ActivityRow, 'partyId' | 'type' | 'text'> & {
  readonly [Field in 'happenedAt' | 'direction' | 'outcome' | 'duration' | 'dealId' | 'taskId' | 'phone']?:
    | ActivityRow[Field]
    | undefined;
};

/** Writes down what was done with a party; unless it is said when, it was now. */
export function createActivity(
  act: Act,
  { partyId, type, text, happenedAt, direction, outcome, duration, dealId, taskId, phone }: NewActivity,
): ActivityRow {
  return createRecord(act, activityRecord, {
    id: newId(),
    partyId,
    type,
    text,
    happenedAt: happenedAt ?? act.at,
    direction: direction ?? null,
    outcome: outcome ?? null,
    duration: duration ?? null,
    dealId: dealId ?? null,
    taskId: taskId ?? null,
    phone: phone ?? '',
    authorId: act.actor.userId,
    createdAt: act.at,
  });
}
