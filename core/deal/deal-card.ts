import type { ReadDb } from '#core/database/connection.ts';
import { contactsOf } from '#core/deal/deal-contact.ts';
import { linesOf } from '#core/deal/deal-line.ts';
import type { DealLineRow } from '#core/deal/deal-line.ts';
import { readDealRow } from '#core/deal/deal-rows.ts';
import type { Today } from '#core/deal/deal-rows.ts';
import { lostReasonRecord } from '#core/pipeline/pipeline.ts';
import { readRecord } from '#core/records/write.ts';
import type { Deal } from '#shared/deal/contract.ts';
import type { Line } from '#shared/deal/fields.ts';
import { lineAmounts, quantityOf, sumAmounts } from '#shared/deal/line-amounts.ts';

/** A deal with its lines, their sums, and everybody in it. */
export function readDealCard(db: ReadDb, id: string, today: Today): Deal | undefined {
  const row = readDealRow(db, id, today);
  if (!row) return undefined;
  const lines = linesOf(db, id).map((line) => toLine(line, row.pricesIncludeTax));
  const { net, tax } = sumAmounts(lines);
  const lostReason = row.lostReasonId === null ? undefined : readRecord(db, lostReasonRecord, row.lostReasonId);
  return { ...row, lines, net, tax, contacts: contactsOf(db, id), lostReason: lostReason?.row.name ?? '' };
}

function toLine(line: DealLineRow, pricesIncludeTax: boolean): Line {
  return { ...line, quantity: quantityOf(line), ...lineAmounts(line, pricesIncludeTax) };
}
