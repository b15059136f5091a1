import type { Store } from '#core/records/store.ts';
import type { Exchange } from '#core/sync/exchange.ts';
import { readSyncState } from '#core/sync/sync-state.ts';
import type { CompareRequest, SyncRequest, SyncResponse } from '#shared/sync/protocol.ts';

/** A file has no answer to what is asked next. */
export class FileDone extends Error {
  override readonly name = 'FileDone';
}

/**
 * Answers the questions of a session from what head office said some days ago, in whatever order that lies in a file: what isn't an
 * answer to what is asked now is passed over. Throws `FileDone` where there is none.
 */
export function fileExchange(store: Store, answers: readonly SyncResponse[]): Exchange {
  const pages = answers
    .flatMap(({ epoch, page, digest }) => (page ? [{ epoch, page, digest }] : []))
    .sort((one, other) => one.page.from - other.page.from || other.page.next - one.page.next);
  const used = new Set<object>();
  async function answer(request: SyncRequest | CompareRequest): Promise<SyncResponse> {
    if (request.kind === 'compare') throw new FileDone('a file can not compare');
    const { cursor, epoch, batch } = request;
    const push = answers.flatMap((each) => (each.epoch === epoch && isForBatch(each.push, batch) ? [each.push] : []))[0] ?? null;
    const found = pages.find(
      (each) => !used.has(each) && each.epoch === epoch && each.page.from <= cursor && isNews(each.page, cursor),
    );
    if (!push && !found) throw new FileDone('nothing in the file is new');
    if (found) used.add(found);
    const page = found
      ? { ...found.page, from: cursor }
      : { from: cursor, next: cursor, head: cursor + 1, changes: [], leaves: [] };
    // The clocks were compared when both were there.
    const at = request.at + (readSyncState(store.db, 'clockOffset') ?? 0);
    return { kind: 'sync', at, epoch: epoch ?? found?.epoch ?? '', push, page, digest: found?.digest ?? null };
  }
  return answer as Exchange;
}

function isForBatch(push: SyncResponse['push'], batch: SyncRequest['batch']): boolean {
  return push?.type === 'taken' && batch !== null && push.counter === batch.counter && push.hash === batch.hash;
}

/** A page that leads on. One that only says that nothing is new is of use once, at the place it was asked for. */
function isNews({ from, next, head }: NonNullable<SyncResponse['page']>, cursor: number): boolean {
  return next > cursor || (from === cursor && next === cursor && head === cursor);
}

/** Whether something has to come before the pages of a file can be taken. */
export function hasGapBefore(answers: readonly SyncResponse[], cursor: number): boolean {
  const ahead = answers.flatMap(({ page }) => (page && page.next > cursor ? [page.from] : []));
  return ahead.length > 0 && Math.min(...ahead) > cursor;
}
