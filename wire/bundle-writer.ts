import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { bundleFormat, firstLine, partBytes } from '#wire/bundle-format.ts';
import type { BundleManifest } from '#wire/bundle-format.ts';
import { sha256 } from '#wire/hash.ts';

export interface BundleWriter {
  /** Adds a sealed message. */
  add(part: Uint8Array): void;
  /** Puts the file in its place, whole. */
  finish(): void;
  /** Leaves nothing behind. */
  abandon(): void;
}

/** Writes a bundle part by part, beside its place until it is whole. Errors of the disk are thrown; then `abandon` it. */
export function createBundleWriter(path: string, manifest: BundleManifest): BundleWriter {
  const place = `${path}.part`;
  const whole = createHash('sha256');
  let count = 0;
  let file: number | null = openSync(place, 'w');

  function write(bytes: Uint8Array) {
    if (file === null) throw new Error('the file is finished');
    whole.update(bytes);
    for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
  }
  function close() {
    if (file !== null) closeSync(file);
    file = null;
  }

  const writer: BundleWriter = {
    add(part) {
      if (part.length === 0 || part.length > partBytes) throw new RangeError(`a part of ${part.length} bytes`);
      write(Buffer.concat([number(part.length), sha256(part)]));
      write(part);
      count += 1;
    },
    finish() {
      write(Buffer.concat([number(0), number(count)]));
      write(whole.copy().digest());
      if (file !== null) fsyncSync(file);
      close();
      renameSync(place, path);
    },
    abandon() {
      close();
      rmSync(place, { force: true });
    },
  };
  try {
    write(Buffer.from(`${firstLine(bundleFormat)}${JSON.stringify(manifest)}\n`));
  } catch (error) {
    writer.abandon();
    throw error;
  }
  return writer;
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
