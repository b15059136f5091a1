import type { DealRow } from '#shared/deal/contract.ts';

const dealKey = Symbol('deal');
const placeKey = Symbol('place');
type Data = Record<string | symbol, unknown>;

/** What a dragged card carries. */
export function carryDeal(deal: DealRow): Data {
  return { [dealKey]: deal };
}

/** The deal of a dragged card; null when something else is dragged. */
export function dealDragged({ data }: { readonly data: Data }): DealRow | null {
  return (data[dealKey] as DealRow | undefined) ?? null;
}

/** Where a card may be dropped: a stage's id, "won" or "lost". */
export function placeOf(place: string): Data {
  return { [placeKey]: place };
}

/** The innermost place that a card was dropped on; null when it was none. */
export function placeDroppedOn(targets: readonly { readonly data: Data }[]): string | null {
  const found = targets.find(({ data }) => data[placeKey] !== undefined);
  return (found?.data[placeKey] as string | undefined) ?? null;
}
