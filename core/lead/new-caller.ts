import { linkRecord } from '#core/link/link.ts';
import { recogniseAtCompany, recogniseCaller, recogniseCompany } from '#core/lead/recognise.ts';
import type { Caller } from '#core/lead/recognise.ts';
import { newParty } from '#core/party/commands.ts';
import type { PartyInput } from '#core/party/commands.ts';
import { partyRecord } from '#core/party/party-record.ts';
import type { Party } from '#core/party/party.ts';
import type { Act } from '#core/records/act.ts';
import { newId } from '#core/records/new-id.ts';
import { createRecord } from '#core/records/write.ts';
import { splitFullName } from '#shared/name/split-full-name.ts';
import { onlyDigits } from '#shared/phone/clean-phone.ts';

/** What a request says of who asks. */
export interface CallerDetails {
  readonly name: string;
  readonly companyName: string;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly source: string;
  readonly ownerId: string | null;
  /** What else the contact's card has if it is added. */
  readonly card?: PartyInput | undefined;
}

export interface FoundCaller {
  readonly partyId: string;
  readonly isNew: boolean;
}

/** The card of whoever asks: recognised, or added with the company they name. Somebody has to be told by something. */
export function findOrAddCaller(act: Act, details: CallerDetails): FoundCaller {
  const { contact, company } = draftCaller(act, details);
  const known = recogniseCaller(act, { contact, company });
  if (known !== undefined) return { partyId: known, isNew: false };
  const knownCompany = company && recogniseCompany(act, company);
  if (!company) return { partyId: createRecord(act, partyRecord, contact).id, isNew: true };
  if (details.name === '') {
    const isKnown = knownCompany !== undefined && knownCompany !== null;
    return isKnown
      ? { partyId: knownCompany, isNew: false }
      : { partyId: createRecord(act, partyRecord, withPointsOf(company, contact)).id, isNew: true };
  }
  const companyId = knownCompany ?? createRecord(act, partyRecord, company).id;
  const colleague = recogniseAtCompany(act, contact, companyId);
  if (colleague !== undefined) return { partyId: colleague, isNew: false };
  createRecord(act, partyRecord, contact);
  createRecord(act, linkRecord, { id: newId(), contactId: contact.id, companyId, role: '', createdAt: act.at });
  return { partyId: contact.id, isNew: true };
}

/** Who asks, and their company, as they would be saved if nobody knew them. */
export function draftCaller(act: Act, details: CallerDetails): Caller {
  const making = { at: act.at, country: act.country, ownerId: details.ownerId };
  const common: PartyInput = { kind: 'lead', source: details.source };
  const { prefix: _, ...names } = splitFullName(details.name);
  const phones = details.phones.filter((phone) => onlyDigits(phone) !== '').map((raw) => ({ raw }));
  const emails = details.emails.filter((address) => address.includes('@')).map((address) => ({ address }));
  return {
    contact: newParty('contact', { ...common, ...names, phones, emails, ...details.card }, making),
    company: details.companyName === '' ? null : newParty('company', { ...common, name: details.companyName }, making),
  };
}

/** Where nobody of the company is named, it is the company that asks. */
function withPointsOf(company: Party, { phones, emails }: Party): Party {
  return { ...company, phones, emails };
}
