import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { openBundle } from '#wire/bundle-file.ts';
import type { UnreadBundle } from '#wire/bundle-file.ts';
import type { BundleManifest } from '#wire/bundle-format.ts';
import { createBundleWriter } from '#wire/bundle-writer.ts';
import { openWithSecret, sealWithSecret } from '#wire/secret-seal.ts';

export interface BranchFile {
  readonly manifest: Omit<BundleManifest, 'kind'>;
  readonly passphrase: string;
  /** What JSON can say. */
  readonly body: unknown;
  /** More of it, which needn't be in memory at once. */
  readonly pages?: Iterable<unknown>;
}

export type OpenedBranchFile =
  | {
      readonly type: 'opened';
      readonly manifest: BundleManifest;
      readonly body: unknown;
      /** Opened one after another; all of them were looked through. */
      readonly pages: () => Generator<unknown, void, undefined>;
    }
  | { readonly type: 'wrongPassphrase'; readonly manifest: BundleManifest }
  | UnreadBundle;

/** Writes what a new computer needs to be a branch, for whoever knows the passphrase. Errors of the disk are thrown. */
export function writeBranchFile(path: string, { manifest, passphrase, body, pages = [] }: BranchFile) {
  const whole: BundleManifest = { ...manifest, kind: 'branch-file' };
  const secret = { kind: 'passphrase', text: passphrase, purpose: 'branchFile' } as const;
  // Guessing a passphrase is made slow, so it is asked for once: it opens the key of all that follows.
  const key = randomBytes(32).toString('base64url');
  const writer = createBundleWriter(path, whole);
  try {
    writer.add(sealWithSecret(secret, { manifest: whole, body, key }));
    let count = 0;
    for (const page of pages) writer.add(sealWithSecret(keyed(key), { position: count++, page }));
    writer.add(sealWithSecret(keyed(key), { position: count, isEnd: true }));
    writer.finish();
  } catch (error) {
    writer.abandon();
    throw error;
  }
}

export function readBranchFile(path: string, passphrase: string): OpenedBranchFile {
  const bundle = openBundle(path, { kind: 'branch-file' });
  if (bundle.type === 'fault') return bundle;
  const { manifest, parts } = bundle;
  const [part = Buffer.alloc(0)] = parts();
  const opened = openWithSecret({ kind: 'passphrase', text: passphrase, purpose: 'branchFile' }, part);
  if (opened.type === 'fault' && opened.code === 'wrongSecret') return { type: 'wrongPassphrase', manifest };
  // The manifest stands in the open: only inside the seal is it sure to be what was written.
  const inside = opened.type === 'opened' ? (opened.body as Partial<Inside>) : null;
  const key = inside?.key;
  if (typeof key !== 'string' || !isDeepStrictEqual(inside?.manifest, manifest))
    return { type: 'fault', code: 'tampered', manifest };
  const pages = () => readPages(parts, key);
  try {
    for (const _ of pages()) continue;
  } catch (error) {
    if (error instanceof Tampered) return { type: 'fault', code: 'tampered', manifest };
    throw error;
  }
  return { type: 'opened', manifest, body: inside?.body, pages };
}

interface Inside {
  readonly manifest: unknown;
  readonly body: unknown;
  readonly key: unknown;
}

class Tampered extends Error {}

/** Left out, doubled or reordered pages are found out. */
function* readPages(parts: () => Generator<Buffer, void, undefined>, key: string): Generator<unknown, void, undefined> {
  let position = -1;
  let isEnded = false;
  for (const part of parts()) {
    if (position >= 0) {
      const opened = openWithSecret(keyed(key), part);
      const body =
        opened.type === 'opened' ? (opened.body as { readonly position?: unknown; readonly isEnd?: true; page?: unknown }) : {};
      if (isEnded || body.position !== position) throw new Tampered('a page is not what was written');
      isEnded = body.isEnd === true;
      if (!isEnded) yield body.page;
    }
    position += 1;
  }
  if (!isEnded) throw new Tampered('pages are missing');
}

function keyed(text: string) {
  return { kind: 'key', text, purpose: 'branchFile' } as const;
}
