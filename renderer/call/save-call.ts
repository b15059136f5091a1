import { client } from '#renderer/app/client.ts';
import type { CallStart } from '#renderer/call/open-call.ts';
import type { Activity } from '#shared/activity/contract.ts';
import type { TaskInput } from '#shared/task/contract.ts';

export interface SaidOnCall {
  readonly text: string;
  readonly outcome: Activity['outcome'];
  /** Seconds. */
  readonly duration: number | null;
  readonly next: TaskInput | undefined;
}

/** Writes a call down that is no task, and adds what follows. @returns the activity's id */
export async function saveCall(start: CallStart, { text, outcome, duration, next }: SaidOnCall): Promise<string> {
  const { partyId, phone, direction = 'out', dealId, activityId } = start;
  const said = { text, outcome, duration };
  const activity =
    activityId === undefined
      ? await client.activity.create({
          ...said,
          type: 'call',
          partyId,
          direction,
          ...(phone === undefined ? {} : { phone }),
          ...(dealId === undefined ? {} : { dealId }),
        })
      : await client.activity.update({ ...said, id: activityId });
  if (next !== undefined) await client.task.create(next);
  return activity.id;
}
