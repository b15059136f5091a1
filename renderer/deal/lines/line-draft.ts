import { readTypedMoney, readTypedRate, writeTypedMoney, writeTypedRate } from '#renderer/app/typed-money.ts';
import { readTypedNumber } from '#renderer/custom-field/typed-value.ts';
import type { Line, Unit } from '#shared/deal/fields.ts';
import type { Product } from '#shared/product/contract.ts';

/** A line being edited: numbers are as typed. */
export interface LineDraft {
  /** Tells rows apart while they are edited. */
  readonly key: string;
  readonly id: string | undefined;
  readonly productId: string | null;
  readonly name: string;
  readonly description: string;
  readonly place: string;
  readonly width: string;
  readonly height: string;
  readonly pieces: string;
  readonly unit: Unit;
  readonly unitPrice: string;
  readonly discount: string;
  readonly taxRate: string;
}

export const typedColumns = ['name', 'place', 'width', 'height', 'pieces', 'unitPrice', 'discount', 'taxRate'] as const;
export type TypedColumn = (typeof typedColumns)[number];

export interface LineReading {
  readonly locale: string;
  readonly currency: string;
}

let lastKey = 0;
const newKey = () => {
  lastKey += 1;
  return `new-${lastKey}`;
};

/** An empty line. @param taxRate of the shop, basis points */
export function emptyLine(taxRate: number, locale: string): LineDraft {
  return {
    key: newKey(),
    id: undefined,
    productId: null,
    name: '',
    description: '',
    place: '',
    width: '',
    height: '',
    pieces: '1',
    unit: 'piece',
    unitPrice: '',
    discount: '',
    taxRate: writeTypedRate(taxRate, locale),
  };
}

export function draftOfLine(line: Line, { locale, currency }: LineReading): LineDraft {
  const number = (value: number) => new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 6 }).format(value);
  return {
    key: line.id,
    id: line.id,
    productId: line.productId,
    name: line.name,
    description: line.description,
    place: line.place,
    width: line.width === null ? '' : String(line.width),
    height: line.height === null ? '' : String(line.height),
    pieces: number(line.pieces),
    unit: line.unit,
    unitPrice: writeTypedMoney(line.unitPrice, { locale, currency }),
    discount: line.discount === 0 ? '' : writeTypedRate(line.discount, locale),
    taxRate: writeTypedRate(line.taxRate, locale),
  };
}

/** The line with a product in it: its name, unit, tax and price. */
export function withProduct(
  draft: LineDraft,
  product: Product,
  reading: LineReading & { readonly price: number | null },
): LineDraft {
  const { locale, price } = reading;
  return {
    ...draft,
    productId: product.id,
    name: product.name,
    description: draft.description === '' ? product.description.slice(0, 2000) : draft.description,
    unit: product.unit,
    ...(price === null ? {} : { unitPrice: writeTypedMoney(price, reading) }),
    ...(product.taxRate === null ? {} : { taxRate: writeTypedRate(product.taxRate, locale) }),
  };
}

/** Whether nothing was typed in the line: such lines aren't saved. */
export function isBlank({ id, name, place, width, height, unitPrice }: LineDraft): boolean {
  return id === undefined && [name, place, width, height, unitPrice].every((text) => text.trim() === '');
}

export type ReadLine =
  | { readonly type: 'line'; readonly line: ReadLineInput }
  | { readonly type: 'unreadable'; readonly column: TypedColumn };
/** A line with everything but what the core works out. */
type ReadLineInput = Omit<Line, 'id' | 'dealId' | 'position' | 'quantity' | 'net' | 'tax' | 'gross'> & { readonly id?: string };

/** What was typed, as a line to save, or the first column that can't be read. */
export function readLine(draft: LineDraft, { locale, currency }: LineReading): ReadLine {
  const size = (text: string) => (text.trim() === '' ? null : readSize(text, locale));
  const [width, height] = [size(draft.width), size(draft.height)];
  const pieces = draft.pieces.trim() === '' ? 1 : readTypedNumber(draft.pieces, locale);
  const unitPrice = draft.unitPrice.trim() === '' ? 0 : readTypedMoney(draft.unitPrice, { locale, currency });
  const discount = draft.discount.trim() === '' ? 0 : readTypedRate(draft.discount, locale);
  const taxRate = draft.taxRate.trim() === '' ? 0 : readTypedRate(draft.taxRate, locale);
  if (width === 'unreadable') return unreadable('width');
  if (height === 'unreadable') return unreadable('height');
  if (pieces === null || pieces < 0 || pieces > 1_000_000) return unreadable('pieces');
  if (unitPrice === null || unitPrice < 0) return unreadable('unitPrice');
  if (discount === null) return unreadable('discount');
  if (taxRate === null) return unreadable('taxRate');
  const { id, productId, description, unit } = draft;
  const line = {
    ...(id === undefined ? {} : { id }),
    productId,
    name: draft.name.trim(),
    description,
    place: draft.place.trim(),
    width,
    height,
    pieces,
    unit,
    unitPrice,
    discount,
    taxRate,
  };
  return { type: 'line', line };
}

function unreadable(column: TypedColumn): ReadLine {
  return { type: 'unreadable', column };
}

/** Millimetres, whole. */
function readSize(text: string, locale: string): number | 'unreadable' {
  const value = readTypedNumber(text, locale);
  return value === null || value < 1 || value > 100_000 ? 'unreadable' : Math.round(value);
}
