import type { WriteTx } from '#core/database/connection.ts';
import { markWhole } from '#core/records/outgoing.ts';
import { unpack } from '#shared/sync/pack.ts';
import type { Batch, RefusalCode } from '#shared/sync/protocol.ts';

interface Refused {
  readonly batch: Batch;
  readonly refused: readonly { readonly index: number; readonly code: RefusalCode }[];
  readonly at: number;
}

/** Keeps what head office didn't take, for people to see and mend. What it lacks the whole of is only marked to be sent whole. */
export function keepRefusals(tx: WriteTx, { batch, refused, at }: Refused) {
  const changes = unpack(batch.changes);
  const refusedAt = new Map(refused.map(({ index, code }) => [index, code]));
  changes.forEach((change, index) => {
    const code = refusedAt.get(index);
    if (code === undefined) forgetRefusal(tx, change.type, change.id);
    else if (code === 'wholeNeeded') markWhole(tx, { type: change.type, id: change.id, author: change.by });
    else
      tx.write(
        `INSERT INTO sync_refused (record_type, record_id, change, code, at, only_here) VALUES (?, ?, ?, ?, ?, 0)
         ON CONFLICT DO UPDATE SET change = excluded.change, code = excluded.code, at = excluded.at`,
      ).run(change.type, change.id, JSON.stringify(change), code, at);
  });
}

/** A record that was refused before, and is taken now. */
function forgetRefusal(tx: WriteTx, type: string, id: string) {
  tx.write('DELETE FROM sync_refused WHERE record_type = ? AND record_id = ?').run(type, id);
}
