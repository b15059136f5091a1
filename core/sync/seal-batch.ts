import type { ReadDb, WriteTx } from '#core/database/connection.ts';
import { bringEditsAside } from '#core/sync/edits-aside.ts';
import { readState } from '#core/sync/local-state.ts';
import { readSyncState } from '#core/sync/sync-state.ts';
import { pack } from '#shared/sync/pack.ts';
import type { Packed } from '#shared/sync/pack.ts';
import { changesInBatch } from '#shared/sync/protocol.ts';
import type { Batch } from '#shared/sync/protocol.ts';
import { isThere } from '#shared/sync/record-state.ts';
import type { RecordChange } from '#shared/sync/record-state.ts';
import type { Stamp } from '#shared/sync/stamp.ts';
import { charactersOf } from '#shared/sync/weight.ts';
import { chainHash } from '#wire/hash.ts';

/** A batch whose values grew to so many characters is closed, however few changes it has. */
const fullAt = 4_000_000;

interface Mark {
  readonly seq: number;
  readonly record_type: string;
  readonly record_id: string;
  readonly fields: string | null;
  readonly gone: Stamp | null;
  readonly seen: Stamp | null;
  readonly author: string;
}

interface BatchRow {
  readonly counter: number;
  readonly previous: string;
  readonly hash: string;
  readonly packed: string;
}

/** The oldest batch that head office hasn't got, as it was sealed; null when there is none. */
export function firstBatch(db: ReadDb): Batch | null {
  const row = db.read<[], BatchRow>('SELECT counter, previous, hash, packed FROM outbox_batch ORDER BY counter LIMIT 1').get();
  return row ? toBatch(row) : null;
}

/** All batches that head office hasn't got, oldest first. */
export function allBatches(db: ReadDb): readonly Batch[] {
  return db.read<[], BatchRow>('SELECT counter, previous, hash, packed FROM outbox_batch ORDER BY counter').all().map(toBatch);
}

/** How many changes wait to be sent, sealed or not. @param sent a batch on its way, which with all before it waits no more */
export function countWaiting(db: ReadDb, sent: Pick<Batch, 'counter'> | null = null): number {
  const count = db.readColumn<[number], number>(
    'SELECT (SELECT count(*) FROM outbox) + (SELECT coalesce(sum(changes), 0) FROM outbox_batch WHERE counter > ?)',
  );
  return count.get(sent?.counter ?? -1) ?? 0;
}

/**
 * Seals what was written since the last batch into a new one, which never changes any more, so that sending it again is sending
 * the same. @returns false when nothing waits
 */
export function sealBatch(tx: WriteTx, now: number): boolean {
  bringEditsAside(tx);
  const line = readSyncState(tx, 'line');
  const marks = tx.read<[number], Mark>('SELECT * FROM outbox ORDER BY seq LIMIT ?').all(changesInBatch);
  if (!line || marks.length === 0) return false;
  const changes: RecordChange[] = [];
  let size = 0;
  for (const mark of marks) {
    const change = toOutgoing(tx, mark);
    if (change) changes.push(change);
    tx.write('DELETE FROM outbox WHERE seq = ?').run(mark.seq);
    size += change ? charactersOf(change.fields) : 0;
    if (size > fullAt) break;
  }
  appendBatch(tx, { changes, now });
  return true;
}

interface Sealing {
  readonly changes: readonly RecordChange[];
  readonly now: number;
}

/** Seals changes into a batch after the last one of the line. */
export function appendBatch(tx: WriteTx, { changes, now }: Sealing) {
  const { counter, hash: previous } = lastSealed(tx);
  const packed = pack(changes);
  tx.write('INSERT INTO outbox_batch (counter, previous, hash, packed, changes, made_at) VALUES (?, ?, ?, ?, ?, ?)').run(
    counter + 1,
    previous,
    chainHash(previous, packed),
    JSON.stringify(packed),
    changes.length,
    now,
  );
}

function lastSealed(db: ReadDb): { readonly counter: number; readonly hash: string } {
  const last = db
    .read<[], { counter: number; hash: string }>('SELECT counter, hash FROM outbox_batch ORDER BY counter DESC LIMIT 1')
    .get();
  const line = readSyncState(db, 'line');
  if (!last && !line) throw new Error('this copy belongs to no company');
  return last ?? { counter: line?.counter ?? 0, hash: line?.hash ?? '' };
}

function toOutgoing(db: ReadDb, { record_type: type, record_id: id, fields, gone, seen, author }: Mark): RecordChange | null {
  const none = { type, id, base: null, gone: null, stamps: {}, fields: {}, seen: {}, by: author };
  if (gone !== null) return { ...none, gone, seen: seen === null ? {} : { '': seen } };
  const state = readState(db, type, id);
  if (!state || !isThere(state)) return null;
  if (fields === null) return { ...none, base: state.base, stamps: state.stamps, fields: state.fields };
  const marked = JSON.parse(fields) as Readonly<Record<string, Stamp | null>>;
  const names = Object.keys(marked);
  return {
    ...none,
    stamps: Object.fromEntries(names.map((name) => [name, state.stamps[name] ?? state.base])),
    fields: Object.fromEntries(names.map((name) => [name, state.fields[name] ?? null])),
    seen: {
      ...Object.fromEntries(names.flatMap((name) => (marked[name] === null ? [] : [[name, marked[name] as Stamp]]))),
      ...(seen !== null && { '': seen }),
    },
  };
}

function toBatch({ counter, previous, hash, packed }: BatchRow): Batch {
  return { counter, previous, hash, changes: JSON.parse(packed) as Packed[] };
}
