import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { bundleFormat, bundleManifestSchema, checksumBytes, firstLine, manifestBytes, partBytes } from '#wire/bundle-format.ts';
import type { BundleManifest } from '#wire/bundle-format.ts';
import { sha256 } from '#wire/hash.ts';

/** Why a file can't be taken. Stable; put into words where it is shown. */
export type BundleFault = 'truncated' | 'tampered' | 'notABundle' | 'wrongCompany' | 'newerFormat' | 'otherKind' | 'unreadable';

export interface UnreadBundle {
  readonly type: 'fault';
  readonly code: BundleFault;
  /** What the file says of itself, as far as that could be read. */
  readonly manifest: BundleManifest | null;
}

export type OpenedBundle =
  | {
      readonly type: 'opened';
      readonly manifest: BundleManifest;
      readonly partCount: number;
      /** The sealed messages, read one after another. Throws when the file has gone or was changed since it was opened. */
      readonly parts: () => Generator<Buffer, void, undefined>;
    }
  | UnreadBundle;

interface Expected {
  readonly kind: BundleManifest['kind'];
  /** Left out by who doesn't belong to a company yet. */
  readonly company?: string;
}

/** Looks through a whole file before anything of it is used; holds one part at a time in memory. */
export function openBundle(path: string, expected: Expected): OpenedBundle {
  try {
    return check(path, expected);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return { type: 'fault', code: 'unreadable', manifest: null };
    throw error;
  }
}

function check(path: string, { kind, company }: Expected): OpenedBundle {
  const file = openSync(path, 'r');
  try {
    const head = readHead(file);
    if (head.type === 'fault') return head;
    const { manifest, start } = head;
    if (company !== undefined && manifest.company !== company) return { type: 'fault', code: 'wrongCompany', manifest };
    if (manifest.kind !== kind) return { type: 'fault', code: 'otherKind', manifest };
    const reader = createReader(file, start);
    const walk = walkParts(reader);
    let step = walk.next();
    while (step.done !== true) step = walk.next();
    if (typeof step.value === 'string') return { type: 'fault', code: step.value, manifest };
    return { type: 'opened', manifest, partCount: step.value, parts: () => readParts(path, start) };
  } finally {
    closeSync(file);
  }
}

function* readParts(path: string, start: number): Generator<Buffer, void, undefined> {
  const file = openSync(path, 'r');
  try {
    const end = yield* walkParts(createReader(file, start));
    if (typeof end === 'string') throw new Error(`the bundle is ${end} since it was opened`);
  } finally {
    closeSync(file);
  }
}

type Head = { readonly type: 'head'; readonly manifest: BundleManifest; readonly start: number } | UnreadBundle;

function readHead(file: number): Head {
  const bytes = Buffer.alloc(manifestBytes);
  const head = bytes.subarray(0, readSync(file, bytes, 0, bytes.length, 0));
  const first = firstLine(bundleFormat);
  const format = /^cartera (\d{1,9})\n/.exec(head.toString('latin1', 0, 20))?.[1];
  if (format === undefined) {
    const isBegun = head.length < first.length && head.equals(Buffer.from(first).subarray(0, head.length));
    return { type: 'fault', code: isBegun ? 'truncated' : 'notABundle', manifest: null };
  }
  if (Number(format) > bundleFormat) return { type: 'fault', code: 'newerFormat', manifest: null };
  const end = head.indexOf('\n', first.length);
  if (end < 0) return { type: 'fault', code: head.length < manifestBytes ? 'truncated' : 'tampered', manifest: null };
  const manifest = readManifest(head.toString('utf8', first.length, end));
  return manifest ? { type: 'head', manifest, start: end + 1 } : { type: 'fault', code: 'tampered', manifest: null };
}

function readManifest(text: string): BundleManifest | null {
  try {
    return bundleManifestSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

interface Reader {
  /** The next so many bytes; null when there aren't as many. */
  take(length: number): Buffer | null;
  /** The SHA-256 of all that was taken and of what stands before it. */
  sum(): Buffer;
}

function createReader(file: number, start: number): Reader {
  const whole: Hash = createHash('sha256');
  const { size } = fstatSync(file);
  let position = 0;
  function take(length: number): Buffer | null {
    if (position + length > size) return null;
    const bytes = Buffer.alloc(length);
    let read = 0;
    while (read < length) {
      const more = readSync(file, bytes, read, length - read, position + read);
      if (more === 0) return null;
      read += more;
    }
    position += length;
    whole.update(bytes);
    return bytes;
  }
  take(start);
  return { take, sum: () => whole.copy().digest() };
}

/** @returns how many parts there were, or what is wrong with the file */
function* walkParts({ take, sum }: Reader): Generator<Buffer, number | 'truncated' | 'tampered', undefined> {
  for (let count = 0; ; count += 1) {
    const length = take(4)?.readUInt32BE();
    if (length === undefined) return 'truncated';
    if (length === 0) return checkEnd({ take, sum }, count);
    if (length > partBytes) return 'tampered';
    const checksum = take(checksumBytes);
    const part = checksum && take(length);
    if (!part) return 'truncated';
    if (!sha256(part).equals(checksum)) return 'tampered';
    yield part;
  }
}

function checkEnd({ take, sum }: Reader, count: number): number | 'truncated' | 'tampered' {
  const said = take(4)?.readUInt32BE();
  const expected = sum();
  const checksum = take(checksumBytes);
  if (said === undefined || checksum === null) return 'truncated';
  return said === count && checksum.equals(expected) && take(1) === null ? count : 'tampered';
}
