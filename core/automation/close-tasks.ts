import { done, skipped } from '#core/automation/running.ts';
import type { Done, Running } from '#core/automation/running.ts';
import { personIdOf } from '#core/people/allow.ts';
import { changeRecord } from '#core/records/write.ts';
import { taskRecord } from '#core/task/task.ts';

/** What was asked for by a task has happened: open tasks with the mark, of the deal or else of the request, are done. */
export function closeTasks(purpose: string, { act, actor, subject }: Running): Done {
  const [deal, lead] = [subject.deal(), subject.lead()];
  const owner = deal ? { column: 'deal_id', id: deal.id } : { column: 'lead_id', id: lead?.id ?? '' };
  const open = act.tx
    .readColumn<[string, string], string>(`SELECT id FROM task WHERE ${owner.column} = ? AND status = 'open' AND purpose = ?`)
    .all(owner.id, purpose);
  const changes = { status: 'done', doneAt: act.at, doneBy: personIdOf(actor), updatedAt: act.at } as const;
  for (const id of open) changeRecord(act, taskRecord, { id, changes });
  const [first] = open;
  return first === undefined ? skipped('noTask') : done('task', first);
}
