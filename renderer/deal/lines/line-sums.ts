import type { LineDraft, LineReading } from '#renderer/deal/lines/line-draft.ts';
import { isBlank, readLine } from '#renderer/deal/lines/line-draft.ts';
import { lineAmounts, sumAmounts } from '#shared/deal/line-amounts.ts';
import type { Amounts } from '#shared/deal/line-amounts.ts';

export interface LineReadingWithTax extends LineReading {
  readonly pricesIncludeTax: boolean;
}

export interface DraftSums extends Amounts {
  /** By rate, basis points, lowest first. */
  readonly taxes: readonly { readonly rate: number; readonly tax: number }[];
}

/** What a line comes to as it is typed now; null while it can't be read. */
export function amountsOf(draft: LineDraft, reading: LineReadingWithTax): Amounts | null {
  const read = readLine(draft, reading);
  return read.type === 'line' ? lineAmounts(read.line, reading.pricesIncludeTax) : null;
}

/** What all lines come to; those that can't be read don't count. */
export function sumsOf(drafts: readonly LineDraft[], reading: LineReadingWithTax): DraftSums {
  const lines = drafts
    .filter((draft) => !isBlank(draft))
    .flatMap((draft) => {
      const read = readLine(draft, reading);
      if (read.type !== 'line') return [];
      return [{ rate: read.line.taxRate, amounts: lineAmounts(read.line, reading.pricesIncludeTax) }];
    });
  const byRate = new Map<number, number>();
  for (const { rate, amounts } of lines) byRate.set(rate, (byRate.get(rate) ?? 0) + amounts.tax);
  const taxes = [...byRate].map(([rate, tax]) => ({ rate, tax })).toSorted((one, other) => one.rate - other.rate);
  return { ...sumAmounts(lines.map(({ amounts }) => amounts)), taxes };
}
