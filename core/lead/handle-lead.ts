import { noteAudit } from '#core/audit/note-audit.ts';
import { createActivity } from '#core/activity/commands.ts';
import { findDealInUse } from '#core/deal/commands.ts';
import { mergeParty } from '#core/import/merge-party.ts';
import { nameOfLead } from '#core/lead/lead.ts';
import type { LeadRow } from '#core/lead/lead.ts';
import { moveWhatCame, removeAddedCard } from '#core/lead/lead-card.ts';
import { draftCaller } from '#core/lead/new-caller.ts';
import { closeLead, findNew, openTasksOf, takeTasksAlong } from '#core/lead/open-lead.ts';
import type { Unhandled } from '#core/lead/open-lead.ts';
import { changeParty } from '#core/party/commands.ts';
import { isInUse } from '#core/party/party.ts';
import { findParty } from '#core/party/queries.ts';
import type { Act } from '#core/records/act.ts';
import { cancelTask } from '#core/task/close-task.ts';

export type HandleOutcome = { readonly type: 'done'; readonly lead: LeadRow } | Unhandled;

/** Puts a request to a client, and deal, already there: what it says is written there, a card added with it goes. */
export function mergeLead(
  act: Act,
  id: string,
  { partyId, dealId = null }: { partyId: string; dealId?: string | null | undefined },
): HandleOutcome {
  const lead = findNew(act, id);
  if (lead.type !== 'new') return lead;
  const party = findParty(act.tx, partyId);
  if (!party || !isInUse(party)) return { type: 'refused', field: 'partyId', code: 'unknownParty' };
  if (dealId !== null && !isDealOf(act, dealId, partyId)) return { type: 'refused', field: 'dealId', code: 'unknownDeal' };
  createActivity(act, { partyId, dealId, type: 'note', text: textOf(lead.row), happenedAt: lead.row.receivedAt });
  const { phones, emails } = draftCaller(act, lead.row).contact;
  // What follows is no change of theirs to the card, which may be somebody else's.
  act.following(() => {
    changeParty(act, partyId, mergeParty(party, { phones, emails }, false));
    takeTasksAlong(act, id, { partyId, dealId });
    moveWhatCame(act, id, { partyId, dealId });
  });
  const closed = closeLead(act, id, { status: 'accepted', partyId, dealId, hasNewParty: 0 });
  const record = { type: 'party', id: partyId };
  noteAudit(act.tx, { at: act.at, actor: act.actor, kind: 'merge', subject: nameOfLead(lead.row), record });
  if (lead.row.partyId !== partyId) removeAddedCard(act, lead.row);
  return { type: 'done', lead: closed };
}

/** Turns a request down. Its open tasks are cancelled; a card added with it goes if asked, unless something else hangs on it. */
export function rejectLead(
  act: Act,
  id: string,
  { reason, removeCard }: { readonly reason: string; readonly removeCard: boolean },
): HandleOutcome {
  const lead = findNew(act, id);
  if (lead.type !== 'new') return lead;
  // Also those of others.
  act.following(() => {
    for (const taskId of openTasksOf(act, id)) cancelTask(act, taskId, reason);
  });
  if (removeCard) removeAddedCard(act, lead.row);
  return { type: 'done', lead: closeLead(act, id, { status: 'rejected', rejectReason: reason }) };
}

function isDealOf(act: Act, dealId: string, partyId: string): boolean {
  if (findDealInUse(act, dealId)?.partyId === partyId) return true;
  const role = act.tx.readColumn<[string, string], string>('SELECT id FROM deal_contact WHERE deal_id = ? AND party_id = ?');
  return findDealInUse(act, dealId) !== undefined && role.get(dealId, partyId) !== undefined;
}

/** Everything a request says, to be read by people. */
function textOf({ name, companyName, phones, emails, source, title, text, details }: LeadRow): string {
  const who = [name, companyName, ...phones, ...emails, source].filter((word) => word !== '').join(' · ');
  const others = Object.entries(details).map(([key, value]) => `${key}: ${value}`);
  return [who, title, text, ...others].filter((line) => line !== '').join('\n');
}
