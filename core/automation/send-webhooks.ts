import { runRecord, stepRecord } from '#core/automation/automation.ts';
import type { StepRow } from '#core/automation/automation.ts';
import { statusOf } from '#core/automation/running.ts';
import { defineDuty } from '#core/clock/duty.ts';
import { dutiesOf } from '#core/clock/own-duties.ts';
import type { Core } from '#core/core.ts';
import { systemActor } from '#core/people/allow.ts';
import type { Act } from '#core/records/act.ts';
import { changeRecord, decodeRow, readRecord } from '#core/records/write.ts';

const minute = 60_000;
/** Pauses after each failure, in milliseconds; the last one is repeated. */
const pauses = [minute, 5 * minute, 15 * minute, 60 * minute, 4 * 60 * minute];
/** Given up after this. */
const longestTrying = 24 * 60 * minute;
const answerWithin = 10_000;
const mostAtOnce = 8;

/**
 * Posts what rules have for other programs, outside of any save. An address that doesn't answer is tried again with
 * growing pauses for a day. `x-cartera-delivery` is the same each time, so that the other side can tell a repetition.
 */
defineDuty({
  name: 'sendWebhooks',
  async run(core) {
    const claimed: StepRow[] = [];
    for (const step of dueWebhooks(core)) if (await claim(core, step)) claimed.push(step);
    await Promise.all(claimed.map((step) => deliver(core, step)));
  },
});

function dueWebhooks({ store, clock }: Core): readonly StepRow[] {
  const ours = dutiesOf(store.db, 'run.branch_id', 'main');
  return store.db
    .read<(number | string | null)[], Record<string, unknown>>(
      `SELECT step.* FROM automation_step step JOIN automation_run run ON run.id = step.run_id
       WHERE step.status = 'waiting' AND step.due_at <= ? AND step.action ->> '$.type' = 'webhook' AND ${ours.sql}
       ORDER BY step.due_at LIMIT ?`,
    )
    .all(clock.now(), ...ours.parameters, mostAtOnce)
    .map((values) => decodeRow(stepRecord, values));
}

/** Puts the next try off before this one, so that a crash, or a second program, doesn't send it twice at a time. */
async function claim({ store, clock }: Core, { id, attempts }: StepRow): Promise<boolean> {
  const pause = pauses[Math.min(attempts, pauses.length - 1)] ?? minute;
  const { result } = await store.perform({ actor: systemActor, kind: 'clock', subject: 'webhook' }, (act) => {
    const step = readRecord(act.tx, stepRecord, id)?.row;
    if (step?.status !== 'waiting' || step.attempts !== attempts) return false;
    changeRecord(act, stepRecord, { id, changes: { attempts: attempts + 1, dueAt: clock.now() + pause } });
    return true;
  });
  return result;
}

async function deliver({ store, clock }: Core, { id, action }: StepRow) {
  if (action.type !== 'webhook') return;
  const error = await post(action.url, { id, body: action.body });
  const isOver = error !== '' && clock.now() - action.since >= longestTrying;
  await store.perform({ actor: systemActor, kind: 'clock', subject: 'webhook' }, (act) => {
    const status = error === '' ? 'done' : isOver ? 'failed' : 'waiting';
    const step = changeRecord(act, stepRecord, { id, changes: { status, error } });
    if (step && status !== 'waiting') settle(act, step);
  });
}

/** @returns why it failed, empty when it didn't */
async function post(url: string, { id, body }: { readonly id: string; readonly body: object }): Promise<string> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-cartera-delivery': id },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(answerWithin),
    });
    await answer.body?.cancel();
    return answer.ok ? '' : `HTTP ${answer.status}`;
  } catch (error) {
    const { cause, message } = error as Error;
    return (cause as { code?: string } | undefined)?.code ?? message;
  }
}

/** Writes into the run what came of it. */
function settle(act: Act, { runId, step, status, error }: StepRow) {
  const run = readRecord(act.tx, runRecord, runId)?.row;
  if (!run) return;
  const steps = run.steps.map((one, index) =>
    index === step ? { ...one, status: status === 'done' ? ('done' as const) : ('failed' as const), code: error } : one,
  );
  changeRecord(act, runRecord, { id: runId, changes: { steps, status: statusOf(steps) } });
}
