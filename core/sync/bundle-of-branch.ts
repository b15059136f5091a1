import type { Store } from '#core/records/store.ts';
import { ownCorrespondent, sealForOffice } from '#core/sync/ask-office.ts';
import { noteBundle, noteTakenIn, openPart, questionId } from '#core/sync/bundle-parts.ts';
import { fileExchange, hasGapBefore } from '#core/sync/file-exchange.ts';
import { allBatches, sealBatch } from '#core/sync/seal-batch.ts';
import { ownRequest, placeOf } from '#core/sync/sync-request.ts';
import { readSyncState } from '#core/sync/sync-state.ts';
import { synchroniseBy } from '#core/sync/synchronise.ts';
import type { BundleReport } from '#shared/sync/contract.ts';
import { officeId } from '#shared/sync/office-protocol.ts';
import type { Batch, SyncResponse } from '#shared/sync/protocol.ts';
import type { OpenedBundle } from '#wire/bundle-file.ts';
import { createBundleWriter } from '#wire/bundle-writer.ts';

/** Records that a file asks for: there may be weeks until the next one. */
const recordsAsked = 10_000;

/** Writes a file for head office: all that it hasn't confirmed, and the question for what is new there. */
export async function writeBranchBundle(store: Store, path: string): Promise<void> {
  while (await store.keep((tx) => sealBatch(tx, store.now()))) continue;
  const own = ownCorrespondent(store.db);
  if (!own) throw new Error('this copy belongs to no company');
  const batches = allBatches(store.db);
  const asked: readonly (Batch | null)[] = batches.length > 0 ? batches : [null];
  const questions = asked.map((batch, index) =>
    sealForOffice(own, ownRequest(store, { batch, byFile: true, records: index === asked.length - 1 ? recordsAsked : 0 })),
  );
  const keys = new Map(questions.map(({ bytes, answerKey }) => [questionId(bytes), answerKey]));
  const number = await store.keep((tx) => noteBundle(tx, { to: officeId, keys }));
  const [first, last] = [batches[0], batches.at(-1)];
  const writer = createBundleWriter(path, {
    kind: 'bundle',
    company: own.companyId,
    from: own.deviceId,
    to: officeId,
    madeAt: store.now(),
    number,
    counters: first && last ? { from: first.counter, to: last.counter } : null,
    cursors: null,
  });
  try {
    for (const { bytes } of questions) writer.add(bytes);
    writer.finish();
  } catch (error) {
    writer.abandon();
    throw error;
  }
}

export type TakenIn =
  | { readonly type: 'taken'; readonly report: BundleReport }
  | { readonly type: 'refused'; readonly code: 'tampered' | 'otherReceiver' };

/** Takes in a file from head office. What was known already changes nothing. */
export async function takeInAtBranch(store: Store, bundle: OpenedBundle & { readonly type: 'opened' }): Promise<TakenIn> {
  const responses: SyncResponse[] = [];
  for (const part of bundle.parts()) {
    const opened = openPart(store.db, part);
    if (opened.type === 'opened') responses.push(opened.response);
    // Nothing of a file is taken of which a part isn't what head office sealed.
    else if (opened.type !== 'unknown') return { type: 'refused', code: opened.type };
  }
  let applied = 0;
  // A session that had to break off in between goes on as long as this moves.
  for (let place = ''; place !== placeOf(store);) {
    place = placeOf(store);
    applied += (await synchroniseBy(store, fileExchange(store, responses), bundle.manifest.madeAt)).received;
  }
  const { madeAt, number } = bundle.manifest;
  const from = readSyncState(store.db, 'identity')?.companyName ?? '';
  const missing = await missingBefore(store, number, responses);
  return { type: 'taken', report: { from, madeAt, applied, missing, hasAnswer: false } };
}

/** Files of head office that have to be taken in before this one, by their numbers. */
async function missingBefore(store: Store, number: number, responses: readonly SyncResponse[]): Promise<BundleReport['missing']> {
  if (hasGapBefore(responses, readSyncState(store.db, 'cursor')?.position ?? 0)) {
    const taken = readSyncState(store.db, 'bundles')?.taken ?? 0;
    return [{ from: Math.min(taken + 1, number - 1), to: number - 1 }];
  }
  await store.keep((tx) => noteTakenIn(tx, number));
  return [];
}
