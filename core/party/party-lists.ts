import { keepAnswers } from '#core/party/kept-answers.ts';
import { createListThread } from '#core/party/list-thread.ts';
import type { OrderRequest } from '#core/party/party-order.ts';
import { readPartyRows } from '#core/party/queries.ts';
import type { WordsInUse } from '#core/party/words.ts';
import type { Store } from '#core/records/store.ts';
import type { PartyRow } from '#shared/party/contract.ts';

export interface PageRequest extends OrderRequest {
  readonly offset: number;
  readonly limit: number;
}

/** Lists of parties: any page of any filter and sort costs the same, at the beginning and in the middle of a million. */
export interface PartyLists {
  page(request: PageRequest): Promise<{ readonly rows: readonly PartyRow[]; readonly total: number }>;
  words(): Promise<WordsInUse>;
  close(): Promise<void>;
}

/** Lists for somebody who doesn't see everybody. */
export interface Seen {
  /** What makes the thread's connection see no more than she may. */
  readonly views: readonly string[];
  /** Tells of every save, also of what isn't seen: it may come into sight, or go out of it, by what is saved of anything. */
  readonly follow: Pick<Store, 'onSaved'>;
}

const heldOrders = 8;
/** Milliseconds in which nobody takes notice of waiting. */
const patience = 150;

/** What lists of clients show, or are narrowed by. */
const listed: ReadonlySet<string> = new Set(['party', 'link', 'consent']);

/**
 * Each filter and sort is worked out once, in a thread of its own, and kept as an array of rowids, 4 bytes a party, until
 * something is saved.
 */
export function createPartyLists(store: Store, seen?: Seen): PartyLists {
  const thread = createListThread({ file: store.connection.file, views: seen?.views ?? [] });
  // Whoever was shown an order as it was is told to look again.
  const onRenewed = () => store.announce({ recordTypes: ['order'], ids: null });
  // Not even for a moment is somebody shown as many as there were.
  const waits = seen ? Infinity : patience;
  const orders = keepAnswers<Uint32Array>({ most: heldOrders, patience: waits, onRenewed });
  const words = keepAnswers<WordsInUse>({ most: 1, patience: waits, onRenewed: () => undefined });
  const stopListening = (seen?.follow ?? store).onSaved((event) => {
    if (!seen && !event.recordTypes.some((type) => listed.has(type))) return;
    orders.outdate();
    words.outdate();
  });
  return {
    async page({ filter, sort, where, offset, limit }) {
      const make = async () => (await thread.ask({ type: 'order', filter, sort, where })) as Uint32Array;
      // Days and "me" are worked out in `where`: tomorrow, or for another user, it is another order.
      const seqs = await orders.get(JSON.stringify([filter, sort, where]), make);
      const rows = readPartyRows(store.db, seqs.subarray(offset, offset + limit));
      const inBin = filter.deleted === true;
      return { rows: rows.filter((row) => (row.deletedAt !== null) === inBin), total: seqs.length };
    },
    words: () => words.get('words', async () => (await thread.ask({ type: 'words' })) as WordsInUse),
    async close() {
      stopListening();
      await thread.close();
    },
  };
}
