import { OfficeUnreachable } from '#core/sync/ask-office.ts';
import { takeInAtBranch, writeBranchBundle } from '#core/sync/bundle-of-branch.ts';
import { handOver, writeOfficeBundle } from '#core/sync/bundle-of-office.ts';
import type { OfficeFiles } from '#core/sync/bundle-of-office.ts';
import { readSyncState } from '#core/sync/sync-state.ts';
import type { BundleReport } from '#shared/sync/contract.ts';
import { officeId } from '#shared/sync/office-protocol.ts';
import { openBundle } from '#wire/bundle-file.ts';
import type { BundleFault } from '#wire/bundle-file.ts';
import { bundleExtension } from '#wire/bundle-format.ts';

export type Exported =
  | { readonly type: 'written'; readonly name: string }
  | { readonly type: 'notJoined' | 'notFound' | 'unreachable' };

/** Writes a file of changes: a branch for head office, head office for one of its computers. */
export async function exportBundle(files: OfficeFiles, path: string, deviceId: string | undefined): Promise<Exported> {
  const { store } = files;
  const own = readSyncState(store.db, 'own');
  const identity = readSyncState(store.db, 'identity');
  if (!own || !identity) return { type: 'notJoined' };
  const day = new Date(store.now()).toISOString().slice(0, 10);
  if (deviceId === undefined) {
    await writeBranchBundle(store, path);
    return { type: 'written', name: fileName(identity.deviceName, day) };
  }
  return whenReached<Exported>(async () => {
    const isWritten = await writeOfficeBundle(files, deviceId, path);
    return isWritten ? { type: 'written', name: fileName(identity.companyName, day) } : { type: 'notFound' };
  });
}

/** "North 2 2026-11-22.cartera" */
export function fileName(name: string, day: string): string {
  const safe = name.replaceAll(/[^\p{L}\p{N} ._-]+/gu, ' ').trim();
  return `${safe === '' ? 'Cartera' : safe} ${day}${bundleExtension}`;
}

export type BundleRefusal =
  | 'notABundle'
  | 'truncated'
  | 'tampered'
  | 'otherCompany'
  | 'otherReceiver'
  | 'newer'
  | 'revoked'
  | 'unknownSender';
export type Imported =
  | { readonly type: 'taken'; readonly report: BundleReport }
  | { readonly type: 'refused'; readonly code: BundleRefusal }
  | { readonly type: 'notJoined' }
  | { readonly type: 'unreachable' };

/** Takes in a file of changes, of whichever side. One that isn't for here, or isn't whole, changes nothing. */
export async function importBundle(files: OfficeFiles, path: string): Promise<Imported> {
  const own = readSyncState(files.store.db, 'own');
  const identity = readSyncState(files.store.db, 'identity');
  if (!own || !identity) return { type: 'notJoined' };
  const bundle = openBundle(path, { kind: 'bundle', company: identity.companyId });
  if (bundle.type === 'fault') return { type: 'refused', code: refusals[bundle.code] };
  const { to } = bundle.manifest;
  if (to === identity.deviceId) return takeInAtBranch(files.store, bundle);
  if (to !== officeId || own.branchId !== null) return { type: 'refused', code: 'otherReceiver' };
  return whenReached<Imported>(() => handOver(files, bundle));
}

const refusals: Readonly<Record<BundleFault, BundleRefusal>> = {
  truncated: 'truncated',
  tampered: 'tampered',
  notABundle: 'notABundle',
  otherKind: 'notABundle',
  unreadable: 'notABundle',
  wrongCompany: 'otherCompany',
  newerFormat: 'newer',
};

async function whenReached<Result>(work: () => Promise<Result>): Promise<Result | { readonly type: 'unreachable' }> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof OfficeUnreachable) return { type: 'unreachable' };
    throw error;
  }
}
