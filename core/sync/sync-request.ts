import type { Store } from '#core/records/store.ts';
import { schemaVersion } from '#core/sync/schema-version.ts';
import { countWaiting } from '#core/sync/seal-batch.ts';
import { readSyncState } from '#core/sync/sync-state.ts';
import { protocolVersion } from '#shared/sync/protocol.ts';
import type { SyncRequest } from '#shared/sync/protocol.ts';
import { version } from '#shared/version.ts';

type Said = 'kind' | 'protocol' | 'program' | 'schema';

/** What a copy asks of head office, with what this program is. */
export function syncRequest(asked: Omit<SyncRequest, Said> & { readonly schema?: number }): SyncRequest {
  return { kind: 'sync', protocol: protocolVersion, program: version, schema: schemaVersion, ...asked };
}

type Asked = Pick<SyncRequest, 'batch' | 'records'> & Partial<Pick<SyncRequest, 'schema' | 'byFile'>>;

/** What this copy asks from where it stands. @throws when it belongs to no company */
export function ownRequest({ db, now }: Store, asked: Asked): SyncRequest {
  const line = readSyncState(db, 'line');
  const cursor = readSyncState(db, 'cursor');
  if (!line || !cursor) throw new Error('this copy belongs to no company');
  return syncRequest({
    at: now(),
    epoch: cursor.epoch,
    cursor: cursor.position,
    acknowledged: { counter: line.counter, hash: line.hash },
    waiting: countWaiting(db, asked.batch),
    ...asked,
  });
}

/** How far this copy is with fetching and sending. */
export function placeOf({ db }: Store): string {
  return `${readSyncState(db, 'cursor')?.position} ${readSyncState(db, 'line')?.counter}`;
}
