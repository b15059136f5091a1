import type { Mapping } from '#shared/import/mapping.ts';
import type { PartyType } from '#shared/party/fields.ts';
import { holderOfTaxId, settleParties } from './settle-parties.ts';
import type { Parties } from './settle-parties.ts';
import type { DraftCompany, DraftContact } from './row-draft.ts';
import type { Owned, RowParts } from './row-parts.ts';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Makes contact and company of what a row said. */
export function buildDrafts(parts: RowParts, { mapping, country }: { mapping: Mapping; country: string }) {
  const parties = settleParties(parts, { mapping, country });
  const contact = parties.person === null && parties.organisation !== null ? null : draftContact(parts, parties);
  const company = parties.organisation === null ? null : draftCompany(parts, parties);
  placeTaxIds({ parts, parties, country, contact, company });
  const holder = parties.subject === 'company' ? company : contact;
  if (holder !== null) Object.assign(holder, ownDetails(parts));
  if (parts.kind !== null) for (const draft of [contact, company]) if (draft !== null) draft.kind = parts.kind;
  return { contact, company, role: company === null ? '' : readRole(parts) };
}

function draftContact(parts: RowParts, parties: Parties): Mutable<DraftContact> {
  const isAlone = parties.organisation === null;
  const jobTitle = isAlone ? [...parts.jobTitle, ...parts.department] : parts.jobTitle;
  return {
    ...filled({
      ...parties.person,
      nickname: parts.nickname,
      jobTitle: jobTitle.join(', ').slice(0, 200),
      birthday: parts.birthday,
    }),
    ...pointsOf(parts, { parties, party: 'contact' }),
  };
}

function draftCompany(parts: RowParts, parties: Parties): Mutable<DraftCompany> {
  const { name = '', legalName = '' } = parties.organisation ?? {};
  if (parties.person === null) keepPersonal(parts);
  return {
    name: name.slice(0, 300),
    ...filled({ legalName, industry: parts.industry }),
    ...pointsOf(parts, { parties, party: 'company' }),
  };
}

/** An organisation has no birthday, nickname or job: where a row gave it one, it stays in words. */
function keepPersonal(parts: RowParts): void {
  const { birthday, nickname, jobTitle, department } = parts;
  parts.leftovers.push(...[birthday, nickname, ...jobTitle, ...department].filter((text) => text !== ''));
}

/** Phones, emails and so on that belong to one party of the row. */
function pointsOf(parts: RowParts, { parties, party }: { parties: Parties; party: PartyType }) {
  const pick = <T>(list: readonly Owned<T>[], fallback: PartyType) =>
    list.filter((item) => holderOf(item.party ?? fallback, parties) === party).map(({ value }) => value);
  const lists = {
    phones: pick(parts.phones, parties.reached).toSorted((a, b) => Number(a.label === 'fax') - Number(b.label === 'fax')),
    emails: pick(parts.emails, parties.reached),
    messengers: pick(parts.messengers, parties.reached),
    webPages: pick(parts.webPages, 'company'),
    addresses: pick(addressesOf(parts), parties.subject),
  };
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)) as Partial<typeof lists>;
}

/** The party meant, or the only one there is. */
function holderOf(meant: PartyType, { person, organisation }: Parties): PartyType {
  if (organisation === null) return 'contact';
  return person === null ? 'company' : meant;
}

function addressesOf(parts: RowParts) {
  return [...parts.addresses.values()].map(({ label, street, full, city, region, postalCode, country, party }) => ({
    party,
    value: { label, street: fitStreet(street.join(', ') || full, parts), city, region, postalCode, country },
  }));
}

function fitStreet(street: string, parts: RowParts): string {
  if (street.length > 300) parts.leftovers.push(street);
  return street.slice(0, 300);
}

function placeTaxIds(options: {
  parts: RowParts;
  parties: Parties;
  country: string;
  contact: Mutable<DraftContact> | null;
  company: Mutable<DraftCompany> | null;
}): void {
  const { parts, parties, country } = options;
  for (const { value, party, header } of parts.taxIds) {
    const holder =
      holderOf(party ?? holderOfTaxId(value, { country, parties }), parties) === 'company' ? options.company : options.contact;
    if (holder === null || (holder.taxId ?? value) !== value) parts.leftovers.push(header === '' ? value : `${header}: ${value}`);
    else holder.taxId = value;
  }
}

/** What only the subject of the row has. */
function ownDetails(parts: RowParts) {
  const notes = [...parts.notes, ...parts.leftovers].join('\n');
  return {
    ...filled({
      source: parts.source.join(', ').slice(0, 200),
      preferences: parts.preferences.join('\n').slice(0, 10_000),
      notes,
    }),
    ...(parts.tags.length === 0 ? {} : { tags: parts.tags }),
    ...(parts.groups.length === 0 ? {} : { groups: parts.groups }),
    ...(Object.keys(parts.custom).length === 0 ? {} : { custom: parts.custom }),
  };
}

function readRole({ jobTitle, department }: RowParts): string {
  return [...jobTitle, ...department].join(', ').slice(0, 200);
}

/** Only the texts that say something: what a row leaves out keeps its value in a record there already. */
function filled<T extends Record<string, string | null | undefined>>(texts: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(texts).filter(([, text]) => text !== '' && text !== null && text !== undefined),
  ) as Partial<T>;
}
