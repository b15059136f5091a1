import type { WriteTx } from '#core/database/connection.ts';
import { markGone, markWhole } from '#core/records/outgoing.ts';
import { readState } from '#core/sync/local-state.ts';
import { unpack } from '#shared/sync/pack.ts';
import type { Batch, RefusalCode } from '#shared/sync/protocol.ts';
import { isThere } from '#shared/sync/record-state.ts';
import type { RecordChange } from '#shared/sync/record-state.ts';

interface Refused {
  readonly batch: Batch;
  readonly refused: readonly { readonly index: number; readonly code: RefusalCode }[];
  readonly at: number;
}

/** Keeps what head office didn't take, for people to see and mend. What it lacks the whole of is only marked to be sent whole. */
export function keepRefusals(tx: WriteTx, { batch, refused, at }: Refused) {
  if (refused.length === 0 && tx.readColumn<[], number>('SELECT 1 FROM sync_refused LIMIT 1').get() === undefined) return;
  const changes = unpack(batch.changes);
  const refusedAt = new Map(refused.map(({ index, code }) => [index, code]));
  changes.forEach((change, index) => {
    const code = refusedAt.get(index);
    if (code === undefined) forgetRefusal(tx, change.type, change.id);
    else if (code === 'wholeNeeded') sendWhole(tx, change);
    else
      tx.write(
        `INSERT INTO sync_refused (record_type, record_id, change, code, at, only_here) VALUES (?, ?, ?, ?, ?, 0)
         ON CONFLICT DO UPDATE SET change = excluded.change, code = excluded.code, at = excluded.at`,
      ).run(change.type, change.id, JSON.stringify(change), code, at);
  });
}

/** What was removed here since is told as removed: there is no whole of it any more. */
function sendWhole(tx: WriteTx, { type, id, by }: RecordChange) {
  const state = readState(tx, type, id);
  if (!state) return;
  if (isThere(state)) markWhole(tx, { type, id, author: by });
  else if (state.gone !== null) markGone(tx, { type, id, gone: state.gone });
}

/** A record that was refused before, and is taken now. */
function forgetRefusal(tx: WriteTx, type: string, id: string) {
  tx.write('DELETE FROM sync_refused WHERE record_type = ? AND record_id = ?').run(type, id);
}
