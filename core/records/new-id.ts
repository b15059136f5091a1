import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const bytesOfId = 16;
const hexDigitsOfElementId = 12;

/** Random bytes are asked for in bulk: an import needs millions, and each asking costs more than the bytes. */
const pool = Buffer.alloc(bytesOfId * 1024);
let used = pool.length;

function takeRandomBytes(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  return pool.subarray(used, (used += bytesOfId));
}

let lastTime = 0;
let sequence = 0;

/** A new record's id: UUIDv7, so that ids sort by time of creation, those of one millisecond too. */
export function newId(): string {
  const random = takeRandomBytes();
  const now = Date.now();
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
