import type { FaultCode, SyncRequest, SyncResponse } from '#shared/sync/protocol.ts';
import { lockCompany, readCompany } from '#office/company/company.ts';
import type { Company } from '#office/company/company.ts';
import { beginEpoch } from '#office/company/epoch.ts';
import { forgetAcknowledged, readLineEnd } from '#office/receive/batch-line.ts';
import type { LineEnd, PushAnswer } from '#office/receive/batch-line.ts';
import { isContactDue, noteContact } from '#office/receive/contact.ts';
import { receiveBatch } from '#office/receive/receive-batch.ts';
import { readSender } from '#office/receive/sender.ts';
import type { Sender } from '#office/receive/sender.ts';
import { readPage } from '#office/serve/read-page.ts';
import { toCursor } from '#office/serve/cursor.ts';
import type { OfficeStore, OfficeTx } from '#office/store/office-store.ts';

export interface SyncCall {
  readonly device: string;
  readonly incarnation: string;
  readonly request: SyncRequest;
  readonly now: number;
  readonly maxBytes: number;
}

/** How far the sender and head office know of each other. */
interface Standing {
  readonly sender: Sender;
  readonly company: Company;
  readonly line: LineEnd | null;
  /** Whether both speak of the same life of head office's data; `lost`: head office knows less than it once said. */
  readonly epoch: 'same' | 'other' | 'lost';
}

interface Pushed {
  readonly epoch: string;
  readonly push: PushAnswer | null;
  /** Null when there is no page to serve; otherwise whether the sender is at the end of its line. */
  readonly page: { readonly branchId: string | null; readonly isAtEnd: boolean } | null;
}

/** Takes the batch of a request and serves the page it asks for; or says why the whole message is refused. */
export async function answerSync(store: OfficeStore, call: SyncCall): Promise<SyncResponse | FaultCode> {
  const quick = await store.read((tx) => answerWithoutWriting(tx, call));
  if (quick !== null) return quick;
  const pushed = await store.transaction((tx) => push(tx, call));
  return typeof pushed === 'string' ? pushed : await store.read((tx) => respond(tx, call, pushed));
}

/** Most messages only ask whether there is something new. */
async function answerWithoutWriting(tx: OfficeTx, call: SyncCall): Promise<SyncResponse | FaultCode | null> {
  const { request, now } = call;
  const standing = await readStanding(tx, call, await readCompany(tx));
  if (typeof standing === 'string') return standing;
  if (request.batch !== null || standing.epoch !== 'same' || isContactDue(standing.sender, request, now)) return null;
  return await respond(tx, call, withoutBatch(standing, request));
}

async function readStanding(
  tx: OfficeTx,
  { device, incarnation, request }: SyncCall,
  company: Company,
): Promise<Standing | FaultCode> {
  const sender = await readSender(tx, device);
  if (!sender) return 'unknownDevice';
  if (sender.status !== 'active') return 'revoked';
  const line = await readLineEnd(tx, { deviceId: device, incarnation });
  return { sender, company, line, epoch: compareEpochs(company, line, request) };
}

function compareEpochs({ epoch, seq }: Company, line: LineEnd | null, request: SyncRequest): Standing['epoch'] {
  if (request.epoch !== null && request.epoch !== epoch) return 'other';
  return toCursor(cursorOf(request)).seq > seq || request.acknowledged.counter > (line?.counter ?? 0) ? 'lost' : 'same';
}

/** Whoever counts in no epoch has nothing yet. */
function cursorOf({ epoch, cursor }: SyncRequest): number {
  return epoch === null ? 0 : cursor;
}

async function push(tx: OfficeTx, call: SyncCall): Promise<Pushed | FaultCode> {
  const { device, incarnation, request, now } = call;
  const company = await lockCompany(tx);
  const standing = await readStanding(tx, call, company);
  if (typeof standing === 'string') return standing;
  const { sender } = standing;
  if (standing.epoch !== 'same') {
    const isLost = standing.epoch === 'lost';
    const epoch = isLost ? await beginEpoch(tx, company, { deviceId: device, now }) : company.epoch;
    return { epoch, push: null, page: null };
  }
  const pushed = await takeBatch(tx, call, standing);
  const isComplete = request.waiting === 0 && (request.batch === null ? pushed.push === null : pushed.push?.type === 'taken');
  await noteContact(tx, sender, { request, isComplete, now });
  await forgetAcknowledged(tx, { deviceId: device, incarnation }, request.acknowledged.counter);
  return pushed;
}

async function takeBatch(tx: OfficeTx, { incarnation, request, now }: SyncCall, standing: Standing): Promise<Pushed> {
  const { sender, company, line } = standing;
  const { batch } = request;
  if (batch === null || request.protocol < company.minimumProtocol) return withoutBatch(standing, request);
  const answer = await receiveBatch(tx, { sender, incarnation, batch, cursor: toCursor(cursorOf(request)).seq, now });
  const isAtEnd = answer.type === 'taken' && answer.counter >= (line?.counter ?? 0);
  return { epoch: company.epoch, push: answer, page: { branchId: sender.branchId, isAtEnd } };
}

/**
 * A copy that has less of its line than head office, and nothing to send, isn't the one that sent the rest: it is a clone, or came from
 * a backup.
 */
function withoutBatch({ sender, company, line }: Standing, { protocol, acknowledged, waiting, batch }: SyncRequest): Pushed {
  const end = line ?? { counter: 0, hash: acknowledged.hash };
  const isAtEnd = end.counter === acknowledged.counter && end.hash === acknowledged.hash;
  const isFork = !isAtEnd && batch === null && (waiting === 0 || end.counter === acknowledged.counter);
  const outdated: PushAnswer = { type: 'outdated', minimum: company.minimumProtocol };
  const forked: PushAnswer | null = isFork ? { type: 'forked' } : null;
  const answer = protocol < company.minimumProtocol ? outdated : forked;
  return { epoch: company.epoch, push: answer, page: { branchId: sender.branchId, isAtEnd } };
}

async function respond(tx: OfficeTx, { incarnation, request, now, maxBytes }: SyncCall, pushed: Pushed): Promise<SyncResponse> {
  const { epoch, push: answer, page: wanted } = pushed;
  if (wanted === null) return { kind: 'sync', at: now, epoch, push: answer, page: null, digest: null };
  const { branchId, isAtEnd } = wanted;
  const { records, batch, acknowledged, waiting } = request;
  const cursor = cursorOf(request);
  const isEmpty = cursor === 0 && acknowledged.counter === 0 && batch === null && waiting === 0;
  const asked = { branchId, incarnation: isAtEnd ? incarnation : null, isEmpty, cursor, records, maxBytes };
  const { page, digest } = await readPage(tx, asked);
  return { kind: 'sync', at: now, epoch, push: answer, page, digest };
}
