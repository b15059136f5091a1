/**
 * Up to where a copy has what head office sent. Part way through several pages it has of each record what it was when it was last at the
 * end, or what a page brought since: which fields it lacks of those to come can't be told from where it is, so that they are sent whole.
 */
export interface Cursor {
  readonly seq: number;
  readonly isPartWay: boolean;
}

/** A cursor as copies keep it, who only hand it back: even at the end, odd part way. */
export function toNumber({ seq, isPartWay }: Cursor): number {
  return seq * 2 + Number(isPartWay);
}

/** What `toNumber` made. */
export function toCursor(given: number): Cursor {
  return { seq: Math.floor(given / 2), isPartWay: given % 2 === 1 };
}
