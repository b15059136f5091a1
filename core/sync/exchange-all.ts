import type { Core } from '#core/core.ts';
import type { Store } from '#core/records/store.ts';
import { askOffice } from '#core/sync/ask-office.ts';
import { refreshContacts } from '#core/sync/branch-contacts.ts';
import { exchangeContent } from '#core/sync/content.ts';
import { readSyncState } from '#core/sync/sync-state.ts';
import { learnOfSelf } from '#core/sync/learn-of-self.ts';
import { askingOf, endOf, synchronise } from '#core/sync/synchronise.ts';
import type { Turn } from '#core/sync/synchronise.ts';
import { contentResponseSchema } from '#shared/sync/content-protocol.ts';
import { faultSchema } from '#shared/sync/protocol.ts';
import type { Fault } from '#shared/sync/protocol.ts';

/** Exchanges records with head office, then the contents of files; at head office, learns when branches were heard. */
export async function exchangeAll(core: Pick<Core, 'store' | 'files'>): Promise<Turn> {
  const { store, files } = core;
  const turn = await synchronise(store);
  if (turn.end.type !== 'equal' && turn.end.type !== 'waiting') return turn;
  const asking = askingOf(store);
  const malformed: Fault = { kind: 'fault', code: 'malformed' };
  await exchangeContent({
    store,
    files,
    signal: endOf(store),
    async ask(request) {
      const body = await askOffice(asking, request);
      return contentResponseSchema.safeParse(body).data ?? faultSchema.safeParse(body).data ?? malformed;
    },
  });
  if (isTimeToAsk(store)) {
    await learnOfSelf(store);
    if (readSyncState(store.db, 'own')?.branchId === null) await refreshContacts(store);
  }
  return turn;
}

/** How often (ms) it is asked what changes seldom. */
const askInterval = 60_000;
const askedAt = new WeakMap<Store, number>();

function isTimeToAsk(store: Store): boolean {
  const now = performance.now();
  if (now - (askedAt.get(store) ?? -askInterval) < askInterval) return false;
  askedAt.set(store, now);
  return true;
}
