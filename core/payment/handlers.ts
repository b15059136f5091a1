import { findDeal } from '#core/deal/deal.ts';
import { createPayment, reversePayment } from '#core/payment/commands.ts';
import { paymentRecord } from '#core/payment/payment.ts';
import { findPayment, paymentsOf, sumOfDeal, sumsOfParty } from '#core/payment/queries.ts';
import { procedures } from '#core/procedure.ts';
import { readRecord } from '#core/records/write.ts';
import type { Payment } from '#shared/payment/contract.ts';

const { payment } = procedures;

export const paymentHandlers = {
  list: payment.list.handler(({ context, input: { dealId, partyId, ...page }, errors }) => {
    const { db } = context.core.store;
    if (dealId === undefined) {
      if (partyId === undefined) throw errors.REFUSED({ data: { field: 'dealId', code: 'missing' } });
      return { ...paymentsOf(db, { partyId }, page), sums: sumsOfParty(db, partyId) };
    }
    const deal = findDeal(db, dealId);
    if (!deal) throw errors.NOT_FOUND({ data: { id: dealId } });
    return { ...paymentsOf(db, { dealId }, page), sums: [sumOfDeal(deal)] };
  }),
  create: payment.create.handler(async ({ context, input: { dealId, ...input }, errors }) => {
    const { store } = context.core;
    const deal = findDeal(store.db, dealId);
    if (!deal || deal.deletedAt !== null) throw errors.NOT_FOUND({ data: { id: dealId } });
    const { result } = await store.perform({ actor: context.actor, kind: 'payment', subject: deal.title }, (act) =>
      createPayment(act, findDeal(act.tx, dealId) ?? deal, input),
    );
    if (result.type === 'refused') throw errors.REFUSED({ data: { field: result.field, code: result.code } });
    return findPayment(store.db, result.payment.id) as Payment;
  }),
  reverse: payment.reverse.handler(async ({ context, input: { id, note }, errors }) => {
    const { store } = context.core;
    const before = readRecord(store.db, paymentRecord, id)?.row;
    if (!before) throw errors.NOT_FOUND({ data: { id } });
    const subject = findDeal(store.db, before.dealId)?.title ?? '';
    const { result } = await store.perform({ actor: context.actor, kind: 'payment', subject }, (act) =>
      reversePayment(act, before, note),
    );
    if (result.type === 'refused') throw errors.REFUSED({ data: { field: result.field, code: result.code } });
    return findPayment(store.db, result.payment.id) as Payment;
  }),
};
