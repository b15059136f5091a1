import { setTimeout as sleep } from 'node:timers/promises';
import { askHttp, exchangeTime } from '#core/sync/office-http.ts';
import type { HttpQuestion, HttpReply } from '#core/sync/office-http.ts';
import { frameBytes } from '#shared/sync/protocol.ts';
import type { FaultCode } from '#shared/sync/protocol.ts';
import { createFrameCollector, cutFrames, readFrame } from '#wire/frames.ts';

export type Carried =
  | { readonly type: 'answered'; readonly bytes: Buffer }
  | { readonly type: 'fault'; readonly code: FaultCode }
  | { readonly type: 'unreachable' };

/** Brings sealed messages to head office, and its answers back. */
export interface Carrier {
  readonly addresses: readonly string[];
  carry(message: Uint8Array, signal?: AbortSignal): Promise<Carried>;
  /** @param codeId by what head office finds the code that the question is sealed with */
  join(codeId: string, question: Uint8Array): Promise<Carried>;
}

export interface CarrierOptions {
  /** Tried in turn; the one that answered last comes first from then on. */
  readonly addresses: readonly string[];
  readonly ask?: (question: HttpQuestion) => Promise<HttpReply>;
  /** Waits so many milliseconds. */
  readonly pause?: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;
}

const smallestFrame = 16 * 1024;
/** Bytes of an answer: a page with a note of 16 MB fits. */
const answerBytes = 96 * 1024 * 1024;
/** How often in a row nothing gets through before it is given up. */
const triesAtMost = 5;
/** Milliseconds in which somebody must answer at an address that isn't known to be head office's. */
const knockTime = 5000;
/** Said by who isn't the head office that is meant: another address may lead to it. */
const somebodyElse: ReadonlySet<FaultCode> = new Set(['wrongCompany', 'unknownDevice', 'notForYou', 'unknownRequest']);

/** Carries over HTTP. */
export function createHttpCarrier({ addresses, ask = askHttp, pause = rest }: CarrierOptions): Carrier {
  let order = [...addresses];
  let known: string | null = null;
  let frameSize = frameBytes;

  async function inTurn(signal: AbortSignal | undefined, work: (address: string) => Promise<Carried>): Promise<Carried> {
    let last: Carried = { type: 'unreachable' };
    for (const address of order) {
      if (signal?.aborted) return { type: 'unreachable' };
      if (address !== known && addresses.length > 1 && !(await isThere(address, signal))) continue;
      const carried = await work(address);
      if (carried.type === 'unreachable' && last.type === 'fault') continue;
      last = carried;
      if (carried.type === 'unreachable' || (carried.type === 'fault' && somebodyElse.has(carried.code))) continue;
      known = address;
      order = [address, ...order.filter((other) => other !== address)];
      return carried;
    }
    known = null;
    return last;
  }

  /** Waiting for a PC that is switched off takes long. */
  async function isThere(address: string, signal: AbortSignal | undefined): Promise<boolean> {
    const reply = await ask({ address, path: '/sync/v1/message', signal, time: knockTime });
    return reply.type !== 'nobody';
  }

  async function deliver(address: string, message: Uint8Array, signal: AbortSignal | undefined): Promise<Carried> {
    let frames = cutFrames(message, frameSize);
    let pending = frames.map((_, index) => index);
    let failures = 0;
    let end: Carried = { type: 'unreachable' };
    while (failures < triesAtMost && !signal?.aborted) {
      const frame = frames[pending[0] ?? 0];
      if (!frame) break;
      const reply = await ask({ address, path: '/sync/v1/message', body: frame, signal, time: exchangeTime });
      if (reply.type === 'answer') return collect(address, reply.bytes, signal);
      if (reply.type === 'fault') return reply;
      if (reply.type === 'tooLargeForProxy') {
        if (frameSize <= smallestFrame) return { type: 'fault', code: 'tooLarge' };
        frameSize = Math.max(smallestFrame, Math.floor(frameSize / 2));
        frames = cutFrames(message, frameSize);
        pending = frames.map((_, index) => index);
        continue;
      }
      if (reply.type === 'missing' && reply.positions.length > 0) {
        failures = 0;
        // Frames that head office holds, from before a break too, aren't sent again.
        pending = [...reply.positions];
        continue;
      }
      failures += 1;
      end = reply.type === 'later' ? { type: 'fault', code: reply.code } : { type: 'unreachable' };
      // Where nothing got through yet, nobody is there, or not for long: the next exchange comes soon.
      const isBegun = pending.length < frames.length;
      if (reply.type === 'nobody' && !isBegun && failures >= (address === known ? 2 : 1)) break;
      await pause(pauseAfter(failures, reply.type === 'later' ? reply.seconds : null), signal);
    }
    return end;
  }

  async function collect(address: string, first: Buffer, signal: AbortSignal | undefined): Promise<Carried> {
    const collector = createFrameCollector({ maxBytes: answerBytes });
    let collected = collector.add(first);
    let failures = 0;
    while (collected.type === 'waiting' && failures < triesAtMost && !signal?.aborted) {
      const { hash, missing } = collected;
      const reply = await ask({ address, path: `/sync/v1/answer/${hash}/${missing[0]}`, signal, time: exchangeTime });
      if (reply.type === 'answer') {
        if (readFrame(reply.bytes)?.hash !== hash) return { type: 'fault', code: 'tampered' };
        failures = 0;
        collected = collector.add(reply.bytes);
      } else if (reply.type === 'fault') return reply;
      else await pause(pauseAfter((failures += 1), null), signal);
    }
    if (collected.type === 'complete') return { type: 'answered', bytes: collected.message };
    return collected.type === 'fault' ? collected : { type: 'unreachable' };
  }

  return {
    addresses,
    carry: (message, signal) => inTurn(signal, (address) => deliver(address, message, signal)),
    join: (codeId, question) =>
      inTurn(undefined, async (address) => {
        const path = `/sync/v1/join/${codeId}`;
        const reply = await ask({ address, path, body: question, signal: undefined, time: exchangeTime });
        if (reply.type === 'answer') return { type: 'answered', bytes: reply.bytes };
        if (reply.type === 'fault' || reply.type === 'later') return { type: 'fault', code: reply.code };
        return { type: 'unreachable' };
      }),
  };
}

/** Milliseconds: 0.5, 1, 2... seconds, or what was asked for, up to half a minute. */
function pauseAfter(failures: number, seconds: number | null): number {
  return Math.min(30_000, Math.max(250 * 2 ** failures, (seconds ?? 0) * 1000));
}

async function rest(milliseconds: number, signal: AbortSignal | undefined) {
  try {
    await sleep(milliseconds, undefined, signal ? { signal } : {});
  } catch {
    // Whoever gave up is told by the loop that rested.
  }
}
