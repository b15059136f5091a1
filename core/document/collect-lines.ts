import type { DealRow } from '#core/deal/deal.ts';
import { linesOf } from '#core/deal/deal-line.ts';
import type { DealLineRow } from '#core/deal/deal-line.ts';
import type { ReadDb } from '#core/database/connection.ts';
import { lineAmounts, quantityOf, sumAmounts } from '#shared/deal/line-amounts.ts';
import type { DocumentData, DocumentKind, DocumentLine } from '#shared/document/data.ts';
import { messageText } from '#shared/messages/message-text.ts';
import type { Language } from '#shared/settings/contract.ts';

export type Priced = Pick<DocumentData, 'lines' | 'totals'>;

interface Wanted {
  readonly kind: DocumentKind;
  readonly language: Language;
}

/** A deal's lines as a document says them, and what they come to. */
export function collectLines(db: ReadDb, deal: DealRow, { kind, language }: Wanted): Priced {
  const rows = linesOf(db, deal.id);
  const lines = rows.map((row, index): DocumentLine => {
    const { name, description, place, width, height, unitPrice, taxRate } = row;
    const hasSizes = width !== null || height !== null;
    return {
      position: index + 1,
      name,
      description,
      place,
      width,
      height,
      // Beside a quantity it says nothing new, but a job sheet has no other.
      pieces: hasSizes || kind === 'jobSheet' ? row.pieces : null,
      quantity: quantityOf(row),
      unit: messageText(`document.unit.${row.unit}`, language),
      unitPrice,
      discountPercent: row.discount / 100,
      taxRate,
      ...lineAmounts(row, deal.pricesIncludeTax),
    };
  });
  return { lines, totals: totalsOf({ deal, rows, lines }) };
}

/** What was paid by now of what a document says. */
export function withPaid(totals: DocumentData['totals'], paid: number): DocumentData['totals'] {
  return { ...totals, paid, balance: totals.gross - paid };
}

interface Collected {
  readonly deal: DealRow;
  readonly rows: readonly DealLineRow[];
  readonly lines: readonly DocumentLine[];
}

function totalsOf({ deal, rows, lines }: Collected): DocumentData['totals'] {
  // Without lines, a deal comes to what was guessed.
  const { net, gross } = lines.length > 0 ? sumAmounts(lines) : { net: deal.amount, gross: deal.amount };
  const full = rows.reduce((sum, row) => sum + lineAmounts({ ...row, discount: 0 }, deal.pricesIncludeTax).gross, 0);
  const discount = lines.length > 0 ? full - gross : 0;
  return withPaid({ net, taxes: taxesOf(lines), gross, discount, paid: 0, balance: 0 }, deal.paid);
}

function taxesOf(lines: readonly DocumentLine[]): DocumentData['totals']['taxes'] {
  const rates = [...new Set(lines.map(({ taxRate }) => taxRate))].filter((rate) => rate > 0).toSorted((a, b) => b - a);
  return rates.map((rate) => {
    const { net, tax } = sumAmounts(lines.filter(({ taxRate }) => taxRate === rate));
    return { rate, base: net, tax };
  });
}
