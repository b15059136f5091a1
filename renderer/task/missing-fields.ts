import type { Deal } from '#shared/deal/contract.ts';
import type { Task } from '#shared/task/contract.ts';

type KnownDeal = Pick<Deal, 'custom' | 'lines' | 'sizes' | 'paid' | 'amount'>;

/** What a task asks for that its deal lacks, as far as the deal itself shows: the client's own fields only the core can tell. */
export function missingOf(asks: Task['asks'], deal: KnownDeal): readonly string[] {
  return asks.filter((field) => !field.startsWith('client.') && !isFilled(deal, field));
}

function isFilled(deal: KnownDeal, field: string): boolean {
  if (field.startsWith('custom.')) return !isEmpty(deal.custom[field.slice('custom.'.length)]);
  if (field === 'lines') return deal.lines.length > 0;
  if (field === 'sizes') return deal.sizes > 0;
  if (field === 'prices') return deal.lines.length > 0 && deal.lines.every(({ unitPrice }) => unitPrice > 0);
  if (field === 'payment') return deal.paid > 0;
  if (field === 'estimate') return deal.amount > 0;
  // Only the core knows of quotes.
  if (field === 'acceptedQuote') return true;
  return !isEmpty((deal as unknown as Readonly<Record<string, unknown>>)[field]);
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
