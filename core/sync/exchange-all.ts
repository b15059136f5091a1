import type { Core } from '#core/core.ts';
import type { ReadDb } from '#core/database/connection.ts';
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
  const { store } = core;
  const turn = await synchronise(store);
  if (turn.end.type !== 'equal' && turn.end.type !== 'waiting') return turn;
  await exchangeNewContent(core);
  if (isTimeToAsk(store)) {
    await learnOfSelf(store);
    if (readSyncState(store.db, 'own')?.branchId === null) await refreshContacts(store);
  }
  return turn;
}

/** What was the last to be written when head office and this copy had all files of each other's. */
const completeAt = new WeakMap<Store, string>();

/** Looking through all files takes long where there are many: it is done once for what was written. */
async function exchangeNewContent({ store, files }: Pick<Core, 'store' | 'files'>) {
  const last = writtenLast(store.db);
  if (completeAt.get(store) === last) return;
  const asking = askingOf(store);
  const { type, absent, unnamed, failed } = await exchangeContent({
    store,
    files,
    signal: endOf(store),
    async ask(request) {
      const body = await askOffice(asking, request);
      return contentResponseSchema.safeParse(body).data ?? faultSchema.safeParse(body).data ?? malformed;
    },
  });
  const isComplete = type === 'done' && absent === 0 && unnamed === 0 && failed.length === 0;
  if (isComplete) completeAt.set(store, last);
}

const malformed: Fault = { kind: 'fault', code: 'malformed' };

/** The life of head office's data, and the last act: their numbers may be given anew after some were erased, their ids never. */
function writtenLast(db: ReadDb): string {
  const lastAct = db.readColumn<[], string>('SELECT id FROM act ORDER BY seq DESC LIMIT 1').get();
  return `${readSyncState(db, 'cursor')?.epoch} ${lastAct}`;
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
