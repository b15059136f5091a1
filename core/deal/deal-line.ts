import { dealRecord } from '#core/deal/deal.ts';
import { refreshDeal } from '#core/deal/refresh-deal.ts';
import type { ReadDb } from '#core/database/connection.ts';
import { defineRecordType } from '#core/records/record-type.ts';
import { decodeRow, readRecord } from '#core/records/write.ts';
import type { Line } from '#shared/deal/fields.ts';

/** A line of a deal as it is kept; its amounts are worked out when it is read. */
export type DealLineRow = Omit<Line, 'quantity' | 'net' | 'tax' | 'gross'>;

export const dealLineRecord = defineRecordType<DealLineRow>({
  name: 'deal_line',
  table: 'deal_line',
  fields: {
    dealId: { column: 'deal_id' },
    position: { column: 'position' },
    productId: { column: 'product_id' },
    name: { column: 'name' },
    description: { column: 'description' },
    place: { column: 'place' },
    width: { column: 'width' },
    height: { column: 'height' },
    pieces: { column: 'pieces' },
    unit: { column: 'unit' },
    unitPrice: { column: 'unit_price' },
    discount: { column: 'discount' },
    taxRate: { column: 'tax_rate' },
  },
  references: [
    { field: 'dealId', to: 'deal', onPurge: 'purge' },
    { field: 'productId', to: 'product', onPurge: 'clear' },
  ],
  written({ act, before, after }) {
    for (const line of [before, after]) if (line) refreshDeal(act, line.dealId);
  },
  describe: (line, db) => line.name || (readRecord(db, dealRecord, line.dealId)?.row.title ?? ''),
});

/** Lines of a deal in order. */
export function linesOf(db: ReadDb, dealId: string): readonly DealLineRow[] {
  return db
    .read<[string], Record<string, unknown>>('SELECT * FROM deal_line WHERE deal_id = ? ORDER BY position, id')
    .all(dealId)
    .map((row) => decodeRow(dealLineRecord, row));
}
