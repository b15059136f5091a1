import { randomBytes } from 'node:crypto';
import type { WriteTx } from '#core/database/connection.ts';
import { allBatches, appendBatch } from '#core/sync/seal-batch.ts';
import { readSyncState, writeSyncState } from '#core/sync/sync-state.ts';
import type { Line } from '#core/sync/sync-state.ts';
import { newId } from '#core/records/new-id.ts';
import { unpack } from '#shared/sync/pack.ts';
import type { Batch } from '#shared/sync/protocol.ts';
import type { RecordChange } from '#shared/sync/record-state.ts';
import type { Stamp } from '#shared/sync/stamp.ts';
import { chainStart } from '#wire/hash.ts';

// A line of batches: each names the one before it by hash, so that head office notices when two copies of one disk send different ones.

export function newLine(): Line {
  return { incarnation: randomBytes(9).toString('base64url'), counter: 0, hash: chainStart };
}

/** Begins a new line with all that head office hasn't got, and gives stamps under a new name: another copy of this disk may use the old one. */
export function beginNewLine(tx: WriteTx) {
  writeSyncState(tx, 'line', newLine());
  tx.write("INSERT INTO meta VALUES ('device', ?) ON CONFLICT DO UPDATE SET value = excluded.value").run(
    newId().replaceAll('-', '').slice(-8),
  );
  const batches = allBatches(tx);
  tx.write('DELETE FROM outbox_batch').run();
  appendAgain(tx, batches, (change) => change);
}

/** Takes a batch that head office has from those to be sent. */
export function acknowledge(tx: WriteTx, { counter, hash }: Pick<Line, 'counter' | 'hash'>) {
  tx.write('DELETE FROM outbox_batch WHERE counter <= ?').run(counter);
  const line = readSyncState(tx, 'line');
  if (line) writeSyncState(tx, 'line', { ...line, counter, hash });
}

/** Changes what batches not yet sent say was seen: head office set stamps back that were ahead of its clock. */
export function renameSeen(tx: WriteTx, renamed: ReadonlyMap<Stamp, Stamp>) {
  const batches = allBatches(tx);
  tx.write('DELETE FROM outbox_batch').run();
  appendAgain(tx, batches, (change) => ({
    ...change,
    seen: Object.fromEntries(Object.entries(change.seen).map(([field, stamp]) => [field, renamed.get(stamp) ?? stamp])),
  }));
}

/** Takes changes out of batches that head office hasn't got, which begins a new line. @returns the records that were in them */
export function dropFromBatches(tx: WriteTx, isDropped: (change: RecordChange) => boolean): readonly RecordChange[] {
  const batches = allBatches(tx);
  const dropped = batches.flatMap(({ changes }) => unpack(changes).filter(isDropped));
  if (dropped.length === 0) return [];
  writeSyncState(tx, 'line', newLine());
  tx.write('DELETE FROM outbox_batch').run();
  appendAgain(tx, batches, (change) => (isDropped(change) ? null : change));
  return dropped;
}

function appendAgain(tx: WriteTx, batches: readonly Batch[], change: (change: RecordChange) => RecordChange | null) {
  for (const batch of batches) {
    const changes = unpack(batch.changes).flatMap((one) => change(one) ?? []);
    if (changes.length > 0) appendBatch(tx, { changes, now: 0 });
  }
}
