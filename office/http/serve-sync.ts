import type { ServerResponse } from 'node:http';
import { answerJoin } from '#office/enrol/join.ts';
import { answerMessage, findSender } from '#office/http/answer-message.ts';
import type { Guards } from '#office/http/answer-message.ts';
import type { Exchange } from '#office/http/exchange.ts';
import { cutAnswer, readAnswerFrame, takeFrame } from '#office/http/message-frames.ts';
import { readBody } from '#office/http/read-body.ts';
import { sendFault } from '#office/http/faults.ts';
import type { TokenBuckets } from '#office/http/token-buckets.ts';
import type { Office } from '#office/office.ts';
import { contentPieceBytes } from '#shared/sync/content-protocol.ts';
import type { FaultCode } from '#shared/sync/protocol.ts';
import { readFrame } from '#wire/frames.ts';

export interface SyncGuards extends Guards {
  readonly tries: TokenBuckets;
  /** Takes one of the places for messages that are worked on; null when there is none. Call what it gives when done. */
  readonly begin: () => (() => void) | null;
}

/** `POST /sync/v1/message`: a frame of a sealed message; `GET /sync/v1/answer/HASH/POSITION`; `POST /sync/v1/join/CODE-ID`. */
export async function serveSync(office: Office, guards: SyncGuards, exchange: Exchange): Promise<void> {
  const { path, request } = exchange;
  const refuse = (code: FaultCode) => refuseSync(office, exchange, { code, deviceId: null });
  const [, answer, position] = /^\/sync\/v1\/answer\/([0-9a-f]{64})\/(\d{1,5})$/.exec(path) ?? [];
  const [, codeId] = /^\/sync\/v1\/join\/([0-9a-f]{32})$/.exec(path) ?? [];
  if (answer !== undefined && request.method === 'GET')
    return giveFrame(office, exchange, { hash: answer, position: Number(position) });
  const isMessage = path === '/sync/v1/message';
  if ((!isMessage && codeId === undefined) || request.method !== 'POST') return refuse('unknownRequest');
  if (codeId !== undefined && !guards.tries.has(exchange.address)) return refuse('tooMany');
  const body = await readBody(request, isMessage ? office.limits.body : contentPieceBytes);
  if (body.type !== 'body') return body.type === 'tooLarge' ? refuse('tooLarge') : undefined;
  office.metrics.bytesIn.add(body.bytes.length);
  const done = guards.begin();
  if (done === null) return refuse('busy');
  try {
    await (codeId === undefined
      ? takeMessage(office, guards, { exchange, bytes: body.bytes })
      : join(office, guards, { exchange, codeId, bytes: body.bytes }));
  } finally {
    done();
  }
}

interface Received {
  readonly exchange: Exchange;
  readonly bytes: Buffer;
}

async function takeMessage(office: Office, guards: SyncGuards, { exchange, bytes }: Received) {
  const began = performance.now();
  const refuse = (code: FaultCode, deviceId: string | null = null) => refuseSync(office, exchange, { code, deviceId });
  const frame = readFrame(bytes);
  if (frame === null) return refuse('malformed');
  if (frame.index === 0 && frame.count > 1) {
    const sender = await findSender(office, frame.piece);
    if (sender.type === 'fault') return refuse(sender.code, sender.deviceId);
  }
  const taken = await takeFrame({ store: office.store, limits: office.limits, now: office.now() }, frame);
  if (taken.type === 'fault') return refuse(taken.code);
  if (taken.type === 'waiting') return sendJson(exchange.response, 202, { missing: taken.missing });
  const answer = await answerMessage(office, guards, taken);
  if (answer.type === 'fault') return refuse(answer.code, answer.deviceId);
  const seconds = (performance.now() - began) / 1000;
  office.metrics.requests.add(1, { kind: answer.kind });
  office.metrics.latency.observe(seconds, { kind: answer.kind });
  office.log.debug('answered', { kind: answer.kind, device: answer.device.id, bytes: answer.bytes.length, seconds });
  sendBytes(office, exchange.response, await cutAnswer(office.store, answer.bytes, office.now()));
}

async function join(office: Office, guards: SyncGuards, { exchange, codeId, bytes }: Received & { readonly codeId: string }) {
  const answer = await answerJoin(office, { codeId, bytes });
  if (answer.type === 'fault') {
    // Only tries that failed count: many computers of one shop may join on the same day.
    guards.tries.take(exchange.address);
    return refuseSync(office, exchange, { code: answer.code, deviceId: null });
  }
  const { id, branchId } = answer.device;
  office.metrics.requests.add(1, { kind: 'join' });
  office.log.info('joined', { device: id, branch: branchId, address: exchange.address });
  sendBytes(office, exchange.response, answer.bytes);
}

async function giveFrame(
  office: Office,
  exchange: Exchange,
  { hash, position }: { readonly hash: string; readonly position: number },
) {
  const frame = await readAnswerFrame(office.store, hash, position);
  if (frame === null) return refuseSync(office, exchange, { code: 'unknownRequest', deviceId: null });
  sendBytes(office, exchange.response, frame);
}

/** Refuses a message, and says so in the log and the figures. */
export function refuseSync(
  { log, metrics }: Office,
  { response, address }: Pick<Exchange, 'response' | 'address'>,
  { code, deviceId }: { readonly code: FaultCode; readonly deviceId: string | null },
) {
  metrics.faults.add(1, { code });
  log.warn('refused', { code, address, device: deviceId });
  sendFault(response, code);
}

function sendBytes({ metrics }: Office, response: ServerResponse, bytes: Buffer) {
  metrics.bytesOut.add(bytes.length);
  response
    .writeHead(200, { 'content-type': 'application/octet-stream', 'cache-control': 'no-store', 'content-length': bytes.length })
    .end(bytes);
}

function sendJson(response: ServerResponse, status: number, value: unknown) {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value));
}
