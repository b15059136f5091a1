import { createActivity } from '#core/activity/commands.ts';
import type { DemoDeal } from '#core/demo/demo-sales-deal.ts';
import { callTasks, notesMade, saidOnThePhone } from '#core/demo/sales-talk.ts';
import type { SalesMaking } from '#core/demo/sales-making.ts';
import { personIdOf } from '#core/people/allow.ts';
import { changeRecord } from '#core/records/write.ts';
import { createTask } from '#core/task/commands.ts';
import { taskRecord } from '#core/task/task.ts';
import type { callOutcomes } from '#shared/activity/contract.ts';

type Outcome = (typeof callOutcomes)[number];

const minute = 60_000;
const day = 1440 * minute;
/** Calls that were planned are shown as done for so long. */
const remembered = 21 * day;
const outcomes: readonly Outcome[] = ['reached', 'reached', 'reached', 'reached', 'noAnswer', 'busy', 'leftMessage'];

/** Writes down the calls of a deal's life, some of them planned before, and what was noted of its client. */
export function addTalks(making: SalesMaking, made: DemoDeal) {
  const { act, random, calendar, say } = making;
  const { deal, road } = made;
  const end = road.closedAt ?? act.at;
  for (let call = 0; call < 1 + random.int(3); call++) {
    const moment = calendar.atWork(deal.createdAt + 20 * minute + Math.round((end - deal.createdAt) * random.next()));
    addCall(making, made, Math.max(deal.createdAt, Math.min(moment, end)));
  }
  if (random.chance(0.3))
    createActivity(act, {
      partyId: deal.partyId,
      dealId: deal.id,
      type: 'note',
      text: say(random.pick(notesMade)),
      happenedAt: deal.createdAt,
    });
}

function addCall({ act, random, say }: SalesMaking, { deal, client }: DemoDeal, happenedAt: number) {
  const isIncoming = random.chance(0.25);
  const outcome = isIncoming ? 'reached' : random.pick(outcomes);
  const isReached = outcome === 'reached';
  const text = isReached ? say(random.pick(saidOnThePhone)) : '';
  const isPlanned = !isIncoming && isReached && act.at - happenedAt < remembered;
  const taskId = isPlanned ? addDoneTask({ act, random, say }, deal, { at: happenedAt, text }) : null;
  createActivity(act, {
    partyId: deal.partyId,
    dealId: deal.id,
    taskId,
    type: 'call',
    text,
    direction: isIncoming ? 'in' : 'out',
    outcome,
    duration: isReached ? 40 + random.int(420) : null,
    phone: client.phones[0]?.e164 ?? '',
    happenedAt,
  });
}

function addDoneTask(
  { act, random, say }: Pick<SalesMaking, 'act' | 'random' | 'say'>,
  { id: dealId, partyId }: DemoDeal['deal'],
  { at, text }: { readonly at: number; readonly text: string },
): string {
  const dueAt = Math.floor(at / (15 * minute)) * 15 * minute + 15 * minute;
  const { id } = createTask(act, {
    type: 'call',
    title: say(random.pick(callTasks)),
    partyId,
    dealId,
    dueAt,
    remindMinutes: null,
    escalate: false,
  });
  const doneBy = personIdOf(act.actor);
  const createdAt = at - day;
  changeRecord(act, taskRecord, {
    id,
    changes: { status: 'done', result: text, outcome: 'reached', doneAt: at, doneBy, createdAt, updatedAt: at },
  });
  return id;
}
