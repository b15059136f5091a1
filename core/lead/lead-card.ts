import { activityRecord } from '#core/activity/activity.ts';
import { fileRecord } from '#core/file/file.ts';
import { linkRecord } from '#core/link/link.ts';
import type { LeadRow } from '#core/lead/lead.ts';
import { deleteParty } from '#core/party/commands.ts';
import { partyRecord } from '#core/party/party-record.ts';
import { findParty } from '#core/party/queries.ts';
import type { Act } from '#core/records/act.ts';
import { columnOf, typesReferringTo } from '#core/records/record-type.ts';
import { changeRecord, readRecord } from '#core/records/write.ts';
import { deterministicId } from '#shared/sync/deterministic-id.ts';

// What came with a request, and lies on the card of whoever asks: the files of a mail, the call it was made of.

export function leadFileId(leadId: string, index: number): string {
  return deterministicId('leadFile', leadId, index);
}

export function leadCallId(leadId: string): string {
  return deterministicId('leadCall', leadId);
}

/** Puts what came with a request onto another card, and its deal. */
export function moveWhatCame(act: Act, leadId: string, changes: { readonly partyId: string; readonly dealId: string | null }) {
  changeRecord(act, activityRecord, { id: leadCallId(leadId), changes });
  for (const id of filesOf(act, leadId)) changeRecord(act, fileRecord, { id, changes });
}

/**
 * Moves a card that was added with a request into the recycle bin, with the company added with it, unless something else
 * hangs on it.
 */
export function removeAddedCard(act: Act, { id: leadId, partyId, hasNewParty }: LeadRow): void {
  if (hasNewParty === 0 || partyId === null) return;
  const came = new Set([leadId, leadCallId(leadId), ...filesOf(act, leadId)]);
  const tasks = act.tx.readColumn<[string], string>('SELECT id FROM task WHERE lead_id = ?').all(leadId);
  for (const id of tasks) came.add(id);
  if (isReferredBeyond(act, partyId, came)) return;
  const card = deleteParty(act, partyId);
  if (!card) return;
  for (const { id: linkId, companyId } of companiesOf(act, partyId)) {
    const isAddedWithIt = findParty(act.tx, companyId)?.createdAt === card.createdAt;
    const isOthers = linksTo(act, companyId).some((other) => other !== linkId);
    if (isAddedWithIt && !isOthers && !isReferredBeyond(act, companyId, came)) deleteParty(act, companyId);
  }
}

/** Links say no more than who is of which company. */
function isReferredBeyond(act: Act, partyId: string, came: ReadonlySet<string>): boolean {
  return typesReferringTo(partyRecord.name).some(
    ({ type, reference }) =>
      type.name !== linkRecord.name &&
      act.tx
        .readColumn<[string], string>(`SELECT id FROM ${type.table} WHERE ${columnOf(type, reference.field)} = ?`)
        .all(partyId)
        .some((id) => !came.has(id)),
  );
}

function filesOf(act: Act, leadId: string): readonly string[] {
  const ids: string[] = [];
  for (let index = 0; ; index++) {
    const id = leadFileId(leadId, index);
    if (!readRecord(act.tx, fileRecord, id)) return ids;
    ids.push(id);
  }
}

function companiesOf(act: Act, contactId: string) {
  return act.tx
    .read<[string], { id: string; companyId: string }>('SELECT id, company_id AS companyId FROM link WHERE contact_id = ?')
    .all(contactId);
}

function linksTo(act: Act, companyId: string): readonly string[] {
  return act.tx.readColumn<[string], string>('SELECT id FROM link WHERE company_id = ?').all(companyId);
}
