import { refreshDeal } from '#core/deal/refresh-deal.ts';
import { defineRecordType } from '#core/records/record-type.ts';
import type { Payment } from '#shared/payment/contract.ts';

/** A payment as kept: only ever added, one entered wrongly is taken back by another. */
export type PaymentRow = Omit<Payment, 'authorName' | 'isReversed' | 'dealTitle'>;

export const paymentRecord = defineRecordType<PaymentRow>({
  name: 'payment',
  table: 'payment',
  fields: {
    dealId: { column: 'deal_id' },
    partyId: { column: 'party_id' },
    documentId: { column: 'document_id' },
    reversesId: { column: 'reverses_id' },
    amount: { column: 'amount' },
    currency: { column: 'currency' },
    paidOn: { column: 'paid_on' },
    method: { column: 'method' },
    note: { column: 'note' },
    authorId: { column: 'author_id' },
    createdAt: { column: 'created_at' },
  },
  references: [
    { field: 'dealId', to: 'deal', onPurge: 'purge' },
    { field: 'partyId', to: 'party', onPurge: 'purge' },
    { field: 'documentId', to: 'document', onPurge: 'clear' },
    { field: 'reversesId', to: 'payment', onPurge: 'purge' },
  ],
  written({ act, before, after }) {
    for (const payment of [before, after]) if (payment) refreshDeal(act, payment.dealId);
  },
  describe: (payment, db) =>
    db.readColumn<[string], string>('SELECT title FROM deal WHERE id = ?').get(payment.dealId) ?? payment.note,
  undoable: ['purge', 'delete', 'demo', 'import', 'importArchive', 'undo'],
});
