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
}

export type OpenedBranchFile =
  | { readonly type: 'opened'; readonly manifest: BundleManifest; readonly body: unknown }
  | { readonly type: 'wrongPassphrase'; readonly manifest: BundleManifest }
  | UnreadBundle;

/** Writes what a new computer needs to be a branch, for whoever knows the passphrase. Errors of the disk are thrown. */
export function writeBranchFile(path: string, { manifest, passphrase, body }: BranchFile) {
  const whole: BundleManifest = { ...manifest, kind: 'branch-file' };
  const secret = { kind: 'passphrase', text: passphrase, purpose: 'branchFile' } as const;
  const sealed = sealWithSecret(secret, { manifest: whole, body });
  const writer = createBundleWriter(path, whole);
  try {
    writer.add(sealed);
    writer.finish();
  } catch (error) {
    writer.abandon();
    throw error;
  }
}

export function readBranchFile(path: string, passphrase: string): OpenedBranchFile {
  const bundle = openBundle(path, { kind: 'branch-file' });
  if (bundle.type === 'fault') return bundle;
  const { manifest } = bundle;
  const [part = Buffer.alloc(0)] = bundle.parts();
  const opened = openWithSecret({ kind: 'passphrase', text: passphrase, purpose: 'branchFile' }, part);
  if (opened.type === 'fault' && opened.code === 'wrongSecret') return { type: 'wrongPassphrase', manifest };
  // The manifest stands in the open: only inside the seal is it sure to be what was written.
  const inside = opened.type === 'opened' ? (opened.body as { readonly manifest?: unknown; readonly body?: unknown }) : null;
  if (inside === null || !isDeepStrictEqual(inside.manifest, manifest)) return { type: 'fault', code: 'tampered', manifest };
  return { type: 'opened', manifest, body: inside.body };
}
