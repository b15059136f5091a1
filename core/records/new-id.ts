import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

/** What ids are made of. */
export interface IdSource {
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly fill: (bytes: Uint8Array) => void;
}

const bytesOfId = 16;
const hexDigitsOfElementId = 12;

/** Random bytes are asked for in bulk: an import needs millions, and each asking costs more than the bytes. */
const pool = Buffer.alloc(bytesOfId * 1024);
let used = pool.length;
let source: IdSource = { now: Date.now, fill: (bytes) => void randomFillSync(bytes) };

/** Makes ids from now on of another time and other chance: for whoever has to repeat a run exactly. */
export function makeIdsOf(other: IdSource) {
  source = other;
  used = pool.length;
  lastTime = 0;
  sequence = 0;
}

function takeRandomBytes(): Buffer {
  if (used === pool.length) {
    source.fill(pool);
    used = 0;
  }
  return pool.subarray(used, (used += bytesOfId));
}

let lastTime = 0;
let sequence = 0;

/** A new record's id: UUIDv7, so that ids sort by time of creation, those of one millisecond too. */
export function newId(): string {
  const random = takeRandomBytes();
  const now = source.now();
  if (now > lastTime) {
    lastTime = now;
    // Half of what there is, so that there is room to count up.
    sequence = random.readUInt32BE() >>> 1;
  } else sequence += 1;
  return v7({ random, msecs: lastTime, seq: sequence });
}

/** An id for an element of a record's list, unique within that record whichever branch adds it. */
export function newElementId(): string {
  return takeRandomBytes().toString('hex', 0, hexDigitsOfElementId / 2);
}
