import type { ReadDb } from '#core/database/connection.ts';
import type { DealRow } from '#core/deal/deal.ts';
import { lineAmounts } from '#shared/deal/line-amounts.ts';
import type { PricedLine } from '#shared/deal/line-amounts.ts';
import { foldText } from '#shared/text/fold-text.ts';

export type DerivedFields = Pick<DealRow, 'titleKey' | 'amount' | 'paid' | 'sizes' | 'nextTaskAt'>;

/** What is worked out of a deal: from its title, lines, payments and open tasks. */
export function derivedFields(
  db: ReadDb,
  deal: Pick<DealRow, 'id' | 'title' | 'estimate' | 'currency' | 'pricesIncludeTax'>,
): DerivedFields {
  const lines = db
    .read<[string], PricedLine>(
      'SELECT width, height, pieces, unit, unit_price AS unitPrice, discount, tax_rate AS taxRate FROM deal_line WHERE deal_id = ?',
    )
    .all(deal.id);
  let amount = lines.length === 0 ? deal.estimate : 0;
  for (const line of lines) amount += lineAmounts(line, deal.pricesIncludeTax).gross;
  return {
    titleKey: foldText(deal.title),
    amount,
    paid: paidOf(db, deal),
    sizes: lines.filter(({ width, height }) => width !== null && height !== null).length,
    nextTaskAt: nextTaskOf(db, deal.id),
  };
}

function paidOf(db: ReadDb, { id, currency }: Pick<DealRow, 'id' | 'currency'>): number {
  const paid = db.readColumn<[string, string], number | null>(
    'SELECT sum(amount) FROM payment WHERE deal_id = ? AND currency = ?',
  );
  return paid.get(id, currency) ?? 0;
}

function nextTaskOf(db: ReadDb, dealId: string): number | null {
  const next = db.readColumn<[string], number | null>(`SELECT min(due_at) FROM task WHERE deal_id = ? AND status = 'open'`);
  return next.get(dealId) ?? null;
}
