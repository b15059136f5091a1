import type { RunStep, StepRow } from '#core/automation/automation.ts';
import type { Occurrence } from '#core/automation/occurrence.ts';
import type { Subject } from '#core/automation/subject.ts';
import type { Act } from '#core/records/act.ts';
import type { Actor } from '#shared/people/permission.ts';

/** A rule at work. */
export interface Running {
  readonly act: Act;
  /** Whoever did what set it off. */
  readonly actor: Actor;
  readonly runId: string;
  readonly subject: Subject;
  readonly occurrence: Pick<Occurrence, 'type' | 'detail' | 'documentId'>;
  /** How often the rule fired before. */
  readonly turn: number;
  readonly round: number;
  /** The place of the first of these actions among all of the rule's. */
  readonly first: number;
  /** Collects what has to wait. */
  readonly waiting: StepRow[];
}

/** What came of an action; a step is skipped, with the reason, when there is nothing it could be done to. */
export type Done = Pick<RunStep, 'status' | 'code' | 'recordType' | 'recordId'>;

export function done(recordType: string, recordId: string): Done {
  return { status: 'done', code: '', recordType, recordId };
}

export function skipped(code: string): Done {
  return { status: 'skipped', code, recordType: null, recordId: null };
}

/** How a run stands by its steps. */
export function statusOf(steps: readonly RunStep[]): 'done' | 'waiting' | 'failed' {
  if (steps.some(({ status }) => status === 'failed')) return 'failed';
  return steps.some(({ status }) => status === 'waiting') ? 'waiting' : 'done';
}
