import type { ReadDb } from '#core/database/connection.ts';
import type { Conditions } from '#core/deal/deal-filter.ts';
import { closedWithin } from '#core/report/closed-within.ts';
import { SalesLedger } from '#core/report/sales-ledger.ts';
import type { SalesRow } from '#shared/report/contract.ts';
import { lineAmounts } from '#shared/deal/line-amounts.ts';
import type { PricedLine } from '#shared/deal/line-amounts.ts';
import type { Span } from '#shared/time/zone.ts';

interface ClosedLine extends Omit<PricedLine, 'pieces'> {
  readonly dealId: string;
  readonly status: 'won' | 'lost';
  readonly currency: string;
  readonly dealAmount: number;
  readonly time: number;
  readonly pricesIncludeTax: 'true' | 'false';
  readonly productId: string | null;
  /** Null where the deal has no lines. */
  readonly pieces: number | null;
}

/**
 * Sales by product. A deal counts once for each product it has, with what its lines of it come to; lines of no product and
 * deals without lines are under an empty key.
 */
export function readProductSales(
  db: ReadDb,
  { span: { from, to }, where }: { readonly span: Span; readonly where: Conditions | null },
): SalesRow[] {
  const condition = where === null ? '' : ` AND ${where.sql}`;
  const parameters = [from, to, ...(where?.parameters ?? [])];
  const ledger = new SalesLedger({ countsLeads: false });
  const begun = db.read<(string | number)[], { key: string; count: number }>(
    `SELECT coalesce(line.product_id, '') AS key, count(DISTINCT deal.seq) AS count
     FROM deal LEFT JOIN deal_line line ON line.deal_id = deal.id
     WHERE deal.created_at >= ? AND deal.created_at < ? AND deal.deleted_at IS NULL${condition} GROUP BY 1`,
  );
  for (const { key, count } of begun.all(...parameters)) ledger.addBegun(key, count);
  // The lines of a deal come one after another: a left join reads its left side first.
  const closed = db.read<(string | number)[], ClosedLine>(
    `SELECT deal.id AS dealId, deal.status, deal.currency, deal.amount AS dealAmount, deal.closed_at - deal.created_at AS time,
       deal.prices_include_tax AS pricesIncludeTax, line.product_id AS productId, line.width, line.height, line.pieces,
       line.unit, line.unit_price AS unitPrice, line.discount, line.tax_rate AS taxRate
     FROM deal LEFT JOIN deal_line line ON line.deal_id = deal.id WHERE ${closedWithin}${condition}`,
  );
  const lastDeals = new Map<string, string>();
  for (const line of closed.iterate(...parameters)) {
    const { dealId, status, currency, time } = line;
    const key = line.productId ?? '';
    const isFirst = lastDeals.get(key) !== dealId;
    lastDeals.set(key, dealId);
    ledger.addClosed(key, { status, currency, count: isFirst ? 1 : 0, amount: amountOf(line), time: isFirst ? time : 0 });
  }
  const name = db.readColumn<[string], string>('SELECT name FROM product WHERE id = ?');
  return ledger.rows().map((row) => ({ ...row, name: name.get(row.key) ?? '' }));
}

function amountOf({ pieces, dealAmount, pricesIncludeTax, ...line }: ClosedLine): number {
  return pieces === null ? dealAmount : lineAmounts({ ...line, pieces }, pricesIncludeTax === 'true').gross;
}
