import type { OfficeStore, OfficeTx } from '#office/store/office-store.ts';
import { cutFrames, readFrame } from '#wire/frames.ts';
import type { Frame } from '#wire/frames.ts';
import { sha256Hex } from '#wire/hash.ts';
import { frameBytes } from '#shared/sync/protocol.ts';

export interface FrameLimits {
  /** Bytes of a whole message. */
  readonly message: number;
  /** Messages of several frames whose frames are being collected. */
  readonly collecting: number;
}

export type Taken =
  | { readonly type: 'complete'; readonly hash: string; readonly message: Buffer }
  /** Positions that haven't come yet. */
  | { readonly type: 'waiting'; readonly missing: readonly number[] }
  | { readonly type: 'fault'; readonly code: 'malformed' | 'tampered' | 'tooLarge' | 'busy' };

export interface FrameContext {
  readonly store: OfficeStore;
  readonly limits: FrameLimits;
  readonly now: number;
}

/**
 * Takes a frame of a message. The frames of longer ones are kept in the database for some minutes: they may come in any order after the
 * first one, each more than once, and to any of several processes. Whoever completes a message gets it, once.
 */
export async function takeFrame({ store, limits, now }: FrameContext, frame: Frame): Promise<Taken> {
  const { hash, index, count, piece } = frame;
  if (count === 1) return checked(hash, piece);
  if (count * piece.length > limits.message + frameBytes) return { type: 'fault', code: 'tooLarge' };
  return store.transaction(async (tx) => {
    const [begun] = await tx.all<{ total: number }>('SELECT total FROM request_frame WHERE message = ? LIMIT 1', hash);
    if (begun && begun.total !== count) return { type: 'fault', code: 'malformed' };
    if (!begun) {
      // The first frame says who sends it: without it, nothing is kept for anybody.
      if (index !== 0) return { type: 'waiting', missing: positions(count) };
      if (await isFull(tx, limits, now)) return { type: 'fault', code: 'busy' };
    }
    await tx.run(
      'INSERT INTO request_frame (message, position, total, bytes, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (message, position) DO NOTHING',
      hash,
      index,
      count,
      piece.toString('base64'),
      now,
    );
    const held = await tx.all<{ position: number }>('SELECT position FROM request_frame WHERE message = ?', hash);
    const have = new Set(held.map(({ position }) => position));
    const missing = positions(count).filter((position) => !have.has(position));
    return missing.length > 0 ? { type: 'waiting', missing } : putTogether(tx, hash, limits);
  });
}

async function isFull(tx: OfficeTx, { collecting }: FrameLimits, now: number): Promise<boolean> {
  await tx.run('DELETE FROM request_frame WHERE at < ?', now - keptFor);
  const [messages] = await tx.all<{ count: number }>('SELECT COUNT(DISTINCT message) AS count FROM request_frame');
  return (messages?.count ?? 0) >= collecting;
}

async function putTogether(tx: OfficeTx, hash: string, limits: FrameLimits): Promise<Taken> {
  const rows = await tx.all<{ bytes: string }>('SELECT bytes FROM request_frame WHERE message = ? ORDER BY position', hash);
  // Another process may have been quicker with the same last frame.
  if ((await tx.run('DELETE FROM request_frame WHERE message = ?', hash)) === 0) return { type: 'waiting', missing: [] };
  const message = Buffer.concat(rows.map(({ bytes }) => Buffer.from(bytes, 'base64')));
  return message.length > limits.message ? { type: 'fault', code: 'tooLarge' } : checked(hash, message);
}

function checked(hash: string, message: Buffer): Taken {
  return sha256Hex(message) === hash ? { type: 'complete', hash, message } : { type: 'fault', code: 'tampered' };
}

function positions(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** Milliseconds that frames are kept: time for a line that comes and goes. */
const keptFor = 15 * 60_000;
/** Bytes of answers kept to be fetched, of all computers, about. */
const answersAtMost = 256 * 1024 * 1024;

/** Cuts an answer; all frames but the first wait to be fetched. */
export async function cutAnswer(store: OfficeStore, answer: Buffer, now: number): Promise<Buffer> {
  const [first = answer, ...others] = cutFrames(answer, frameBytes);
  const hash = readFrame(first)?.hash ?? '';
  if (others.length > 0)
    await store.transaction(async (tx) => {
      await tx.run('DELETE FROM answer_frame WHERE at < ?', now - keptFor);
      await tx.run(
        'DELETE FROM answer_frame WHERE message IN (SELECT message FROM answer_frame GROUP BY message ORDER BY MIN(at) DESC LIMIT 1000 OFFSET ?)',
        Math.max(1, Math.floor(answersAtMost / answer.length)),
      );
      for (const [index, frame] of others.entries())
        await tx.run(
          'INSERT INTO answer_frame (message, position, bytes, at) VALUES (?, ?, ?, ?) ON CONFLICT (message, position) DO NOTHING',
          hash,
          index + 1,
          frame.toString('base64'),
          now,
        );
    });
  return first;
}

/** One more frame of an answer; null when it isn't kept any more: the question has to be asked again. */
export async function readAnswerFrame(store: OfficeStore, hash: string, position: number): Promise<Buffer | null> {
  const [row] = await store.read((tx) =>
    tx.all<{ bytes: string }>('SELECT bytes FROM answer_frame WHERE message = ? AND position = ?', hash, position),
  );
  return row ? Buffer.from(row.bytes, 'base64') : null;
}
