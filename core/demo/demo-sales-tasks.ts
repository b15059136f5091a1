import { fillIn, leaveFor } from '#core/demo/demo-sales-deal.ts';
import type { DemoDeal } from '#core/demo/demo-sales-deal.ts';
import { callTasks } from '#core/demo/sales-talk.ts';
import type { SalesMaking } from '#core/demo/sales-making.ts';
import { createTask } from '#core/task/commands.ts';
import type { TaskInput } from '#shared/task/contract.ts';

const minute = 60_000;
const hour = 60 * minute;
/** What is planned for the open deals, one after another: when, or nothing. */
const rota = [
  'today',
  'tomorrow',
  'overdue',
  'later',
  'anyTimeToday',
  'nothing',
  'today',
  'later',
  'tomorrow',
  'nothing',
] as const;
/** More overdue tasks than these would look like a shop in trouble. */
const mostOverdue = 4;

/** Plans what comes next for the open deals, around now. */
export function planTasks(making: SalesMaking, deals: readonly DemoDeal[]) {
  let overdue = 0;
  const open = deals.filter(({ road }) => road.status === 'open');
  for (const made of open.filter(({ appointment }) => appointment)) addAppointment(making, made);
  for (const [index, made] of open.filter(({ appointment }) => !appointment).entries()) {
    const turn = rota[index % rota.length] ?? 'nothing';
    if (turn === 'overdue' && ++overdue > mostOverdue) continue;
    if (turn !== 'nothing') addTask(making, made, dueOf(making, turn));
  }
}

function addAppointment({ act, say }: SalesMaking, { deal, street, appointment }: DemoDeal) {
  if (!appointment) return;
  const { type, at, minutes, title } = appointment;
  createTask(act, {
    type,
    title: fillIn(say(title), { street, title: deal.title }),
    partyId: deal.partyId,
    dealId: deal.id,
    durationMinutes: minutes,
    leaveAt: leaveFor({ type, at }),
    location: type === 'visit' ? deal.siteAddress : '',
    ...remindedOf(act.at, at, type === 'visit' ? 45 : 10),
  });
}

function addTask({ act, random, sales, say }: SalesMaking, { deal }: DemoDeal, due: TaskInput) {
  const isCall = random.chance(0.6);
  const title = say(random.pick(isCall ? callTasks : sales.todos));
  createTask(act, { type: isCall ? 'call' : 'todo', title, partyId: deal.partyId, dealId: deal.id, ...due });
}

function dueOf({ act, calendar, random }: SalesMaking, turn: Exclude<(typeof rota)[number], 'nothing'>): TaskInput {
  switch (turn) {
    case 'today':
      return remindedOf(act.at, calendar.book(0, 15), 0);
    case 'tomorrow':
      return remindedOf(act.at, calendar.book(1, 15), 0);
    case 'later':
      return remindedOf(act.at, calendar.book(2 + random.int(9), 15), 0);
    case 'anyTimeToday':
      return { dueAt: act.at, allDay: true, remindMinutes: null, escalate: false };
    case 'overdue':
      return { ...notReminded, dueAt: calendar.atWork(act.at - hour * (2 + random.int(44))) };
  }
}

const notReminded = { remindMinutes: null, escalate: false } as const;

/** A task for a moment to come, reminded of so many minutes before it where that is still to come. */
function remindedOf(now: number, dueAt: number, minutes: number): TaskInput {
  const isAhead = dueAt - minutes * minute > now + 5 * minute;
  return { dueAt, remindMinutes: isAhead ? minutes : null, escalate: false };
}
