import type { Occurrence } from '#core/automation/occurrence.ts';
import type { DealRow } from '#core/deal/deal.ts';
import { dealRecord } from '#core/deal/deal.ts';
import { leadRecord } from '#core/lead/lead.ts';
import type { LeadRow } from '#core/lead/lead.ts';
import { partyRecord } from '#core/party/party-record.ts';
import type { Party } from '#core/party/party.ts';
import type { Act } from '#core/records/act.ts';
import { readRecord } from '#core/records/write.ts';
import { taskRecord } from '#core/task/task.ts';
import type { TaskRow } from '#core/task/task.ts';

/** What a rule works on: the event's record and those it belongs to. Each is read when asked for, as it is then. */
export interface Subject {
  readonly record: Occurrence['record'];
  readonly recordId: string;
  deal(): DealRow | undefined;
  party(): Party | undefined;
  lead(): LeadRow | undefined;
  task(): TaskRow | undefined;
}

/** Finds what an event's record belongs to: a task its deal and client, a deal its client... */
export function subjectOf(act: Act, { record, recordId }: Pick<Occurrence, 'record' | 'recordId'>): Subject {
  const task = () => (record === 'task' ? readRecord(act.tx, taskRecord, recordId)?.row : undefined);
  const leadId = () => (record === 'lead' ? recordId : (task()?.leadId ?? null));
  const lead = () => {
    const id = leadId();
    return id === null ? undefined : readRecord(act.tx, leadRecord, id)?.row;
  };
  const deal = () => {
    const id = record === 'deal' ? recordId : (task()?.dealId ?? lead()?.dealId ?? null);
    return id === null ? undefined : readRecord(act.tx, dealRecord, id)?.row;
  };
  const party = () => {
    const id = record === 'party' ? recordId : (deal()?.partyId ?? task()?.partyId ?? lead()?.partyId ?? null);
    return id === null ? undefined : readRecord(act.tx, partyRecord, id)?.row;
  };
  return { record, recordId, deal, party, lead, task };
}

/** The event's own record, as conditions are asked of it; undefined when it isn't there any more. */
export function ownRow({ record, deal, party, lead, task }: Subject): object | undefined {
  switch (record) {
    case 'deal':
      return deal();
    case 'party':
      return party();
    case 'lead':
      return lead();
    case 'task':
      return task();
  }
}
