import { findAssignee } from '#core/automation/assign.ts';
import { done } from '#core/automation/running.ts';
import type { Done, Running } from '#core/automation/running.ts';
import { fillWords } from '#core/automation/text-values.ts';
import { readSettings } from '#core/settings/settings.ts';
import { createTask } from '#core/task/commands.ts';
import type { AutomationAction, Due } from '#shared/automation/actions.ts';
import { deterministicId } from '#shared/sync/deterministic-id.ts';
import { relativeDueAt } from '#shared/time/relative-due.ts';
import { momentOf, timeZoneOf } from '#shared/time/zone.ts';

type CreateTask = Extract<AutomationAction, { readonly type: 'createTask' }>;
/** What rules' words were filled with may be longer than a task's can be. */
const longestTitle = 300;
const longestText = 100_000;

type PrepareMessage = Extract<AutomationAction, { readonly type: 'prepareMessage' }>;

/** A task for whom the rule means, by when it says; once, however often the event is noticed. */
export function giveTask(action: CreateTask, running: Running, place: number): Done {
  const { act, runId, subject } = running;
  const deal = subject.deal();
  const moment = action.due.type === 'dealMoment' ? action.due.field : null;
  const isVisit = moment === 'visitAt' || moment === 'leaveAt';
  const isOnSite = isVisit || moment === 'workAt';
  const task = createTask(act, {
    ...belongings(running),
    id: deterministicId('task', runId, place),
    madeBy: runId,
    type: action.taskType,
    title: fillWords(action.title, running).slice(0, longestTitle),
    text: fillWords(action.text, running).slice(0, longestText),
    purpose: action.purpose,
    assigneeId: findAssignee(action.assignee, running),
    dueAt: dueOf(action.due, running),
    allDay: moment === 'expectedClose',
    // When to leave, and how long the work takes, were said of the visit and of the work, each of its own day.
    leaveAt: isVisit ? (deal?.leaveAt ?? null) : null,
    location: isOnSite ? (deal?.siteAddress ?? '') : '',
    durationMinutes: action.durationMinutes ?? (moment === 'workAt' ? (deal?.workMinutes ?? null) : null),
    remindMinutes: action.remindMinutes,
    asks: action.asks,
    escalate: action.escalate,
  });
  return done('task', task.id);
}

/** A task to send words that are ready: the program has no wires to the outside of its own. */
export function prepareMessage(action: PrepareMessage, running: Running, place: number): Done {
  const { act, runId } = running;
  const task = createTask(act, {
    ...belongings(running),
    id: deterministicId('message', runId, place),
    madeBy: runId,
    type: action.channel,
    title: fillWords(action.subject, running).slice(0, longestTitle) || fillWords(action.text, running).slice(0, 80),
    text: fillWords(action.text, running).slice(0, longestText),
    assigneeId: findAssignee(action.assignee, running),
    dueAt: act.at,
    remindMinutes: null,
    escalate: false,
  });
  return done('task', task.id);
}

function belongings({ subject }: Running) {
  return {
    partyId: subject.party()?.id ?? null,
    dealId: subject.deal()?.id ?? null,
    leadId: subject.lead()?.id ?? null,
  };
}

function dueOf(due: Due, { act, subject }: Running): number | null {
  const { timeZone: zone, workingHours } = readSettings(act.tx);
  const timeZone = timeZoneOf(zone);
  switch (due.type) {
    case 'none':
      return null;
    case 'dealMoment': {
      const value = subject.deal()?.[due.field] ?? null;
      // A date of long ago is a slip of the pen, and no moment that anything can be due at.
      return typeof value === 'string' ? Math.max(0, momentOf({ date: value, time: '12:00' }, timeZone)) : value;
    }
    case 'after': {
      const { amount, unit, at } = due;
      const isInDays = unit === 'days' || unit === 'workingDays';
      return relativeDueAt(
        { after: { amount, unit }, ...(at !== undefined && isInDays && { at }) },
        { from: act.at, timeZone, workingHours },
      );
    }
  }
}
