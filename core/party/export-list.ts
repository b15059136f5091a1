import { partySheetOf } from '#core/export/party-sheet.ts';
import { findParty } from '#core/party/queries.ts';
import type { Party } from '#core/party/party.ts';
import type { PartyLists } from '#core/party/party-lists.ts';
import type { OrderRequest } from '#core/party/party-order.ts';
import type { Store } from '#core/records/store.ts';

/** As many as are read in one go; others are answered in between. */
const pageSize = 500;

/** A list as a CSV file that Excel opens, and how many are in it. */
export async function exportList(
  { store, lists }: { readonly store: Pick<Store, 'db'>; readonly lists: PartyLists },
  request: OrderRequest,
): Promise<{ readonly lines: readonly string[]; readonly count: number }> {
  const sheet = partySheetOf(store.db, request.filter.type ?? null);
  const lines = [sheet.head];
  for (let offset = 0; ; offset += pageSize) {
    const { rows } = await lists.page({ ...request, offset, limit: pageSize });
    const parties = rows.map(({ id }) => findParty(store.db, id)).filter((party): party is Party => party !== undefined);
    lines.push(...parties.map(sheet.line));
    if (rows.length < pageSize) return { lines, count: lines.length - 1 };
  }
}
