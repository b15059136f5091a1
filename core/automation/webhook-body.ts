import type { Running } from '#core/automation/running.ts';

/** What another program is told: the event, and the records it is about, as the REST API shows their own fields. */
export function webhookBody({
  act,
  runId,
  subject,
  occurrence,
}: Pick<Running, 'act' | 'runId' | 'subject' | 'occurrence'>): object {
  return {
    id: runId,
    event: occurrence.type,
    detail: occurrence.detail,
    at: act.at,
    deal: subject.deal() ?? null,
    client: subject.party() ?? null,
    lead: subject.lead() ?? null,
    task: subject.task() ?? null,
  };
}
