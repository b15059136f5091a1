import { dealLineRecord, linesOf } from '#core/deal/deal-line.ts';
import type { DealLineRow } from '#core/deal/deal-line.ts';
import type { DealRow } from '#core/deal/deal.ts';
import type { ReadDb } from '#core/database/connection.ts';
import { priceOf } from '#core/product/queries.ts';
import { productRecord } from '#core/product/product.ts';
import type { Act } from '#core/records/act.ts';
import { newId } from '#core/records/new-id.ts';
import { changeRecord, createRecord, purgeRecord, readRecord } from '#core/records/write.ts';
import { readSettings } from '#core/settings/settings.ts';
import type { LineInput } from '#shared/deal/fields.ts';
import { lineAmounts } from '#shared/deal/line-amounts.ts';

type Priced = Pick<DealRow, 'id' | 'currency' | 'pricesIncludeTax'>;

export type LinesOutcome =
  | { readonly type: 'made'; readonly lines: readonly DealLineRow[] }
  | {
      readonly type: 'refused';
      readonly code: 'unknownProduct' | 'unknownLine' | 'repeatedLine' | 'tooMuch';
      readonly value: string;
    };

/** More than this, in minor units, is no amount. */
const most = 9_000_000_000_000;

/** The lines of a deal as they would be kept: those with an id are the ones it has, changed. */
export function makeLines(db: ReadDb, deal: Priced, inputs: readonly LineInput[]): LinesOutcome {
  const known = new Map(linesOf(db, deal.id).map((line) => [line.id, line]));
  const { taxRate } = readSettings(db);
  const lines: DealLineRow[] = [];
  const ids = new Set<string>();
  for (const [position, input] of inputs.entries()) {
    const before = input.id === undefined ? undefined : known.get(input.id);
    if (input.id !== undefined && !before) return { type: 'refused', code: 'unknownLine', value: input.id };
    const product = input.productId ? readRecord(db, productRecord, input.productId)?.row : undefined;
    if (input.productId && !product) return { type: 'refused', code: 'unknownProduct', value: input.productId };
    const line: DealLineRow = {
      id: input.id ?? newId(),
      dealId: deal.id,
      position,
      productId: input.productId ?? null,
      name: input.name || (product?.name ?? ''),
      description: input.description ?? '',
      place: input.place ?? '',
      width: input.width ?? null,
      height: input.height ?? null,
      pieces: input.pieces ?? 1,
      unit: input.unit ?? before?.unit ?? product?.unit ?? 'piece',
      unitPrice: input.unitPrice ?? before?.unitPrice ?? (product ? priceOf(db, product.id, deal.currency) : 0),
      discount: input.discount ?? 0,
      taxRate: input.taxRate ?? before?.taxRate ?? product?.taxRate ?? taxRate,
    };
    if (ids.has(line.id)) return { type: 'refused', code: 'repeatedLine', value: line.id };
    ids.add(line.id);
    lines.push(line);
  }
  const total = lines.reduce((sum, line) => sum + lineAmounts(line, deal.pricesIncludeTax).gross, 0);
  return total > most ? { type: 'refused', code: 'tooMuch', value: String(total) } : { type: 'made', lines };
}

/** The lines as somebody gave them who has no say in prices: lines keep those they have, and new ones get those of their products. */
export function withoutPrices(inputs: readonly LineInput[], lines: readonly DealLineRow[]): LineInput[] {
  return inputs.map(({ unitPrice: _price, discount: _discount, ...input }) => {
    const before = lines.find(({ id }) => id === input.id);
    return before ? { ...input, unitPrice: before.unitPrice, discount: before.discount } : input;
  });
}

/** Makes these the lines of a deal: what is there is changed, what is new added, what is left out removed. */
export function saveLines(act: Act, dealId: string, lines: readonly DealLineRow[]) {
  const before = linesOf(act.tx, dealId);
  const kept = new Set(lines.map(({ id }) => id));
  for (const { id } of before) if (!kept.has(id)) purgeRecord(act, dealLineRecord, id);
  for (const line of lines) {
    const { id, ...changes } = line;
    if (!changeRecord(act, dealLineRecord, { id, changes })) createRecord(act, dealLineRecord, line);
  }
}
