import { client } from '#renderer/app/client.ts';
import type { Draft } from '#renderer/quick-add/draft.ts';
import { splitFullName } from '#shared/name/split-full-name.ts';
import type { PartyType } from '#shared/party/fields.ts';
import { foldText } from '#shared/text/fold-text.ts';

export interface CreatedParty {
  readonly id: string;
  readonly type: PartyType;
  readonly title: string;
}

/** Saves the draft as a new card, linked to its company, which is made where there is none of that name. */
export async function createParty(draft: Draft): Promise<CreatedParty> {
  const phone = draft.phone.trim();
  const email = draft.email.trim();
  const common = {
    phones: phone === '' ? [] : [{ raw: phone }],
    emails: email === '' ? [] : [{ address: email }],
    notes: draft.note.trim(),
  };
  if (draft.type === 'company') return client.company.create({ ...common, name: draft.name.trim() });
  const companyName = draft.company.trim();
  const companyId = companyName === '' ? null : await findOrCreateCompany(companyName);
  const { givenName, middleName, familyName } = splitFullName(draft.name);
  const contact = await client.contact.create({ ...common, givenName, middleName, familyName });
  if (companyId !== null) await client.link.create({ contactId: contact.id, companyId });
  return contact;
}

async function findOrCreateCompany(name: string): Promise<string> {
  const alike = await client.party.findDuplicates({ type: 'company', name });
  const same = alike.find(({ party }) => party.type === 'company' && foldText(party.title) === foldText(name));
  return same?.party.id ?? (await client.company.create({ name })).id;
}
