import type { Deal } from '#shared/deal/contract.ts';
import type { Address, Email, Phone } from '#shared/party/fields.ts';
import type { Task } from '#shared/task/contract.ts';

type KnownDeal = Pick<Deal, 'custom' | 'lines' | 'sizes' | 'paid' | 'amount'>;

interface KnownClient {
  readonly phones: readonly Phone[];
  readonly emails: readonly Email[];
  readonly addresses: readonly Address[];
  readonly taxId: string;
}

/** What a task asks for that its deal and client lack, as far as they show it; of a client not read only the core can tell. */
export function missingOf(asks: Task['asks'], deal: KnownDeal, client: KnownClient | undefined): readonly string[] {
  return asks.filter((field) => (field.startsWith('client.') ? isMissing(client, field) : !isFilled(deal, field)));
}

function isMissing(client: KnownClient | undefined, field: string): boolean {
  if (client === undefined) return false;
  if (field === 'client.phone') return isEmpty(client.phones);
  if (field === 'client.email') return isEmpty(client.emails);
  return isEmpty(field === 'client.address' ? client.addresses : client.taxId);
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
