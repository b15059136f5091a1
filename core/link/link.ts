import { reindexParty } from '#core/party/party-record.ts';
import { defineRecordType } from '#core/records/record-type.ts';

/** A contact's part in a company, as kept. */
export interface LinkRow {
  readonly id: string;
  readonly contactId: string;
  readonly companyId: string;
  readonly role: string;
  readonly createdAt: number;
}

export const linkRecord = defineRecordType<LinkRow>({
  name: 'link',
  table: 'link',
  fields: {
    contactId: { column: 'contact_id' },
    companyId: { column: 'company_id' },
    role: { column: 'role' },
    createdAt: { column: 'created_at' },
  },
  references: [
    { field: 'contactId', to: 'party', onPurge: 'purge' },
    { field: 'companyId', to: 'party', onPurge: 'purge' },
  ],
  written({ act, before, after }) {
    const contactId = (after ?? before)?.contactId;
    if (contactId !== undefined) reindexParty(act, contactId);
  },
  describe: (link, db) =>
    db.readRaw<[string], [string]>('SELECT title FROM party WHERE id = ?').get(link.contactId)?.[0] ?? link.role,
});
