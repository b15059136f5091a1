import { runRecord, stepRecord } from '#core/automation/automation.ts';
import type { RunStep, StepRow } from '#core/automation/automation.ts';
import { runActions } from '#core/automation/run-actions.ts';
import { continueChain } from '#core/automation/loops.ts';
import { statusOf } from '#core/automation/running.ts';
import { ownRow, subjectOf } from '#core/automation/subject.ts';
import type { Subject } from '#core/automation/subject.ts';
import { defineDuty } from '#core/clock/duty.ts';
import { dutiesOf } from '#core/clock/own-duties.ts';
import type { ReadDb } from '#core/database/connection.ts';
import { systemActor } from '#core/people/allow.ts';
import { findActor } from '#core/people/users.ts';
import type { Act } from '#core/records/act.ts';
import { changeRecord, createRecord, readRecord } from '#core/records/write.ts';
import type { Actor } from '#shared/people/permission.ts';

/** So many a second at most, one transaction each: a save never waits for more than one of them. */
const mostAtOnce = 50;

/** Goes on with what a rule put off, when its time has come: also what came due while the program was closed. */
defineDuty({
  name: 'continueRuns',
  async run({ store, clock }) {
    for (const { id } of dueSteps(store.db, clock.now()))
      await store.perform({ actor: systemActor, kind: 'clock', subject: 'rule' }, (act) => continueRun(act, id));
  },
});

function dueSteps(db: ReadDb, now: number): readonly { readonly id: string }[] {
  const ours = dutiesOf(db, 'run.branch_id', 'main');
  return db
    .read<(number | string | null)[], { id: string }>(
      `SELECT step.id FROM automation_step step JOIN automation_run run ON run.id = step.run_id
       WHERE step.status = 'waiting' AND step.due_at <= ? AND step.action ->> '$.type' = 'continue' AND ${ours.sql}
       ORDER BY step.due_at LIMIT ?`,
    )
    .all(now, ...ours.parameters, mostAtOnce);
}

function continueRun(act: Act, stepId: string) {
  const step = readRecord(act.tx, stepRecord, stepId)?.row;
  // Another program on the same data may have been quicker.
  if (step?.status !== 'waiting' || step.action.type !== 'continue' || step.dueAt > act.at) return;
  changeRecord(act, stepRecord, { id: stepId, changes: { status: 'done' } });
  const run = readRecord(act.tx, runRecord, step.runId)?.row;
  if (!run) return;
  continueChain(act, step.action.round);
  const { actions, actorId, round, turn, documentId } = step.action;
  const waiting: StepRow[] = [];
  const waited = (came: Pick<RunStep, 'status' | 'code'>) =>
    run.steps.map((one) => (one.action === 'wait' && one.status === 'waiting' ? { ...one, ...came } : one));
  const subject = subjectOf(act, { record: run.recordType as 'deal', recordId: run.recordId });
  const reason = whyNot(act, run.automationId, subject);
  if (reason !== undefined) {
    const left = waited({ status: 'skipped', code: reason });
    changeRecord(act, runRecord, { id: run.id, changes: { steps: left, status: statusOf(left) } });
    return;
  }
  const done = waited({ status: 'done', code: '' });
  const why = { type: run.why.event as 'dealWon', detail: run.why.detail };
  const occurrence = documentId === null ? why : { ...why, documentId };
  const steps = runActions(actions, {
    act,
    runId: run.id,
    actor: actorOf(act, actorId),
    subject,
    turn,
    round,
    first: step.step,
    waiting,
    occurrence,
  });
  const all = [...done, ...steps];
  for (const one of waiting) createRecord(act, stepRecord, one);
  changeRecord(act, runRecord, { id: run.id, changes: { steps: all, status: statusOf(all) } });
}

/** Why nothing is done any more; undefined when it is. */
function whyNot(act: Act, automationId: string, subject: Subject): string | undefined {
  if (!isThere(subject)) return 'gone';
  const isOn = act.tx.readColumn<[string], number>('SELECT is_on FROM automation WHERE id = ?').get(automationId) === 1;
  return isOn ? undefined : 'switchedOff';
}

/** Nothing is done about what went into the recycle bin meanwhile. */
function isThere(subject: Subject): boolean {
  const deletedAt = (row: object | undefined) => (row as { readonly deletedAt?: number | null } | undefined)?.deletedAt ?? null;
  return ownRow(subject) !== undefined && deletedAt(subject.deal()) === null && deletedAt(subject.party()) === null;
}

function actorOf(act: Act, userId: string): Actor {
  const found = findActor(act.tx, userId);
  return found.type === 'actor' ? found.actor : systemActor;
}
