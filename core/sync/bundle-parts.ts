import { readSyncState, writeSyncState } from '#core/sync/sync-state.ts';
import type { BundleState } from '#core/sync/sync-state.ts';
import type { ReadDb, WriteTx } from '#core/database/connection.ts';
import { ownCorrespondent } from '#core/sync/ask-office.ts';
import { officeId } from '#shared/sync/office-protocol.ts';
import { syncResponseSchema } from '#shared/sync/protocol.ts';
import type { SyncResponse } from '#shared/sync/protocol.ts';
import { sha256, sha256Hex } from '#wire/hash.ts';
import { openAnswer, openRequest } from '#wire/seal.ts';

/** In front of an answer to a question that went by file; all else is a sealed message as it is. */
const answerMark = 1;
const hashBytes = 32;
/** Answers come to the last questions; those to older ones that went lost are asked again. */
const keysKept = 1000;

/** An answer as it lies in a file: which question it is for, then the answer. */
export function answerPart(question: Uint8Array, answer: Uint8Array): Buffer {
  return Buffer.concat([Buffer.of(answerMark), sha256(question), answer]);
}

const noBundles: BundleState = { made: {}, taken: 0, answerKeys: {} };

/** Notes that a file of head office's was taken in. */
export function noteTakenIn(tx: WriteTx, number: number) {
  const state = readSyncState(tx, 'bundles') ?? noBundles;
  if (number > state.taken) writeSyncState(tx, 'bundles', { ...state, taken: number });
}

/** Keeps what opens the answers to questions that leave by file. @returns the number of the file among those for its receiver */
export function noteBundle(
  tx: WriteTx,
  { to, keys }: { readonly to: string; readonly keys: ReadonlyMap<string, Buffer> },
): number {
  const { made, taken, answerKeys } = readSyncState(tx, 'bundles') ?? noBundles;
  const number = (made[to] ?? 0) + 1;
  const all = [...Object.entries(answerKeys), ...[...keys].map(([hash, key]) => [hash, key.toString('base64url')] as const)];
  writeSyncState(tx, 'bundles', {
    made: { ...made, [to]: number },
    taken,
    answerKeys: Object.fromEntries(all.slice(-keysKept)),
  });
  return number;
}

export type OpenedPart =
  | { readonly type: 'opened'; readonly response: SyncResponse }
  /** An answer to a question of which nothing is known any more, or never was. */
  | { readonly type: 'unknown' }
  | { readonly type: 'tampered' | 'otherReceiver' };

/** Opens what head office sent this copy by file. */
export function openPart(db: ReadDb, part: Buffer): OpenedPart {
  const body = part[0] === answerMark ? openAnswerPart(db, part) : openMessagePart(db, part);
  if (typeof body === 'string') return { type: body };
  const response = syncResponseSchema.safeParse(body).data;
  return response ? { type: 'opened', response } : { type: 'unknown' };
}

function openAnswerPart(db: ReadDb, part: Buffer): object | 'unknown' | 'tampered' {
  const hash = part.toString('hex', 1, 1 + hashBytes);
  const key = readSyncState(db, 'bundles')?.answerKeys[hash];
  if (key === undefined) return 'unknown';
  const opened = openAnswer(Buffer.from(key, 'base64url'), part.subarray(1 + hashBytes));
  return opened.type === 'opened' ? Object(opened.body) : 'tampered';
}

function openMessagePart(db: ReadDb, part: Buffer): object | 'unknown' | 'tampered' | 'otherReceiver' {
  const own = ownCorrespondent(db);
  if (!own) return 'unknown';
  const opened = openRequest(part, {
    company: own.companyId,
    to: { id: own.deviceId, keys: own.keys },
    senderKeys: own.officeKeys,
  });
  if (opened.type === 'fault')
    return opened.code === 'notForYou' || opened.code === 'wrongCompany' ? 'otherReceiver' : 'tampered';
  const isAnswer = opened.header.kind === 'answer' && opened.header.from === officeId;
  return isAnswer ? Object(opened.body) : 'unknown';
}

/** By what the answer to a question is found again. */
export function questionId(question: Uint8Array): string {
  return sha256Hex(question);
}
