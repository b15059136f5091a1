import type { Contact } from '#shared/contact/fields.ts';
import type { Company } from '#shared/company/fields.ts';
import { emptyContactFields } from '#shared/contact/fields.ts';
import { emptyCompanyFields } from '#shared/company/fields.ts';
import { defineRecordType } from '#core/records/record-type.ts';
import { indexParty } from '#core/party/party-index.ts';
import { nameParty } from '#core/party/party-name.ts';

/** A contact or a company as the core keeps it: one table, the fields of the other type empty. */
export type Party = Omit<Contact, 'type'> &
  Omit<Company, 'type'> & {
    readonly type: 'contact' | 'company';
    /** For sorting lists by name. */
    readonly sortKey: string;
    /** Equal for two ways of writing one name. */
    readonly nameKey: string;
  };

export const emptyParty = { ...emptyContactFields, ...emptyCompanyFields };

export const partyRecord = defineRecordType<Party>({
  name: 'party',
  table: 'party',
  fields: {
    type: { column: 'type' },
    kind: { column: 'kind' },
    title: { column: 'title', derived: true },
    sortKey: { column: 'sort_key', derived: true },
    nameKey: { column: 'name_key', derived: true },
    givenName: { column: 'given_name' },
    middleName: { column: 'middle_name' },
    familyName: { column: 'family_name' },
    nickname: { column: 'nickname' },
    jobTitle: { column: 'job_title' },
    birthday: { column: 'birthday' },
    name: { column: 'name' },
    legalName: { column: 'legal_name' },
    industry: { column: 'industry' },
    phones: { column: 'phones', json: true },
    emails: { column: 'emails', json: true },
    addresses: { column: 'addresses', json: true },
    messengers: { column: 'messengers', json: true },
    webPages: { column: 'web_pages', json: true },
    tags: { column: 'tags', json: true },
    groups: { column: 'groups', json: true },
    taxId: { column: 'tax_id' },
    ownerId: { column: 'owner_id' },
    branchId: { column: 'branch_id' },
    source: { column: 'source' },
    preferences: { column: 'preferences' },
    preferredChannel: { column: 'preferred_channel' },
    doNotContact: { column: 'do_not_contact', json: true },
    notes: { column: 'notes' },
    custom: { column: 'custom', json: true },
    createdAt: { column: 'created_at' },
    updatedAt: { column: 'updated_at' },
    deletedAt: { column: 'deleted_at' },
  },
  derive: (party, act) => ({ ...party, ...nameParty(party, act.country) }),
  written: indexParty,
  describe: (party) => party.title,
});

export function isInUse(party: Party): boolean {
  return party.deletedAt === null;
}
