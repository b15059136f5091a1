import type { DealRow } from '#core/deal/deal.ts';
import { paymentRecord } from '#core/payment/payment.ts';
import type { PaymentRow } from '#core/payment/payment.ts';
import { isTakenBack } from '#core/payment/queries.ts';
import type { Act } from '#core/records/act.ts';
import { newId } from '#core/records/new-id.ts';
import { createRecord } from '#core/records/write.ts';
import { zoneOfShop } from '#core/settings/zone-of-shop.ts';
import { amountSchema } from '#shared/money/money.ts';
import type { PaymentMethod } from '#shared/payment/contract.ts';
import { dateAt } from '#shared/time/zone.ts';

export interface NewPayment {
  /** Minor units of the deal's currency. */
  readonly amount: number;
  readonly currency?: string | undefined;
  /** ISO date; today where nothing is said. */
  readonly paidOn?: string | undefined;
  readonly method?: PaymentMethod | undefined;
  readonly note?: string | undefined;
  readonly documentId?: string | null | undefined;
}

export type PaymentOutcome =
  | { readonly type: 'created'; readonly payment: PaymentRow }
  | { readonly type: 'refused'; readonly field: string; readonly code: string };

/** Enters money that came in for a deal. */
export function createPayment(act: Act, deal: DealRow, input: NewPayment): PaymentOutcome {
  const { amount, currency = deal.currency, documentId = null } = input;
  if (amount <= 0) return { type: 'refused', field: 'amount', code: 'notPositive' };
  if (!amountSchema.safeParse(deal.paid + amount).success) return { type: 'refused', field: 'amount', code: 'tooMuch' };
  if (currency !== deal.currency) return { type: 'refused', field: 'currency', code: 'otherCurrency' };
  if (documentId !== null && !isDocumentOf(act, documentId, deal.id))
    return { type: 'refused', field: 'documentId', code: 'otherDeal' };
  const payment = createRecord(act, paymentRecord, {
    id: newId(),
    dealId: deal.id,
    partyId: deal.partyId,
    documentId,
    reversesId: null,
    amount,
    currency,
    paidOn: input.paidOn ?? today(act),
    method: input.method ?? 'other',
    note: input.note ?? '',
    authorId: act.actor.userId,
    createdAt: act.at,
  });
  return { type: 'created', payment };
}

/** Takes a payment back by adding another of as much below zero. */
export function reversePayment(act: Act, payment: PaymentRow, note: string): PaymentOutcome {
  if (payment.reversesId !== null) return { type: 'refused', field: 'id', code: 'isReversal' };
  if (isTakenBack(act.tx, payment.id)) return { type: 'refused', field: 'id', code: 'reversed' };
  const { dealId, partyId, documentId, currency, method } = payment;
  const reversal = createRecord(act, paymentRecord, {
    id: newId(),
    dealId,
    partyId,
    documentId,
    reversesId: payment.id,
    amount: -payment.amount,
    currency,
    paidOn: today(act),
    method,
    note,
    authorId: act.actor.userId,
    createdAt: act.at,
  });
  return { type: 'created', payment: reversal };
}

function today(act: Act): string {
  return dateAt(act.at, zoneOfShop(act.tx));
}

function isDocumentOf(act: Act, documentId: string, dealId: string): boolean {
  return act.tx.readColumn<[string], string>('SELECT deal_id FROM document WHERE id = ?').get(documentId) === dealId;
}
