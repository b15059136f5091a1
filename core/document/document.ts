import { takeNoticesBack } from '#core/notice/take-back.ts';
import { defineRecordType } from '#core/records/record-type.ts';
import type { Document } from '#shared/document/contract.ts';
import type { DocumentData } from '#shared/document/data.ts';

/** A document as kept: with all it says and the template it is made from, so that it prints the same for ever. */
export type DocumentRow = Omit<Document, 'dealTitle' | 'partyTitle' | 'authorName'> & {
  readonly data: DocumentData;
  /** SHA-256 of the template's bytes; null for the ready one. */
  readonly templateHash: string | null;
  readonly authorId: string;
};

export const documentRecord = defineRecordType<DocumentRow>({
  name: 'document',
  table: 'document',
  fields: {
    kind: { column: 'kind' },
    number: { column: 'number' },
    version: { column: 'version' },
    dealId: { column: 'deal_id' },
    partyId: { column: 'party_id' },
    basedOn: { column: 'based_on' },
    title: { column: 'title' },
    status: { column: 'status' },
    date: { column: 'date' },
    validUntil: { column: 'valid_until' },
    currency: { column: 'currency' },
    net: { column: 'net' },
    gross: { column: 'gross' },
    language: { column: 'language' },
    templateId: { column: 'template_id' },
    templateHash: { column: 'template_hash' },
    data: { column: 'data', json: true },
    authorId: { column: 'author_id' },
    decidedAt: { column: 'decided_at' },
    note: { column: 'note' },
    createdAt: { column: 'created_at' },
  },
  written({ act, before, after }) {
    if (before && !after) takeNoticesBack(act, before.id);
  },
  references: [
    { field: 'dealId', to: 'deal', onPurge: 'purge' },
    { field: 'partyId', to: 'party', onPurge: 'purge' },
    { field: 'basedOn', to: 'document', onPurge: 'clear' },
  ],
  describe: (document) => document.number,
});
