import { sha256 } from '#wire/hash.ts';

/** A piece of a message: "CF" and the version, SHA-256 of the whole message, which piece of how many, then the piece. */
const magic = Buffer.of(0x43, 0x46, 1);
const hashBytes = 32;
export const frameHeaderBytes = magic.length + hashBytes + 8;
const framesAtMost = 65_536;

export interface Frame {
  /** SHA-256 of the whole message, hex. */
  readonly hash: string;
  readonly index: number;
  readonly count: number;
  readonly piece: Buffer;
}

/** Cuts a message into frames. @param frameBytes how long each is at most, with its header */
export function cutFrames(message: Uint8Array, frameBytes: number): Buffer[] {
  const room = frameBytes - frameHeaderBytes;
  const count = Math.max(1, Math.ceil(message.length / room));
  if (room < 1 || count > framesAtMost) throw new RangeError(`${message.length} bytes in frames of ${frameBytes}`);
  const hash = sha256(message);
  return Array.from({ length: count }, (_, index) => {
    const numbers = Buffer.alloc(8);
    numbers.writeUInt32BE(index);
    numbers.writeUInt32BE(count, 4);
    return Buffer.concat([magic, hash, numbers, message.subarray(index * room, (index + 1) * room)]);
  });
}

/** @returns null when it isn't a frame */
export function readFrame(bytes: Uint8Array): Frame | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length < frameHeaderBytes || !buffer.subarray(0, magic.length).equals(magic)) return null;
  const numbers = magic.length + hashBytes;
  const index = buffer.readUInt32BE(numbers);
  const count = buffer.readUInt32BE(numbers + 4);
  const piece = buffer.subarray(frameHeaderBytes);
  if (index >= count || count > framesAtMost || (piece.length === 0 && count > 1)) return null;
  return { hash: buffer.toString('hex', magic.length, numbers), index, count, piece };
}

export type Collected =
  /** `missing` are the positions that haven't come yet. */
  | { readonly type: 'waiting'; readonly hash: string; readonly missing: readonly number[] }
  | { readonly type: 'complete'; readonly hash: string; readonly message: Buffer }
  /** The message was complete before. */
  | { readonly type: 'doubled'; readonly hash: string }
  | { readonly type: 'fault'; readonly code: 'malformed' | 'tampered' | 'tooLarge' };

export interface FrameCollector {
  /** Takes a frame; they may come in any order, mixed with those of other messages, and more than once. */
  add(frame: Uint8Array): Collected;
}

interface Partial {
  readonly count: number;
  readonly pieces: Map<number, Buffer>;
  size: number;
}

/** What a piece takes besides its bytes, about. */
const pieceOverhead = 200;
const completedKept = 1000;

/**
 * Puts messages together from their frames.
 * @param maxBytes how much may wait in memory: a longer message is refused, and the message that waited longest gives way to a new one
 */
export function createFrameCollector({ maxBytes }: { readonly maxBytes: number }): FrameCollector {
  const waiting = new Map<string, Partial>();
  const completed = new Set<string>();
  let size = 0;

  function drop(hash: string) {
    size -= waiting.get(hash)?.size ?? 0;
    waiting.delete(hash);
  }
  function makeRoom(hash: string, bytes: number): boolean {
    for (const other of waiting.keys()) {
      if (size + bytes <= maxBytes) return true;
      if (other !== hash) drop(other);
    }
    return size + bytes <= maxBytes;
  }
  function finish(hash: string, { count, pieces }: Partial): Collected {
    drop(hash);
    const message = Buffer.concat(Array.from({ length: count }, (_, index) => pieces.get(index) ?? Buffer.alloc(0)));
    if (sha256(message).toString('hex') !== hash) return { type: 'fault', code: 'tampered' };
    completed.add(hash);
    for (const oldest of completed) if (completed.size > completedKept) completed.delete(oldest);
    return { type: 'complete', hash, message };
  }

  return {
    add(bytes) {
      const frame = readFrame(bytes);
      if (frame === null) return { type: 'fault', code: 'malformed' };
      const { hash, index, count, piece } = frame;
      if (completed.has(hash)) return { type: 'doubled', hash };
      const partial = waiting.get(hash) ?? { count, pieces: new Map<number, Buffer>(), size: 0 };
      if (partial.count !== count) return { type: 'fault', code: 'malformed' };
      if (!partial.pieces.has(index)) {
        const cost = piece.length + pieceOverhead;
        if (!makeRoom(hash, cost)) {
          drop(hash);
          return { type: 'fault', code: 'tooLarge' };
        }
        waiting.set(hash, partial);
        // A copy: the piece may be a view into something much longer.
        partial.pieces.set(index, Buffer.from(piece));
        partial.size += cost;
        size += cost;
      }
      if (partial.pieces.size === count) return finish(hash, partial);
      return { type: 'waiting', hash, missing: missingOf(partial) };
    },
  };
}

function missingOf({ count, pieces }: Partial): readonly number[] {
  return Array.from({ length: count }, (_, index) => index).filter((index) => !pieces.has(index));
}
