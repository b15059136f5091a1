import type { Mapping } from '#shared/import/mapping.ts';
import { tidyText } from '#shared/import/values/cell-text.ts';
import { taxIdHolder } from '#shared/import/values/tax-id.ts';
import { looksLikeCompany } from '#shared/name/company-name.ts';
import { endsLikeFamilyName, isCyrillic, isKnownGivenName, isPatronymic, isSurelyGivenName } from '#shared/name/name-words.ts';
import { splitFullName } from '#shared/name/split-full-name.ts';
import type { PartyType } from '#shared/party/fields.ts';
import { foldText } from '#shared/text/fold-text.ts';
import type { RowParts } from './row-parts.ts';

export interface PersonName {
  readonly givenName: string;
  readonly middleName: string;
  readonly familyName: string;
}

/** Who a row speaks of. The subject has what no column gives to the other. */
export interface Parties {
  readonly person: PersonName | null;
  readonly organisation: { readonly name: string; readonly legalName: string } | null;
  readonly subject: PartyType;
  /** Whom the row's phones and emails reach. */
  readonly reached: PartyType;
}

/** Works out who a row speaks of: a person, an organisation, or somebody in one. */
export function settleParties(parts: RowParts, { mapping, country }: { mapping: Mapping; country: string }): Parties {
  const subject = parts.partyType ?? mapping.subject;
  const names = sortNames({ parts, written: writtenName(parts, subject), subject, country });
  const organisation = names.organisation === '' ? null : { name: names.organisation, legalName: names.legalName };
  const { person } = names;
  if (organisation === null) return { person, organisation, subject: 'contact', reached: 'contact' };
  if (person === null) return { person, organisation, subject: 'company', reached: 'company' };
  return { person, organisation, subject: names.isAboutOrganisation ? 'company' : 'contact', reached: 'contact' };
}

/** Whose a tax number is where person and organisation are both there and the column doesn't say. */
export function holderOfTaxId(value: string, { country, parties }: { country: string; parties: Parties }): PartyType {
  if (parties.person === null || parties.organisation === null) return parties.subject;
  if (parties.subject === 'company') return 'company';
  return taxIdHolder(value, country) ?? 'contact';
}

interface SortedNames {
  readonly person: PersonName | null;
  readonly organisation: string;
  readonly legalName: string;
  /** The row lists an organisation, and the person is who to ask for there. */
  readonly isAboutOrganisation: boolean;
}

interface NamesToSort {
  readonly parts: RowParts;
  /** The name from columns of given and family names; null without them. */
  readonly written: PersonName | null;
  readonly subject: Mapping['subject'];
  readonly country: string;
}

function sortNames({ parts, written, subject, country }: NamesToSort): SortedNames {
  const { contactPerson, legalName } = parts;
  const fullName = parts.fullName || parts.givenName.join(' ');
  const companyName = parts.companyName || legalName;
  const other = companyName === legalName ? '' : legalName;
  if (written !== null) return { person: written, organisation: companyName, legalName: other, isAboutOrganisation: false };
  if (fullName !== '' && isOrganisation({ fullName, parts, subject })) {
    const further = companyName === '' || companyName === fullName ? other : companyName;
    return { person: toPerson(contactPerson), organisation: fullName, legalName: further, isAboutOrganisation: true };
  }
  if (fullName !== '') {
    // Somebody else to ask for is known besides the one the row is about: kept in words.
    if (contactPerson !== '' && contactPerson !== fullName) parts.leftovers.push(contactPerson);
    return { person: toPerson(fullName), organisation: companyName, legalName: other, isAboutOrganisation: false };
  }
  const isPerson = subject === 'contact' || (subject === 'auto' && isPersonForSure(companyName, { parts, country }));
  if (contactPerson === '' && companyName !== '' && isPerson && !looksLikeCompany(companyName)) {
    return { person: toPerson(companyName), organisation: '', legalName: '', isAboutOrganisation: false };
  }
  // A shop that is somebody's own: its legal name is a person's.
  if (contactPerson === '' && other !== '' && subject === 'auto' && isPersonForSure(other, { parts, country })) {
    if (!looksLikeCompany(other)) {
      return { person: toPerson(other), organisation: companyName, legalName: '', isAboutOrganisation: false };
    }
  }
  return { person: toPerson(contactPerson), organisation: companyName, legalName: other, isAboutOrganisation: true };
}

/** A name in a column of people's names that is an organisation's all the same. */
function isOrganisation({
  fullName,
  parts,
  subject,
}: {
  fullName: string;
  parts: RowParts;
  subject: Mapping['subject'];
}): boolean {
  if (subject === 'company') return true;
  if (subject === 'contact') return false;
  // An address book names an organisation's card after the organisation.
  if (parts.companyName !== '') return foldText(parts.companyName) === foldText(fullName);
  return looksLikeCompany(fullName);
}

/**
 * In a list of organisations a patronymic tells a person, "Gil, Ana" does, a given name beside one that ends as family names
 * do, and a given name beside a number that only people have.
 */
function isPersonForSure(name: string, { parts, country }: { parts: RowParts; country: string }): boolean {
  const words = name.split(/\s+/);
  if (/^[^,\d]+,\s[^,\d]+$/.test(name) && isKnownGivenName(/,\s(\S+)/.exec(name)?.[1] ?? '')) return true;
  if (words.length === 2 && words.some(isSurelyGivenName) && words.some(endsLikeFamilyName)) return true;
  if (words.length === 3 && isCyrillic(name) && words.some((word, index) => index > 0 && isPatronymic(word))) return true;
  const isPersonal = parts.taxIds.length === 1 && taxIdHolder(parts.taxIds[0]?.value ?? '', country) === 'contact';
  return isPersonal && words.length > 1 && words.some(isKnownGivenName);
}

/** The name from columns of its own; null where there is none, or where the given name is an organisation's. */
function writtenName(parts: RowParts, subject: Mapping['subject']): PersonName | null {
  const { givenName, middleName, familyName, fullName } = parts;
  if (givenName.length + familyName.length + middleName.length === 0) return null;
  const given = givenName.join(' ');
  const family = familyName.join(' ');
  const isGivenAlone = family === '' && middleName.length === 0 && (fullName === '' || fullName === given);
  if (isGivenAlone && subject === 'auto' && looksLikeCompany(given)) return null;
  // "Nombre" may hold the whole name where "Apellidos" was left empty.
  if (family === '' && middleName.length === 0 && (fullName === '' || fullName === given) && /\s/.test(given))
    return toPerson(given);
  return { givenName: given, middleName: middleName.join(' '), familyName: family };
}

function toPerson(name: string): PersonName | null {
  const tidy = tidyText(name);
  if (tidy === '') return null;
  const { givenName, middleName, familyName } = splitFullName(tidy);
  return givenName + middleName + familyName === ''
    ? { givenName: tidy, middleName: '', familyName: '' }
    : { givenName, middleName, familyName };
}
