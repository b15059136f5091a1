import type { Carrier } from '#core/sync/carrier.ts';
import type { Exchange } from '#core/sync/exchange.ts';
import { officeId } from '#shared/sync/office-protocol.ts';
import { compareResponseSchema, faultSchema, syncResponseSchema } from '#shared/sync/protocol.ts';
import type { CompareRequest, Fault, SyncRequest } from '#shared/sync/protocol.ts';
import type { ReadDb } from '#core/database/connection.ts';
import { readSyncState } from '#core/sync/sync-state.ts';
import type { IdentityKeys, PublicKeys } from '#wire/keys.ts';
import { openAnswer, sealRequest } from '#wire/seal.ts';

/** Head office can't be reached, by any of its addresses. */
export class OfficeUnreachable extends Error {
  override readonly name = 'OfficeUnreachable';
}

/** Who asks, and whom. */
export interface Correspondent {
  readonly companyId: string;
  readonly deviceId: string;
  readonly keys: IdentityKeys;
  readonly officeKeys: PublicKeys;
  readonly incarnation: string;
}

/** This copy to head office; null in a shop that is alone. */
export function ownCorrespondent(db: ReadDb): Correspondent | null {
  const identity = readSyncState(db, 'identity');
  const line = readSyncState(db, 'line');
  if (!identity || !line) return null;
  const { companyId, deviceId, keys, officeKeys } = identity;
  // They were checked before they were kept.
  return {
    companyId,
    deviceId,
    keys: keys as IdentityKeys,
    officeKeys: officeKeys as PublicKeys,
    incarnation: line.incarnation,
  };
}

/** Seals a question for head office as this correspondent. */
export function sealForOffice({ companyId, deviceId, keys, officeKeys, incarnation }: Correspondent, body: unknown) {
  const [from, to] = [
    { id: deviceId, keys },
    { id: officeId, keys: officeKeys },
  ];
  return sealRequest({ company: companyId, from, to, incarnation, body });
}

/** How head office is asked, and by whom. */
export interface Asking {
  readonly carrier: Carrier;
  /** Read for each question: a session may begin a new line of batches. */
  readonly correspondent: () => Correspondent;
  readonly signal?: AbortSignal | undefined;
}

const sealedAtMost = 3;

/**
 * Seals a question, has it carried, and opens the answer; nothing of what comes is believed before it was opened.
 * @throws {OfficeUnreachable}
 */
export async function askOffice({ carrier, correspondent, signal }: Asking, body: unknown): Promise<unknown> {
  for (let tries = 1; ; tries += 1) {
    const { bytes, answerKey } = sealForOffice(correspondent(), body);
    const carried = await carrier.carry(bytes, signal);
    if (carried.type === 'unreachable') throw new OfficeUnreachable('nobody answers');
    if (carried.type === 'answered') {
      const opened = openAnswer(answerKey, carried.bytes);
      return opened.type === 'opened' ? opened.body : fault(opened.code);
    }
    // It was taken, and its answer lost on the way: sealed anew it is answered again.
    if (carried.code !== 'replayed' || tries >= sealedAtMost) return fault(carried.code);
  }
}

/** The exchange of a session over a carrier. */
export function createExchange(asking: Asking): Exchange {
  async function exchange(request: SyncRequest | CompareRequest) {
    const body = await askOffice(asking, request);
    const refused = faultSchema.safeParse(body).data;
    if (refused) return refused;
    const schema = request.kind === 'sync' ? syncResponseSchema : compareResponseSchema;
    return schema.safeParse(body).data ?? fault('malformed');
  }
  return exchange as Exchange;
}

function fault(code: Fault['code']): Fault {
  return { kind: 'fault', code };
}
