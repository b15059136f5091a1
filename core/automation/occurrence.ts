import type { AutomationEvent, AutomationEventType, AutomatedRecord } from '#shared/automation/events.ts';

/** Something that happened, and that rules may answer. */
export interface Occurrence {
  readonly type: AutomationEventType;
  /** Tells it from every other, on every PC alike: together with the rule it makes the run's id. Worked out when a rule fires. */
  key(): readonly (string | number)[];
  /** Of which conditions are asked. */
  readonly record: AutomatedRecord;
  readonly recordId: string;
  /** What about it: the field, the stage, the task's purpose... */
  readonly detail: string;
  /** Of a field that changed: whether it was empty before and is filled now. */
  readonly isFilled?: boolean;
  readonly taskType?: string;
  readonly documentId?: string;
}

/** Rules are looked up by this: what they ask for exactly. */
export function bucketOf(event: AutomationEvent): string {
  switch (event.type) {
    case 'fieldChanged':
      return `fieldChanged:${event.record}:${event.field}`;
    case 'recordCreated':
      return `recordCreated:${event.record}`;
    case 'stageEntered':
      return `stageEntered:${event.stageId ?? ''}`;
    case 'documentAccepted':
      return `documentAccepted:${event.kind ?? ''}`;
    default:
      return event.type;
  }
}

/** The buckets in which rules for an occurrence may lie. */
export function bucketsOf({ type, record, detail }: Occurrence): readonly string[] {
  switch (type) {
    case 'fieldChanged':
      return [`fieldChanged:${record}:${detail}`];
    case 'recordCreated':
      return [`recordCreated:${record}`];
    case 'stageEntered':
    case 'documentAccepted':
      return [`${type}:${detail}`, `${type}:`];
    default:
      return [type];
  }
}

/** What a bucket doesn't tell. */
export function isMeant(event: AutomationEvent, occurrence: Occurrence): boolean {
  if (event.type === 'fieldChanged') return !event.filled || occurrence.isFilled === true;
  if (event.type === 'taskDone' || event.type === 'taskOverdue')
    return (
      (event.taskType === null || event.taskType === occurrence.taskType) &&
      (event.purpose === '' || event.purpose === occurrence.detail)
    );
  return true;
}
