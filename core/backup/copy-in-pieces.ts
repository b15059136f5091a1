import { fdatasyncSync, readSync, writeSync } from 'node:fs';

/** Milliseconds that bringing one piece to the disk may take: a save that comes meanwhile waits for that piece only. */
const longest = 10;
const [smallest, largest] = [1024 * 1024, 8 * 1024 * 1024];

/**
 * Copies a file bit by bit, each on the disk before the next, at the pace of the disk. Left to the system, hundreds of megabytes pile up,
 * and whoever saves waits for all of them.
 * @param source a descriptor, read from its beginning whatever was read of it before
 */
export function copyInPieces(source: number, target: number) {
  const buffer = Buffer.allocUnsafe(largest);
  let size = smallest;
  for (let at = 0; ;) {
    const read = readSync(source, buffer, 0, size, at);
    if (read === 0) return;
    const began = performance.now();
    writeAll(target, buffer.subarray(0, read), at);
    fdatasyncSync(target);
    const took = performance.now() - began;
    at += read;
    if (took > longest) size = Math.max(smallest, size / 2);
    else if (took < longest / 2) size = Math.min(largest, size * 2);
    // Whoever waits for the disk comes first.
    rest(took / 4);
  }
}

function writeAll(target: number, bytes: Buffer, at: number) {
  for (let done = 0; done < bytes.length;) done += writeSync(target, bytes, done, bytes.length - done, at + done);
}

/** Waits, blocking this thread. @param time milliseconds */
export function rest(time: number) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, time);
}
