import { asksFor } from '#core/demo/demo-sales-deal.ts';
import type { DemoDeal } from '#core/demo/demo-sales-deal.ts';
import type { SalesMaking } from '#core/demo/sales-making.ts';
import { createDocument } from '#core/document/commands.ts';
import { documentRecord } from '#core/document/document.ts';
import { createPayment } from '#core/payment/commands.ts';
import { paymentRecord } from '#core/payment/payment.ts';
import { changeRecord } from '#core/records/write.ts';
import type { DocumentStatus } from '#shared/document/contract.ts';

const day = 86_400_000;
const mostAccepted = 5;
const mostSent = 3;

/** Takes money in for deals that were won, and what is paid in advance for those on their last stages. */
export function addPayments(making: SalesMaking, deals: readonly DemoDeal[]) {
  for (const made of deals) {
    const { road, amount, hasLines } = made;
    if (!hasLines || amount === 0 || road.status === 'lost') continue;
    const half = Math.round(amount / 2);
    const begun = road.entered.at(-1) ?? made.deal.createdAt;
    const isInAdvance = asksFor(making, road, ['payment']);
    if (isInAdvance) pay(making, made, { amount: half, at: begun });
    if (road.status !== 'won' || road.closedAt === null) continue;
    // Not everybody pays the rest at once.
    if (isInAdvance && making.random.chance(0.12)) continue;
    pay(making, made, { amount: isInAdvance ? amount - half : amount, at: road.closedAt });
  }
}

function pay(
  { act, random, calendar }: SalesMaking,
  { deal }: DemoDeal,
  { amount, at }: { readonly amount: number; readonly at: number },
) {
  const method = random.pickCommon(['card', 'transfer', 'cash'] as const);
  const outcome = createPayment(act, deal, { amount, paidOn: calendar.dateOf(at), method });
  if (outcome.type === 'created') changeRecord(act, paymentRecord, { id: outcome.payment.id, changes: { createdAt: at } });
}

/** Makes the quotes of the larger deals, in the order of their days. */
export function addQuotes(making: SalesMaking, deals: readonly DemoDeal[]) {
  const priced = deals
    .filter(({ hasLines, road }) => hasLines && road.entered.length > 1)
    .toSorted((a, b) => b.amount - a.amount);
  const ofStatus = (status: DemoDeal['road']['status'], most: number) =>
    priced.filter(({ road }) => road.status === status).slice(0, most);
  const quotes = [
    ...ofStatus('won', mostAccepted).map((made) => ({ made, status: 'accepted' as const })),
    ...ofStatus('open', mostSent).map((made) => ({ made, status: 'sent' as const })),
    ...ofStatus('lost', 1).map((made) => ({ made, status: 'refused' as const })),
  ].map((quote) => ({ ...quote, at: quotedAt(quote.made) }));
  for (const quote of quotes.toSorted((a, b) => a.at - b.at)) addQuote(making, quote);
}

function quotedAt({ road, deal }: DemoDeal): number {
  return road.entered[Math.min(2, road.entered.length - 1)] ?? deal.createdAt;
}

function addQuote(
  { act, calendar }: SalesMaking,
  { made, status, at }: { readonly made: DemoDeal; readonly status: DocumentStatus; readonly at: number },
) {
  const outcome = createDocument(act, { kind: 'quote', dealId: made.deal.id, date: calendar.dateOf(at) });
  if (outcome.type !== 'created') return;
  const isDecided = status !== 'sent';
  const decidedAt = isDecided ? Math.min(at + 2 * day, made.road.closedAt ?? act.at) : null;
  changeRecord(act, documentRecord, { id: outcome.document.id, changes: { status, decidedAt, createdAt: at } });
}
