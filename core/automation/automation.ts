import { takeNoticesBack } from '#core/notice/take-back.ts';
import { defineRecordType } from '#core/records/record-type.ts';
import type { AutomationAction } from '#shared/automation/actions.ts';
import type { AutomationRun } from '#shared/automation/contract.ts';
import type { AutomationEvent } from '#shared/automation/events.ts';
import type { Filter } from '#shared/filter/filter.ts';

/** A rule, as kept. */
export interface AutomationRow {
  readonly id: string;
  readonly name: string;
  readonly isOn: number;
  readonly event: AutomationEvent;
  readonly conditions: Filter;
  readonly actions: readonly AutomationAction[];
  readonly position: number;
  readonly process: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export type RunRow = Omit<AutomationRun, 'automationName' | 'recordTitle'>;
export type RunStep = AutomationRun['steps'][number];

/** What of a run waits for its time, or for an address to answer. */
export interface StepRow {
  readonly id: string;
  readonly runId: string;
  /** Which of the rule's actions it is, from 0. */
  readonly step: number;
  readonly action: WaitingAction;
  readonly dueAt: number;
  readonly attempts: number;
  readonly status: 'waiting' | 'done' | 'failed';
  readonly error: string;
}

export type WaitingAction =
  | {
      readonly type: 'continue';
      readonly actions: readonly AutomationAction[];
      readonly actorId: string;
      readonly round: number;
      readonly turn: number;
      readonly documentId: string | null;
    }
  | { readonly type: 'webhook'; readonly url: string; readonly body: object; readonly since: number };

export const automationRecord = defineRecordType<AutomationRow>({
  name: 'automation',
  table: 'automation',
  fields: {
    name: { column: 'name' },
    isOn: { column: 'is_on' },
    event: { column: 'event', json: true },
    conditions: { column: 'conditions', json: true },
    actions: { column: 'actions', json: true },
    position: { column: 'position' },
    process: { column: 'process' },
    createdAt: { column: 'created_at' },
    updatedAt: { column: 'updated_at', quiet: true },
  },
  written: ({ act, before, after }) => {
    if (before && !after) takeNoticesBack(act, before.id);
    // Tells every program that works on the same data to read its rules again (see rule-book.ts).
    act.tx.write("INSERT INTO meta VALUES ('rulesVersion', '1') ON CONFLICT DO UPDATE SET value = value + 1").run();
  },
  describe: (automation) => automation.name,
});

export const runRecord = defineRecordType<RunRow>({
  name: 'automation_run',
  table: 'automation_run',
  fields: {
    automationId: { column: 'automation_id' },
    recordType: { column: 'record_type' },
    recordId: { column: 'record_id' },
    dealId: { column: 'deal_id' },
    partyId: { column: 'party_id' },
    at: { column: 'at' },
    why: { column: 'why', json: true },
    status: { column: 'status' },
    steps: { column: 'steps', json: true },
    branchId: { column: 'branch_id' },
  },
  references: [{ field: 'automationId', to: 'automation', onPurge: 'purge' }],
  describe: (run) => run.recordId,
  ofBranch: true,
});

export const stepRecord = defineRecordType<StepRow>({
  name: 'automation_step',
  table: 'automation_step',
  fields: {
    runId: { column: 'run_id' },
    step: { column: 'step' },
    action: { column: 'action', json: true },
    dueAt: { column: 'due_at' },
    attempts: { column: 'attempts' },
    status: { column: 'status' },
    error: { column: 'error' },
  },
  references: [{ field: 'runId', to: 'automation_run', onPurge: 'purge' }],
  describe: (step) => step.runId,
});
