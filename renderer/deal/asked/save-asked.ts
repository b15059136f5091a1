import { client } from '#renderer/app/client.ts';
import type { AskedChanges } from '#renderer/deal/asked/asked-field.ts';
import type { DealRow } from '#shared/deal/contract.ts';

/** Saves what was asked for on the deal and on its client. */
export async function saveAsked(deal: Pick<DealRow, 'id' | 'partyId' | 'partyType'>, changes: AskedChanges): Promise<void> {
  if (Object.keys(changes.deal).length > 0) {
    await client.deal.update({ ...(changes.deal as object), id: deal.id });
  }
  const { phone, email, address, taxId } = changes;
  if (phone === '' && email === '' && address === '' && taxId === '') return;
  const parties = deal.partyType === 'contact' ? client.contact : client.company;
  const party = await parties.get({ id: deal.partyId });
  await parties.update({
    id: deal.partyId,
    ...(phone === '' ? {} : { phones: [...party.phones, { label: 'mobile', raw: phone }] }),
    ...(email === '' ? {} : { emails: [...party.emails, { label: 'work', address: email }] }),
    ...(address === '' ? {} : { addresses: [...party.addresses, addressOf(address)] }),
    ...(taxId === '' ? {} : { taxId }),
  });
}

function addressOf(street: string) {
  return { label: 'main', street, city: '', region: '', postalCode: '', country: '' };
}
