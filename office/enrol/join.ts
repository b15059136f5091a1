import { lockCompany, readCompany } from '#office/company/company.ts';
import { addDevice, findDevice, isKnownKey } from '#office/device/devices.ts';
import type { Device } from '#office/device/devices.ts';
import { nameCompany, readCompanyName } from '#office/enrol/identity.ts';
import type { Identity } from '#office/enrol/identity.ts';
import { findInviteByCode, stateOfInvite, useInvite } from '#office/enrol/invites.ts';
import type { Invite } from '#office/enrol/invites.ts';
import type { OfficeStore, OfficeTx } from '#office/store/office-store.ts';
import { joinRequestSchema, officeId } from '#shared/sync/office-protocol.ts';
import type { JoinRequest, JoinResponse, Membership } from '#shared/sync/office-protocol.ts';
import type { FaultCode } from '#shared/sync/protocol.ts';
import { codeId, codeKey } from '#wire/code.ts';
import { publicKeysOf, publicKeysSchema } from '#wire/keys.ts';
import { openWithSecret, sealWithSecret } from '#wire/secret-seal.ts';

export interface Enrolment {
  readonly store: OfficeStore;
  readonly identity: Identity;
  /** What head office is called. */
  readonly officeName: string;
  readonly now: () => number;
}

/** What `answerJoin` was given to open: by which code, and the sealed question. */
export interface SealedJoin {
  /** What `codeId` makes of the code, or of the administrator's key. */
  readonly codeId: string;
  readonly bytes: Uint8Array;
}

export type JoinAnswer =
  | { readonly type: 'joined'; readonly bytes: Buffer; readonly device: Device }
  | { readonly type: 'fault'; readonly code: Extract<FaultCode, 'wrongCode' | 'malformed' | 'tampered' | 'tooLarge'> };

const questionBytes = 64 * 1024;

/** Takes a new computer in. The same question asked again, because the answer was lost, gets the same answer. */
export async function answerJoin(enrolment: Enrolment, { codeId: given, bytes }: SealedJoin): Promise<JoinAnswer> {
  const { store, identity } = enrolment;
  const isAdmin = given === codeId(identity.adminKey);
  const invite = isAdmin ? null : await store.read((tx) => findInviteByCode(tx, given));
  const key = isAdmin ? codeKey(identity.adminKey) : invite?.codeKey;
  if (key === undefined) return { type: 'fault', code: 'wrongCode' };
  const opened = openWithSecret({ kind: 'key', text: key, purpose: 'enrolRequest' }, bytes, questionBytes);
  if (opened.type === 'fault') return { type: 'fault', code: opened.code === 'wrongSecret' ? 'wrongCode' : opened.code };
  const question = joinRequestSchema.safeParse(opened.body);
  if (!question.success || !publicKeysSchema.safeParse(question.data.keys).success) return { type: 'fault', code: 'malformed' };
  const joined = await store.transaction(async (tx) => {
    await lockCompany(tx);
    const device = invite
      ? await joinByCode(tx, { invite, question: question.data, now: enrolment.now() })
      : await found(tx, enrolment, question.data);
    return device && { device, membership: await membershipOf(tx, enrolment, device) };
  });
  if (joined === null) return { type: 'fault', code: 'wrongCode' };
  const answer: JoinResponse = { kind: 'join', membership: joined.membership };
  return {
    type: 'joined',
    bytes: sealWithSecret({ kind: 'key', text: key, purpose: 'enrolAnswer' }, answer),
    device: joined.device,
  };
}

/** What a computer is told about itself. */
export async function membershipOf(tx: OfficeTx, { identity, officeName }: Enrolment, device: Device): Promise<Membership> {
  const { epoch } = await readCompany(tx);
  const { id, name, branchId, till, isMain, brings } = device;
  return {
    company: { id: identity.companyId, name: (await readCompanyName(tx)) ?? officeName },
    device: { id, name, branchId, till, isMain, brings },
    office: { id: officeId, name: officeName, keys: publicKeysOf(identity.keys), epoch },
  };
}

interface Joining {
  readonly invite: Invite;
  readonly question: JoinRequest;
  readonly now: number;
}

async function joinByCode(tx: OfficeTx, { invite: { id: inviteId }, question, now }: Joining): Promise<Device | null> {
  // Read again within the transaction: another computer may have been quicker.
  const [row] = await tx.all<{ code_id: string }>('SELECT code_id FROM invite WHERE id = ?', inviteId);
  const invite = row ? await findInviteByCode(tx, row.code_id) : null;
  if (invite === null) return null;
  if (invite.deviceId !== null) return again(await findDevice(tx, invite.deviceId), question);
  if (stateOfInvite(invite, now) !== 'open' || (await isKnownKey(tx, question.keys))) return null;
  const { branchId, brings } = invite;
  const device = await addDevice(tx, {
    branchId,
    brings,
    name: question.name ?? invite.name,
    keys: question.keys,
    program: question.program,
    now,
  });
  return (await useInvite(tx, invite.id, { deviceId: device.id, now })) ? device : null;
}

/** Begins the company: its first computer is one of head office. */
async function found(
  tx: OfficeTx,
  { now }: Enrolment,
  { name, companyName, keys, program }: JoinRequest,
): Promise<Device | null> {
  const [first] = await tx.all<{ id: string }>('SELECT id FROM device ORDER BY created_at, id LIMIT 1');
  if (first) return again(await findDevice(tx, first.id), { keys });
  if (companyName === null || !(await nameCompany(tx, companyName))) return null;
  return addDevice(tx, { branchId: null, brings: 'data', name: name ?? companyName, keys, program, now: now() });
}

/** The computer that joined already, when it is the one that asks. */
function again(device: Device | null, { keys }: Pick<JoinRequest, 'keys'>): Device | null {
  const isSame = device?.revokedAt === null && device.keys.signing === keys.signing && device.keys.agreement === keys.agreement;
  return isSame ? device : null;
}
