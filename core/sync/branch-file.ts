import { z } from 'zod';
import type { Store } from '#core/records/store.ts';
import { createExchange } from '#core/sync/ask-office.ts';
import { askOwnOffice } from '#core/sync/ask-own-office.ts';
import type { Exchange } from '#core/sync/exchange.ts';
import { fileExchange } from '#core/sync/file-exchange.ts';
import { ownProgram } from '#core/sync/join.ts';
import type { JoinRefusal } from '#core/sync/join.ts';
import { newLine } from '#core/sync/line.ts';
import { settle } from '#core/sync/settle.ts';
import { syncRequest } from '#core/sync/sync-request.ts';
import { readSyncState } from '#core/sync/sync-state.ts';
import { carrierOf, synchroniseBy } from '#core/sync/synchronise.ts';
import { membershipSchema, officeId } from '#shared/sync/office-protocol.ts';
import type { Membership } from '#shared/sync/office-protocol.ts';
import { syncResponseSchema } from '#shared/sync/protocol.ts';
import type { SyncResponse } from '#shared/sync/protocol.ts';
import { readBranchFile, writeBranchFile } from '#wire/branch-file.ts';
import { chainStart } from '#wire/hash.ts';
import { createIdentityKeys, identityKeysSchema, publicKeysOf, publicKeysSchema } from '#wire/keys.ts';
import type { IdentityKeys, PublicKeys } from '#wire/keys.ts';

export interface BranchFileWanted {
  readonly branchId: string;
  /** Of the new computer. */
  readonly name: string;
  readonly passphrase: string;
  /** Where head office is reached from outside this computer. */
  readonly addresses: readonly string[];
}

const bodySchema = z.object({
  membership: membershipSchema,
  keys: identityKeysSchema,
  addresses: z.array(z.string()),
});

/** Records in a page: what the new computer applies at a time. */
const pageRecords = 2000;

/**
 * Makes a computer known to head office, and writes all that it needs to begin with into one file: its keys, and what its branch has.
 * @throws {OfficeUnreachable}
 */
export async function makeBranchFile(
  store: Store,
  path: string,
  wanted: BranchFileWanted,
): Promise<'made' | 'notFound' | 'notOffice'> {
  const keys = createIdentityKeys();
  const { branchId, name } = wanted;
  const asked = { branchId, name, brings: 'nothing', keys: publicKeysOf(keys), program: ownProgram() } as const;
  const said = await askOwnOffice(store, { kind: 'office.branchFile', ...asked });
  if (said.type === 'notOffice') return 'notOffice';
  const { membership } = said.response;
  if (membership === null) return 'notFound';
  const pages = await pullAs(store, membership, keys);
  const head = pages.at(-1)?.page?.next ?? 0;
  writeBranchFile(path, {
    manifest: {
      company: membership.company.id,
      from: officeId,
      to: membership.device.id,
      madeAt: store.now(),
      number: 0,
      counters: null,
      cursors: { from: 0, to: head },
    },
    passphrase: wanted.passphrase,
    body: { membership, keys, addresses: [...wanted.addresses] },
    pages,
  });
  return 'made';
}

/** Asks head office for all that a computer gets, in its name: its keys are made here. */
async function pullAs(store: Store, membership: Membership, keys: IdentityKeys): Promise<readonly SyncResponse[]> {
  const { incarnation } = newLine();
  const correspondent = () => ({
    companyId: membership.company.id,
    deviceId: membership.device.id,
    keys,
    officeKeys: membership.office.keys as PublicKeys,
    incarnation,
  });
  const exchange = createExchange({ carrier: carrierOf(store), correspondent });
  const pages: SyncResponse[] = [];
  for (let cursor = 0, isMore = true; isMore;) {
    const answer = await askPage(store, exchange, { cursor, epoch: membership.office.epoch });
    pages.push(answer);
    cursor = answer.page?.next ?? cursor;
    isMore = answer.page !== null && answer.page.next < answer.page.head;
  }
  return pages;
}

async function askPage(
  { now }: Store,
  exchange: Exchange,
  { cursor, epoch }: { readonly cursor: number; readonly epoch: string },
): Promise<SyncResponse> {
  const acknowledged = { counter: 0, hash: chainStart };
  const nothing = { acknowledged, batch: null, waiting: 0 };
  const answer = await exchange(syncRequest({ ...nothing, at: now(), byFile: true, epoch, cursor, records: pageRecords }));
  if (answer.kind === 'fault') throw new Error(`head office refused a page: ${answer.code}`);
  return answer;
}

export type Begun =
  | { readonly type: 'begun' }
  | { readonly type: 'refused'; readonly code: JoinRefusal | 'wrongPassphrase' | 'notABranchFile' | 'damaged' };

/** Makes this copy the computer that a branch file is for, with all that lies in the file; needs no network. */
export async function openBranchFile(store: Store, path: string, passphrase: string): Promise<Begun> {
  if (readSyncState(store.db, 'own')) return { type: 'refused', code: 'alreadyJoined' };
  const file = readBranchFile(path, passphrase);
  if (file.type === 'wrongPassphrase') return { type: 'refused', code: file.type };
  if (file.type === 'fault') return { type: 'refused', code: refusalOf(file.code) };
  const body = bodySchema.safeParse(file.body).data;
  if (!body || !publicKeysSchema.safeParse(body.membership.office.keys).success) return { type: 'refused', code: 'damaged' };
  const settled = await settle(store, body);
  if (settled !== 'settled') return { type: 'refused', code: settled };
  for (const page of file.pages()) {
    const answer = syncResponseSchema.safeParse(page).data;
    if (answer) await synchroniseBy(store, fileExchange(store, [answer]), file.manifest.madeAt);
  }
  return { type: 'begun' };
}

function refusalOf(code: string): 'notABranchFile' | 'damaged' | 'newer' {
  if (code === 'newerFormat') return 'newer';
  return code === 'truncated' || code === 'tampered' ? 'damaged' : 'notABranchFile';
}
