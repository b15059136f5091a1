import { answerContent } from '#office/content/answer-content.ts';
import { answerOffice } from '#office/device/answer-office.ts';
import { findDevice } from '#office/device/devices.ts';
import type { Device } from '#office/device/devices.ts';
import { cleanErased } from '#office/content/clean-erased.ts';
import { exchange } from '#office/exchange.ts';
import { membershipOf } from '#office/enrol/join.ts';
import type { Replays } from '#office/http/replays.ts';
import type { TokenBuckets } from '#office/http/token-buckets.ts';
import type { Office } from '#office/office.ts';
import { contentRequestSchema } from '#shared/sync/content-protocol.ts';
import { officeId, officeRequestSchema } from '#shared/sync/office-protocol.ts';
import type { SelfResponse } from '#shared/sync/office-protocol.ts';
import type { Packed } from '#shared/sync/pack.ts';
import type { FaultCode, SyncRequest, SyncResponse } from '#shared/sync/protocol.ts';
import { openRequest, readHeader, sealAnswer } from '#wire/seal.ts';

/** A whole sealed message, with its SHA-256. */
export interface SealedMessage {
  readonly hash: string;
  readonly message: Buffer;
}

export type MessageAnswer =
  | { readonly type: 'answered'; readonly bytes: Buffer; readonly device: Device; readonly kind: string }
  | { readonly type: 'fault'; readonly code: FaultCode; readonly deviceId: string | null };

export interface Guards {
  readonly perDevice: TokenBuckets;
  readonly replays: Replays;
}

/** Opens a message, does what it asks, and seals the answer for who asked. */
export async function answerMessage(office: Office, guards: Guards, { hash, message }: SealedMessage): Promise<MessageAnswer> {
  const sender = await findSender(office, message);
  if (sender.type === 'fault') return sender;
  const { device } = sender;
  const fault = (code: FaultCode): MessageAnswer => ({ type: 'fault', code, deviceId: device.id });
  const { companyId: company, keys } = office.identity;
  const opened = openRequest(message, { company, to: { id: officeId, keys }, senderKeys: device.keys });
  if (opened.type === 'fault') return fault(opened.code);
  if (!guards.perDevice.take(device.id)) return fault('tooMany');
  if (opened.header.kind !== 'request') return fault('unknownRequest');
  if (!guards.replays.note(hash)) return fault('replayed');
  try {
    const { incarnation } = opened.header;
    const body = await answerBody(office, opened.body, { device, incarnation, hash });
    if (typeof body === 'string') return fault(body);
    return { type: 'answered', bytes: sealAnswer(opened.answerKey, body), device, kind: kindOf(opened.body) ?? '' };
  } catch (error) {
    guards.replays.forget(hash);
    throw error;
  }
}

/** Who sends a message, by what stands on it: nothing is proven yet. */
export async function findSender(
  { store, identity }: Office,
  message: Uint8Array,
): Promise<{ readonly type: 'sender'; readonly device: Device } | Extract<MessageAnswer, { type: 'fault' }>> {
  const header = readHeader(message);
  const fault = (code: FaultCode) => ({ type: 'fault', code, deviceId: header?.from ?? null }) as const;
  if (header === null) return fault('malformed');
  if (header.company !== identity.companyId) return fault('wrongCompany');
  if (header.to !== officeId) return fault('notForYou');
  const device = await store.read((tx) => findDevice(tx, header.from));
  if (device === null) return fault('unknownDevice');
  return device.revokedAt === null ? { type: 'sender', device } : fault('revoked');
}

interface Sender {
  readonly device: Device;
  readonly incarnation: string;
  readonly hash: string;
}

/** The answer, or why there is none. */
async function answerBody(office: Office, body: unknown, { device, incarnation, hash }: Sender): Promise<object | FaultCode> {
  const kind = kindOf(body);
  if (kind === null) return 'malformed';
  if (kind === 'sync' || kind === 'compare') {
    const answer = await exchange(office.store, { device: device.id, incarnation, request: body, now: office.now() });
    if (answer.kind === 'fault') return answer.code;
    if (answer.kind === 'sync') countRecords(office, body, answer);
    // Nobody has to wait for that; what it can't do now is done after the next message.
    if (answer.kind === 'sync')
      void cleanErased(office).catch((error: unknown) => office.log.warn('cleaning', { error: String(error) }));
    return answer;
  }
  if (kind.startsWith('content.')) {
    const request = contentRequestSchema.safeParse(body);
    return request.success ? answerContent(office, device, request.data) : 'malformed';
  }
  if (kind === 'self') {
    const membership = await office.store.read((tx) => membershipOf(tx, office, device));
    return { kind, membership } satisfies SelfResponse;
  }
  if (!kind.startsWith('office.')) return 'unknownRequest';
  if (device.branchId !== null) return 'notForYou';
  const request = officeRequestSchema.safeParse(body);
  if (!request.success) return 'malformed';
  return (await answerOffice(office, { device, request: request.data, message: hash })) ?? 'replayed';
}

function kindOf(body: unknown): string | null {
  const { kind } = (typeof body === 'object' && body !== null ? body : {}) as { readonly kind?: unknown };
  return typeof kind === 'string' ? kind : null;
}

function countRecords({ metrics }: Office, body: unknown, { push, page }: SyncResponse) {
  const { batch } = body as SyncRequest;
  if (push?.type === 'taken' && batch !== null) {
    const refused = push.refused.length;
    metrics.changes.add(countOf(batch.changes) - refused, { outcome: 'taken' });
    if (refused > 0) metrics.changes.add(refused, { outcome: 'refused' });
  }
  if (page !== null) metrics.recordsSent.add(countOf(page.changes));
}

function countOf(packed: readonly Packed[]): number {
  return packed.reduce((sum, { columns }) => sum + (columns[0]?.length ?? 0), 0);
}
