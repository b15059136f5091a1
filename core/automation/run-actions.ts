import type { RunStep } from '#core/automation/automation.ts';
import { doAction } from '#core/automation/do-action.ts';
import type { Running } from '#core/automation/running.ts';
import { webhookBody } from '#core/automation/webhook-body.ts';
import { readSettings } from '#core/settings/settings.ts';
import type { AutomationAction } from '#shared/automation/actions.ts';
import { deterministicId } from '#shared/sync/deterministic-id.ts';
import { relativeDueAt } from '#shared/time/relative-due.ts';
import { timeZoneOf } from '#shared/time/zone.ts';

/**
 * Does a rule's actions in their order. One that can't be done is noted and the others are done; one that fails takes back
 * what it had written, and never the save that set it off.
 */
export function runActions(actions: readonly AutomationAction[], running: Running): readonly RunStep[] {
  const steps: RunStep[] = [];
  for (const [index, action] of actions.entries()) {
    const place = running.first + index;
    if (action.type === 'wait') return [...steps, putOff(action, { running, place, rest: actions.slice(index + 1) })];
    steps.push(action.type === 'webhook' ? queueWebhook(action.url, { running, place }) : tryAction(action, { running, place }));
  }
  return steps;
}

function tryAction(action: AutomationAction, { running, place }: { readonly running: Running; readonly place: number }): RunStep {
  const step = { action: action.type, recordType: null, recordId: null, at: null };
  const attempted = running.act.attempt(() => doAction(action, running, place));
  if (attempted.type === 'done') return { ...step, ...attempted.result };
  const { error } = attempted;
  return { ...step, status: 'failed', code: error instanceof Error ? error.message.slice(0, 300) : 'error' };
}

type Wait = Extract<AutomationAction, { readonly type: 'wait' }>;

interface PuttingOff {
  readonly running: Running;
  readonly place: number;
  readonly rest: readonly AutomationAction[];
}

function putOff({ amount, unit }: Wait, { running, place, rest }: PuttingOff): RunStep {
  const { act, runId, actor, round, turn, occurrence } = running;
  const { timeZone, workingHours } = readSettings(act.tx);
  const dueAt = relativeDueAt({ after: { amount, unit } }, { from: act.at, timeZone: timeZoneOf(timeZone), workingHours });
  running.waiting.push({
    ...newStep(runId, place, dueAt),
    step: place + 1,
    action: { type: 'continue', actions: rest, actorId: actor.userId, round, turn, documentId: occurrence.documentId ?? null },
  });
  return { action: 'wait', status: 'waiting', code: '', recordType: null, recordId: null, at: dueAt };
}

function queueWebhook(url: string, { running, place }: { readonly running: Running; readonly place: number }): RunStep {
  const { act, runId } = running;
  const action = { type: 'webhook', url, body: webhookBody(running), since: act.at } as const;
  running.waiting.push({ ...newStep(runId, place, act.at), action });
  return { action: 'webhook', status: 'waiting', code: '', recordType: null, recordId: null, at: act.at };
}

function newStep(runId: string, place: number, dueAt: number) {
  return {
    id: deterministicId('step', runId, place),
    runId,
    step: place,
    dueAt,
    attempts: 0,
    status: 'waiting',
    error: '',
  } as const;
}
