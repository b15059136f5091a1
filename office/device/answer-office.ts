import { lineOf, pageFor } from '#office/device/by-file.ts';
import { addDevice, isKnownKey, makeMain, renameDevice, revokeDevice } from '#office/device/devices.ts';
import type { Device } from '#office/device/devices.ts';
import { readBranches, readOverview } from '#office/device/overview.ts';
import { retrySetAside } from '#office/device/retry-set-aside.ts';
import { discardSetAside, listSetAside } from '#office/device/set-aside.ts';
import { cancelInvite, listInvites, stateOfInvite } from '#office/enrol/invites.ts';
import type { Invite } from '#office/enrol/invites.ts';
import { membershipOf } from '#office/enrol/join.ts';
import { makeCode } from '#office/enrol/make-code.ts';
import type { Office } from '#office/office.ts';
import type { OfficeTx } from '#office/store/office-store.ts';
import type { InviteSummary, OfficeRequest, OfficeResponse } from '#shared/sync/office-protocol.ts';
import { publicKeysSchema } from '#wire/keys.ts';

type Kind = OfficeRequest['kind'];
type Asked<K extends Kind> = Extract<OfficeRequest, { kind: K }>;
type Said<K extends Kind> = Extract<OfficeResponse, { kind: K }>;

export interface OfficeQuestion {
  readonly device: Device;
  readonly request: OfficeRequest;
  /** The hash of the message. */
  readonly message: string;
}

const reads: ReadonlySet<Kind> = new Set([
  'office.overview',
  'office.invites',
  'office.quarantine',
  'office.line',
  'office.pageFor',
]);

/** Does what a computer of head office asks. Null: the same message did it before. */
export async function answerOffice(office: Office, { device, request, message }: OfficeQuestion): Promise<OfficeResponse | null> {
  if (reads.has(request.kind)) return office.store.read((tx) => answer(tx, office, { device, request }));
  return office.store.transaction(async (tx) => {
    const isNew = await tx.run(
      'INSERT INTO office_act (message, device_id, kind, at) VALUES (?, ?, ?, ?) ON CONFLICT (message) DO NOTHING',
      message,
      device.id,
      request.kind,
      office.now(),
    );
    return isNew === 0 ? null : answer(tx, office, { device, request });
  });
}

type Answers = { readonly [K in Kind]: (tx: OfficeTx, office: Office, request: Asked<K>, device: Device) => Promise<Said<K>> };

const answers: Answers = {
  async 'office.overview'(tx, { officeName, version, now }, { kind, lateAfterDays }) {
    return { kind, overview: await readOverview(tx, { officeName, version, lateAfterDays, now: now() }) };
  },
  async 'office.invite'(tx, office, { kind, ...wanted }, device) {
    return { kind, invite: await makeCode(tx, office, { ...wanted, madeBy: device.id }) };
  },
  'office.invites': async (tx, { now }, { kind }) => ({ kind, invites: await summarizeInvites(tx, now()) }),
  'office.cancelInvite': async (tx, { now }, { kind, id }) => ({ kind, outcome: doneWhen(await cancelInvite(tx, id, now())) }),
  'office.revoke': async (tx, { now }, { kind, deviceId }) => ({ kind, outcome: await revokeDevice(tx, deviceId, now()) }),
  'office.renameDevice': async (tx, _, { kind, deviceId, name }) => ({
    kind,
    outcome: doneWhen(await renameDevice(tx, deviceId, name)),
  }),
  'office.makeMain': async (tx, _, { kind, deviceId }) => ({ kind, outcome: doneWhen(await makeMain(tx, deviceId)) }),
  'office.quarantine': async (tx, _, { kind, after, limit }) => {
    const { changes, total } = await listSetAside(tx, { after, limit });
    return { kind, changes: [...changes], total };
  },
  'office.retry': async (tx, { now }, { kind, ids }) => ({ kind, ...(await retrySetAside(tx, { ids, now: now() })) }),
  'office.discard': async (tx, { now }, { kind, ids }) => ({ kind, discarded: await discardSetAside(tx, ids, now()) }),
  async 'office.branchFile'(tx, office, { kind, branchId, name, brings, keys, program }) {
    const isThere = branchId === null || (await readBranches(tx)).some(({ id }) => id === branchId);
    const isUsable = publicKeysSchema.safeParse(keys).success && !(await isKnownKey(tx, keys));
    if (!isThere || !isUsable) return { kind, membership: null };
    const device = await addDevice(tx, { branchId, name, brings, keys, program, now: office.now() });
    return { kind, membership: await membershipOf(tx, office, device) };
  },
  'office.line': async (tx, _, { kind, deviceId, incarnation }) => ({
    kind,
    counter: await lineOf(tx, { deviceId, incarnation }),
  }),
  'office.pageFor': async (tx, office, { kind, ...wanted }) => ({ kind, page: await pageFor(tx, office, wanted) }),
};

function answer(
  tx: OfficeTx,
  office: Office,
  { device, request }: Pick<OfficeQuestion, 'device' | 'request'>,
): Promise<OfficeResponse> {
  const give = answers[request.kind] as (...given: unknown[]) => Promise<OfficeResponse>;
  return give(tx, office, request, device);
}

/** The codes made lately, with the names of their branches. */
export async function summarizeInvites(tx: OfficeTx, now: number): Promise<InviteSummary[]> {
  const names = new Map((await readBranches(tx)).map(({ id, name }) => [id, name]));
  const summary = (invite: Invite): InviteSummary => ({
    id: invite.id,
    branchId: invite.branchId,
    branchName: invite.branchId === null ? null : (names.get(invite.branchId) ?? null),
    name: invite.name,
    brings: invite.brings,
    createdAt: invite.createdAt,
    expiresAt: invite.expiresAt,
    state: stateOfInvite(invite, now),
  });
  return (await listInvites(tx, now)).map(summary);
}

function doneWhen(isDone: boolean): 'done' | 'notFound' {
  return isDone ? 'done' : 'notFound';
}
