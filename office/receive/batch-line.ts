import type { Batch, SyncResponse } from '#shared/sync/protocol.ts';
import type { OfficeTx } from '#office/store/office-store.ts';

export type PushAnswer = NonNullable<SyncResponse['push']>;

/** A line of batches: each counts on from the one before and names its hash. */
export interface LineKey {
  readonly deviceId: string;
  readonly incarnation: string;
}

/** Up to where a line was taken. */
export interface LineEnd {
  readonly counter: number;
  readonly hash: string;
}

/** Null for a line of which nothing has come yet. */
export async function readLineEnd(tx: OfficeTx, { deviceId, incarnation }: LineKey): Promise<LineEnd | null> {
  const [row] = await tx.all<LineEnd>(
    'SELECT counter, hash FROM incarnation WHERE device_id = ? AND id = ?',
    deviceId,
    incarnation,
  );
  return row ?? null;
}

/** What a batch is in its line: to be taken, or what has to be answered instead. */
export async function placeInLine(tx: OfficeTx, key: LineKey, batch: Batch): Promise<PushAnswer | null> {
  const end = await readLineEnd(tx, key);
  const known = end?.counter ?? 0;
  if (batch.counter > known + 1) return { type: 'missing', expected: known + 1 };
  if (batch.counter === known + 1) return end && batch.previous !== end.hash ? { type: 'forked' } : null;
  const [row] = await tx.all<{ hash: string; answer: string }>(
    'SELECT hash, answer FROM batch WHERE device_id = ? AND incarnation = ? AND counter = ?',
    key.deviceId,
    key.incarnation,
    batch.counter,
  );
  return row?.hash === batch.hash ? (JSON.parse(row.answer) as PushAnswer) : { type: 'forked' };
}

interface Taken {
  readonly batch: Batch;
  readonly answer: PushAnswer;
  readonly now: number;
}

/** Notes that a batch was taken, and what was answered. */
export async function noteTaken(tx: OfficeTx, { deviceId, incarnation }: LineKey, { batch, answer, now }: Taken): Promise<void> {
  const { counter, hash } = batch;
  await tx.run(
    `INSERT INTO incarnation (device_id, id, counter, hash, began_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (device_id, id) DO UPDATE SET counter = excluded.counter, hash = excluded.hash`,
    deviceId,
    incarnation,
    counter,
    hash,
    now,
  );
  await tx.run(
    'INSERT INTO batch (device_id, incarnation, counter, hash, answer, received_at) VALUES (?, ?, ?, ?, ?, ?)',
    deviceId,
    incarnation,
    counter,
    hash,
    JSON.stringify(answer),
    now,
  );
}

/** Forgets batches that the device knows to be taken: it never sends them again. */
export async function forgetAcknowledged(tx: OfficeTx, { deviceId, incarnation }: LineKey, counter: number): Promise<void> {
  await tx.run('DELETE FROM batch WHERE device_id = ? AND incarnation = ? AND counter < ?', deviceId, incarnation, counter);
}
