import type { Unit } from '#shared/deal/fields.ts';

/** What a line's amounts are worked out from. Sizes are millimetres, the price minor units, rates basis points. */
export interface PricedLine {
  readonly width: number | null;
  readonly height: number | null;
  readonly pieces: number;
  readonly unit: Unit;
  readonly unitPrice: number;
  readonly discount: number;
  readonly taxRate: number;
}

/** Minor units; net and tax together are gross. */
export interface Amounts {
  readonly net: number;
  readonly tax: number;
  readonly gross: number;
}

/** Pieces are counted in millionths, an area in square millimetres: quantities are whole numbers of this part of a unit. */
const parts = 1_000_000_000_000n;
const wholeRate = 10_000n;

/** How many units a line is: its pieces, or pieces times area or length where it is sold by those and has sizes. */
export function quantityOf(line: PricedLine): number {
  return Number(quantityInParts(line)) / Number(parts);
}

/**
 * What a line costs. Everything is exact until it is rounded half away from zero, once for the price and once for the tax.
 * @param pricesIncludeTax whether the unit price has the tax in it
 */
export function lineAmounts(line: PricedLine, pricesIncludeTax: boolean): Amounts {
  const discounted = BigInt(line.unitPrice) * quantityInParts(line) * (wholeRate - BigInt(line.discount));
  const price = divide(discounted, parts * wholeRate);
  const rate = BigInt(line.taxRate);
  const net = pricesIncludeTax ? divide(price * wholeRate, wholeRate + rate) : price;
  const tax = pricesIncludeTax ? price - net : divide(price * rate, wholeRate);
  return { net: Number(net), tax: Number(tax), gross: Number(net + tax) };
}

/** The sums of lines as they are written on a quote: what is said of each line adds up. */
export function sumAmounts(lines: readonly Amounts[]): Amounts {
  const sum = { net: 0, tax: 0, gross: 0 };
  for (const { net, tax, gross } of lines) {
    sum.net += net;
    sum.tax += tax;
    sum.gross += gross;
  }
  return sum;
}

function quantityInParts({ width, height, pieces, unit }: PricedLine): bigint {
  const millionths = BigInt(Math.round(pieces * 1_000_000));
  if (unit === 'squareMetre' && width !== null && height !== null) return millionths * BigInt(width) * BigInt(height);
  const length = width ?? height;
  if (unit === 'metre' && length !== null) return millionths * BigInt(length) * 1000n;
  return millionths * 1_000_000n;
}

/** Rounds half away from zero. */
function divide(dividend: bigint, divisor: bigint): bigint {
  const magnitude = dividend < 0n ? -dividend : dividend;
  const rounded = (magnitude * 2n + divisor) / (divisor * 2n);
  return dividend < 0n ? -rounded : rounded;
}
