import type { ReadDb } from '#core/database/connection.ts';
import { defineRecordType } from '#core/records/record-type.ts';
import type { DealContact } from '#shared/deal/fields.ts';

/** Who has which role in a deal. */
export type DealContactRow = Omit<DealContact, 'title'> & { readonly dealId: string; readonly createdAt: number };

export const dealContactRecord = defineRecordType<DealContactRow>({
  name: 'deal_contact',
  table: 'deal_contact',
  fields: {
    dealId: { column: 'deal_id' },
    partyId: { column: 'party_id' },
    role: { column: 'role' },
    createdAt: { column: 'created_at' },
  },
  references: [
    { field: 'dealId', to: 'deal', onPurge: 'purge' },
    { field: 'partyId', to: 'party', onPurge: 'purge' },
  ],
  describe: (contact, db) =>
    db.readColumn<[string], string>('SELECT title FROM party WHERE id = ?').get(contact.partyId) ?? contact.role,
});

/** Everybody with a role in a deal, in the order in which they came. */
export function contactsOf(db: ReadDb, dealId: string): DealContact[] {
  return db
    .read<[string], DealContact>(
      `SELECT deal_contact.id, party_id AS partyId, role, party.title FROM deal_contact JOIN party ON party.id = party_id
       WHERE deal_id = ? ORDER BY deal_contact.created_at, deal_contact.id`,
    )
    .all(dealId);
}
