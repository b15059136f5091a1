import { defineRecordType } from '#core/records/record-type.ts';
import { partyTitle } from '#core/party/party-title.ts';
import type { ReadDb } from '#core/database/connection.ts';
import { decodeRow } from '#core/records/write.ts';
import type { Consent } from '#shared/privacy/contract.ts';

/** What a client allowed or forbade, as kept. */
export type ConsentRow = Omit<Consent, 'given'> & { readonly given: 0 | 1 };

export const consentRecord = defineRecordType<ConsentRow>({
  name: 'consent',
  table: 'consent',
  fields: {
    partyId: { column: 'party_id' },
    purpose: { column: 'purpose' },
    given: { column: 'given' },
    saidOn: { column: 'said_on' },
    source: { column: 'source' },
    note: { column: 'note' },
    authorId: { column: 'author_id' },
    createdAt: { column: 'created_at' },
  },
  references: [{ field: 'partyId', to: 'party', onPurge: 'purge' }],
  describe: (consent, db) => partyTitle(db, consent.partyId),
});

/** What a client has said, the latest first. */
export function consentsOf(db: ReadDb, partyId: string): Consent[] {
  return db
    .read<[string], Record<string, unknown>>(
      'SELECT * FROM consent WHERE party_id = ? ORDER BY said_on DESC, created_at DESC, id DESC',
    )
    .all(partyId)
    .map((row) => toConsent(decodeRow(consentRecord, row)));
}

/** The purposes of which a client said last that it is allowed (`given`), or that it isn't. */
export function purposesSaid(db: ReadDb, partyId: string, given: boolean): readonly string[] {
  const last = new Map<string, boolean>();
  for (const consent of consentsOf(db, partyId)) if (!last.has(consent.purpose)) last.set(consent.purpose, consent.given);
  return [...last].flatMap(([purpose, isGiven]) => (isGiven === given ? [purpose] : []));
}

export function toConsent(row: ConsentRow): Consent {
  return { ...row, given: row.given === 1 };
}
