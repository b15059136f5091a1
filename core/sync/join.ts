import type { Store } from '#core/records/store.ts';
import { readAddress } from '#core/sync/address.ts';
import type { Carrier } from '#core/sync/carrier.ts';
import { schemaVersion } from '#core/sync/schema-version.ts';
import { settle } from '#core/sync/settle.ts';
import { readSyncState, writeSyncState } from '#core/sync/sync-state.ts';
import { joinResponseSchema } from '#shared/sync/office-protocol.ts';
import type { Membership, Program } from '#shared/sync/office-protocol.ts';
import { protocolVersion } from '#shared/sync/protocol.ts';
import type { FaultCode } from '#shared/sync/protocol.ts';
import { version } from '#shared/version.ts';
import { codeId, codeKey, readCode } from '#wire/code.ts';
import { readInvitation } from '#wire/invitation.ts';
import { createIdentityKeys, fingerprintOf, identityKeysSchema, publicKeysOf, publicKeysSchema } from '#wire/keys.ts';
import type { IdentityKeys } from '#wire/keys.ts';
import { openWithSecret, sealWithSecret } from '#wire/secret-seal.ts';

export type JoinRefusal = 'wrongCode' | 'unreachable' | 'notHeadOffice' | 'alreadyJoined' | 'hasData' | 'newer' | 'tooMany';
export type JoinOutcome = { readonly type: 'joined' } | { readonly type: 'refused'; readonly code: JoinRefusal };

export interface JoinParts {
  readonly store: Store;
  carrierTo(addresses: readonly string[]): Carrier;
}

export interface JoinWanted {
  /** As it was typed, or the link that has it. */
  readonly code: string;
  readonly address: string | undefined;
  readonly computerName: string;
}

/** What this program says of itself. */
export function ownProgram(): Program {
  return { version, schema: schemaVersion, protocol: protocolVersion };
}

/** Makes this copy a computer of the company that a code is from. Nothing is changed here unless all of it worked. */
export async function joinCompany(parts: JoinParts, { code: typed, address, computerName }: JoinWanted): Promise<JoinOutcome> {
  const invitation = readInvitation(typed);
  const code = invitation?.code ?? readCode(typed);
  if (code === null) return refused('wrongCode');
  const addresses = [address ?? '', invitation?.address ?? ''].flatMap((each) => readAddress(each) ?? []);
  if (addresses.length === 0) return refused('unreachable');
  const expected = invitation?.fingerprint ?? null;
  return ask(parts, { code, addresses: [...new Set(addresses)], expected, name: computerName, companyName: null });
}

/** Begins a company with this copy as the first computer of head office. @param adminKey of the head office that runs at `address` */
export function foundCompany(
  parts: JoinParts,
  {
    adminKey,
    address,
    ...names
  }: { readonly adminKey: string; readonly address: string; readonly name: string; readonly companyName: string },
): Promise<JoinOutcome> {
  return ask(parts, { code: adminKey, addresses: [address], expected: null, ...names });
}

interface Asking {
  readonly code: string;
  readonly addresses: readonly string[];
  /** The fingerprint that head office must have; null where that isn't known. */
  readonly expected: string | null;
  readonly name: string;
  readonly companyName: string | null;
}

async function ask(
  { store, carrierTo }: JoinParts,
  { code, addresses, expected, name, companyName }: Asking,
): Promise<JoinOutcome> {
  if (readSyncState(store.db, 'own')) return refused('alreadyJoined');
  const keys = await keysFor(store, codeId(code));
  const question = { kind: 'join', name, keys: publicKeysOf(keys), program: ownProgram(), companyName };
  const sealed = sealWithSecret({ kind: 'key', text: codeKey(code), purpose: 'enrolRequest' }, question);
  const carried = await carrierTo(addresses).join(codeId(code), sealed);
  if (carried.type === 'unreachable') return refused('unreachable');
  if (carried.type === 'fault') return refused(refusalOf(carried.code));
  const membership = readAnswer(code, carried.bytes);
  const isOurs = membership !== null && publicKeysSchema.safeParse(membership.office.keys).success;
  if (!isOurs || (expected !== null && fingerprintOf(membership.office.keys) !== expected)) return refused('notHeadOffice');
  const settled = await settle(store, { membership, keys, addresses });
  return settled === 'settled' ? { type: 'joined' } : refused(settled);
}

/** The keys made for this code, also when the program ended before head office's answer came. */
async function keysFor(store: Store, id: string): Promise<IdentityKeys> {
  const kept = readSyncState(store.db, 'joining');
  const known = kept?.codeId === id ? identityKeysSchema.safeParse(kept.keys).data : undefined;
  if (known) return known;
  const keys = createIdentityKeys();
  await store.keep((tx) => writeSyncState(tx, 'joining', { codeId: id, keys }));
  return keys;
}

function readAnswer(code: string, bytes: Uint8Array): Membership | null {
  const opened = openWithSecret({ kind: 'key', text: codeKey(code), purpose: 'enrolAnswer' }, bytes);
  return opened.type === 'opened' ? (joinResponseSchema.safeParse(opened.body).data?.membership ?? null) : null;
}

function refusalOf(code: FaultCode): JoinRefusal {
  if (code === 'wrongCode' || code === 'tooMany') return code;
  return code === 'busy' || code === 'tooSlow' || code === 'failed' ? 'unreachable' : 'notHeadOffice';
}

function refused(code: JoinRefusal): JoinOutcome {
  return { type: 'refused', code };
}
