import { leadRecord } from '#core/lead/lead.ts';
import type { LeadRow } from '#core/lead/lead.ts';
import type { Act } from '#core/records/act.ts';
import { changeRecord, readRecord } from '#core/records/write.ts';
import { changeTask } from '#core/task/commands.ts';

export type Unhandled =
  | { readonly type: 'notFound' }
  /** It was accepted or rejected before. */
  | { readonly type: 'handled'; readonly status: LeadRow['status'] }
  | { readonly type: 'refused'; readonly field: string; readonly code: string };

/** A request that nobody accepted or rejected yet. */
export function findNew(
  act: Act,
  id: string,
): { readonly type: 'new'; readonly row: LeadRow } | Exclude<Unhandled, { type: 'refused' }> {
  const row = readRecord(act.tx, leadRecord, id)?.row;
  if (!row) return { type: 'notFound' };
  return row.status === 'new' ? { type: 'new', row } : { type: 'handled', status: row.status };
}

/** Says what became of a request, when, and by whom. */
export function closeLead(act: Act, id: string, changes: Partial<LeadRow>): LeadRow {
  const handled = { handledAt: act.at, handledBy: act.actor.userId };
  const lead = changeRecord(act, leadRecord, { id, changes: { ...changes, ...handled } });
  if (!lead) throw new Error(`no request ${id}`);
  return lead;
}

/** Makes a request's open tasks those of a client, and deal: also those of others, whoever handles it. */
export function takeTasksAlong(act: Act, leadId: string, place: { readonly partyId: string; readonly dealId: string | null }) {
  act.following(() => {
    for (const id of openTasksOf(act, leadId)) changeTask(act, id, place);
  });
}

export function openTasksOf(act: Act, leadId: string): readonly string[] {
  return act.tx.readColumn<[string], string>("SELECT id FROM task WHERE lead_id = ? AND status = 'open' ORDER BY id").all(leadId);
}
