import { personIdOf } from '#core/people/allow.ts';
import { partyRecord } from '#core/party/party-record.ts';
import { emptyParty, isInUse } from '#core/party/party.ts';
import { nameParty } from '#core/party/party-name.ts';
import type { Party } from '#core/party/party.ts';
import type { Act } from '#core/records/act.ts';
import { withHiddenValues } from '#core/people/viewer/keep-hidden.ts';
import { newElementId, newId } from '#core/records/new-id.ts';
import { purgeWithChildren } from '#core/records/purge-with-children.ts';
import { changeRecord, createRecord, readRecord } from '#core/records/write.ts';
import type { CompanyInput } from '#shared/company/fields.ts';
import type { ContactInput } from '#shared/contact/fields.ts';
import type { Phone, PhoneInput } from '#shared/party/fields.ts';
import { normalisePhone } from '#shared/phone/normalise-phone.ts';

/** A phone as given: those already read by a country's rules (an import's, say) aren't read again. */
export type GivenPhone = PhoneInput & Partial<Pick<Phone, 'e164' | 'extension'>>;
export type PartyInput = Omit<ContactInput & CompanyInput, 'phones'> & { readonly phones?: readonly GivenPhone[] | undefined };

export type CreateOutcome =
  | { readonly type: 'created'; readonly party: Party }
  /** Nothing by which it could be told from others: no name, phone, email or tax id. */
  | { readonly type: 'nameless' };

export type ChangeOutcome =
  | { readonly type: 'changed'; readonly party: Party }
  | { readonly type: 'nameless' }
  | { readonly type: 'notFound' };

/** Adds a contact or company. Fields not given are empty. */
export function createParty(act: Act, type: Party['type'], input: PartyInput): CreateOutcome {
  const party = newParty(type, input, { at: act.at, country: act.country, ownerId: personIdOf(act.actor) });
  return party.title === '' ? { type: 'nameless' } : { type: 'created', party: createRecord(act, partyRecord, party) };
}

export interface Making {
  /** UTC milliseconds. */
  readonly at: number;
  readonly country: string;
  /** Who is in charge unless somebody is named. */
  readonly ownerId: string | null;
}

/** A party as it would be saved. Fields not given are empty. */
export function newParty(type: Party['type'], input: PartyInput, { at, country, ownerId }: Making): Party {
  const times = { createdAt: at, updatedAt: at, deletedAt: null };
  const names = { title: '', sortKey: '', nameKey: '' };
  const party = {
    ...emptyParty,
    ownerId,
    ...toFields(input, { country, known: [] }),
    ...times,
    ...names,
    id: newId(),
    type,
  } as Party;
  return { ...party, ...nameParty(party, country) };
}

/** A party with the fields given changed, as it would be saved. */
export function changedParty(before: Party, input: PartyInput, country: string): Party {
  const party = { ...before, ...toFields(input, { country, known: before.phones }) };
  return { ...party, ...nameParty(party, country) };
}

/** Changes the fields given of a party in use. */
export function changeParty(act: Act, id: string, given: PartyInput): ChangeOutcome {
  const found = readRecord(act.tx, partyRecord, id);
  if (!found || !isInUse(found.row)) return { type: 'notFound' };
  const { custom } = given;
  const input = custom ? { ...given, custom: withHiddenValues(act.actor, found.row.custom, custom) } : given;
  if (changedParty(found.row, input, act.country).title === '') return { type: 'nameless' };
  return {
    type: 'changed',
    party: saveChanges(act, found.row, toFields(input, { country: act.country, known: found.row.phones })),
  };
}

/** Moves a party to the recycle bin. @returns it, or undefined when it isn't in use */
export function deleteParty(act: Act, id: string): Party | undefined {
  const found = readRecord(act.tx, partyRecord, id);
  if (!found || !isInUse(found.row)) return undefined;
  return changeRecord(act, partyRecord, { id, changes: { deletedAt: act.at } });
}

/** Brings a party back from the recycle bin. @returns it, or undefined when it isn't there */
export function restoreParty(act: Act, id: string): Party | undefined {
  const found = readRecord(act.tx, partyRecord, id);
  if (!found || isInUse(found.row)) return undefined;
  return changeRecord(act, partyRecord, { id, changes: { deletedAt: null } });
}

/** Removes a party in the recycle bin for good, with all that hangs on it. @returns it, or undefined when it isn't there */
export function purgeParty(act: Act, id: string): Party | undefined {
  const found = readRecord(act.tx, partyRecord, id);
  if (!found || isInUse(found.row)) return undefined;
  return purgeWithChildren(act, partyRecord, id);
}

function saveChanges(act: Act, before: Party, changes: Partial<Party>): Party {
  const isChanged = Object.entries(changes).some(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof Party]),
  );
  if (!isChanged) return before;
  return changeRecord(act, partyRecord, { id: before.id, changes: { ...changes, updatedAt: act.at } }) ?? before;
}

interface Reading {
  readonly country: string;
  /** Phones read before: one that is given as it was stays as it was read, whatever the country is now. */
  readonly known: readonly Phone[];
}

function toFields(input: PartyInput, reading: Reading): Partial<Party> {
  const { phones, emails, addresses, messengers, webPages, isKey, ...plain } = input;
  const given = Object.entries(plain).filter(([, value]) => value !== undefined);
  const lists = { emails, addresses, messengers, webPages };
  const fields: Record<string, unknown> = Object.fromEntries(given);
  for (const [name, list] of Object.entries(lists)) if (list) fields[name] = list.map(withId);
  if (isKey !== undefined) fields['isKey'] = isKey ? 1 : 0;
  if (phones) fields['phones'] = phones.map((phone) => readPhone(withId(phone), reading));
  return fields as Partial<Party>;
}

function withId<Element extends { readonly id?: string | undefined }>(element: Element): Element & { readonly id: string } {
  return { ...element, id: element.id ?? newElementId() };
}

function readPhone(phone: GivenPhone & { readonly id: string }, { country, known }: Reading): Phone {
  const { id, label = '', raw } = phone;
  if (phone.e164 !== undefined) return { id, label, raw, e164: phone.e164, extension: phone.extension ?? '' };
  const before = known.find((one) => one.id === id && one.raw === raw);
  if (before) return { ...before, label };
  const { e164, extension } = normalisePhone(raw, country);
  return { id, label, raw, e164, extension };
}
