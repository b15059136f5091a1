import type { Refusal } from '#core/deal/create-deal.ts';
import { contactsOf, dealContactRecord } from '#core/deal/deal-contact.ts';
import { findParty } from '#core/party/queries.ts';
import type { Act } from '#core/records/act.ts';
import { newId } from '#core/records/new-id.ts';
import { changeRecord, createRecord, purgeRecord } from '#core/records/write.ts';

/** Makes these the people with a role in a deal, of those whom whoever acts sees. @returns why not, where one of them can't be kept */
export function setDealContacts(
  act: Act,
  dealId: string,
  contacts: readonly { readonly partyId: string; readonly role: string }[],
): Refusal | undefined {
  const unknown = contacts.find(({ partyId }) => !findParty(act.tx, partyId));
  if (unknown) return { type: 'refused', field: 'contacts', code: 'unknownParty', value: unknown.partyId };
  // Whoever was left out because she isn't seen stays.
  const left = contactsOf(act.tx, dealId).filter(({ partyId }) => act.guard?.seesParty(partyId) ?? true);
  for (const { partyId, role } of contacts) {
    const same = left.findIndex((known) => known.partyId === partyId && known.role === role);
    const index = same === -1 ? left.findIndex((known) => known.partyId === partyId) : same;
    const [known] = index === -1 ? [] : left.splice(index, 1);
    if (known) changeRecord(act, dealContactRecord, { id: known.id, changes: { role } });
    else createRecord(act, dealContactRecord, { id: newId(), dealId, partyId, role, createdAt: act.at });
  }
  for (const { id } of left) purgeRecord(act, dealContactRecord, id);
  return undefined;
}
