import { deferText, indexParty, textKey } from '#core/party/party-index.ts';
import { nameParty } from '#core/party/party-name.ts';
import { isInUse } from '#core/party/party.ts';
import type { Party } from '#core/party/party.ts';
import type { Act } from '#core/records/act.ts';
import { defineRecordType } from '#core/records/record-type.ts';
import { readRecord } from '#core/records/write.ts';

export const partyRecord = defineRecordType<Party>({
  name: 'party',
  table: 'party',
  fields: {
    type: { column: 'type' },
    kind: { column: 'kind' },
    isKey: { column: 'is_key' },
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
    sharedWith: { column: 'shared_with', json: true },
    source: { column: 'source' },
    preferences: { column: 'preferences' },
    preferredChannel: { column: 'preferred_channel' },
    doNotContact: { column: 'do_not_contact', json: true },
    notes: { column: 'notes' },
    custom: { column: 'custom', json: true, keyed: true },
    createdAt: { column: 'created_at' },
    updatedAt: { column: 'updated_at', quiet: true },
    deletedAt: { column: 'deleted_at' },
  },
  derive: (party, act) => ({ ...party, ...nameParty(party, act.country) }),
  written(change) {
    indexParty(change);
    const { act, before, after } = change;
    if (before && after?.type === 'company' && before.title !== after.title) reindexPeopleOf(act, after.id);
  },
  describe: (party) => party.title,
  ofBranch: true,
});

/** Brings a contact's search entry up to date after its companies changed. */
export function reindexParty(act: Act, id: string) {
  if (act.isDeferred(textKey(id))) return;
  const found = readRecord(act.tx, partyRecord, id);
  if (found && isInUse(found.row)) deferText(act, { id, seq: found.seq, party: found.row });
}

function reindexPeopleOf(act: Act, companyId: string) {
  const contacts = act.tx.readRaw<[string], [string]>('SELECT contact_id FROM link WHERE company_id = ?').all(companyId);
  for (const [id] of contacts) reindexParty(act, id);
}
