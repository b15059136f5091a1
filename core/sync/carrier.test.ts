import { describe, expect, it } from 'vitest';
import { createHttpCarrier } from '#core/sync/carrier.ts';
import type { HttpQuestion, HttpReply } from '#core/sync/office-http.ts';
import { frameBytes } from '#shared/sync/protocol.ts';
import { createFrameCollector, cutFrames, readFrame } from '#wire/frames.ts';

const message = Buffer.alloc(2 * frameBytes, 'x');
const nobody = { type: 'nobody' } as const;

interface OfficeOptions {
  readonly answer?: Buffer;
  /** Bytes that a proxy in front of it takes. */
  readonly proxyLimit?: number;
}

/** Head office as a carrier meets it. */
function fakeOffice({ answer = Buffer.from('well'), proxyLimit = Number.POSITIVE_INFINITY }: OfficeOptions = {}) {
  const collector = createFrameCollector({ maxBytes: 10 ** 8 });
  const frames = cutFrames(answer, frameBytes);
  const asked: { readonly path: string; readonly index: number | null; readonly bytes: number }[] = [];
  let received: Buffer | null = null;
  function ask({ path, body }: HttpQuestion): HttpReply {
    asked.push({ path, index: body ? (readFrame(body)?.index ?? null) : null, bytes: body?.length ?? 0 });
    const position = /\/answer\/[0-9a-f]+\/(\d+)$/.exec(path)?.[1];
    if (position !== undefined) return { type: 'answer', bytes: frames[Number(position)] ?? Buffer.alloc(0) };
    if (!body) return { type: 'fault', code: 'unknownRequest' };
    if (body.length > proxyLimit) return { type: 'tooLargeForProxy' };
    const collected = collector.add(body);
    if (collected.type === 'waiting') return { type: 'missing', positions: collected.missing };
    if (collected.type !== 'complete') return { type: 'fault', code: 'malformed' };
    received = collected.message;
    return { type: 'answer', bytes: frames[0] ?? Buffer.alloc(0) };
  }
  return { ask, asked, received: () => received };
}

function carrierTo(addresses: readonly string[], ask: (question: HttpQuestion) => HttpReply) {
  const pauses: number[] = [];
  const carrier = createHttpCarrier({
    addresses,
    ask: async (question) => ask(question),
    pause: async (milliseconds) => void pauses.push(milliseconds),
  });
  return { carrier, pauses };
}

const answerIn = (carried: object) => ('bytes' in carried ? String(carried.bytes) : carried);

describe('what goes to head office by HTTP', () => {
  it('goes in frames, and so does the answer', async () => {
    const answer = Buffer.alloc(2 * frameBytes, 'answer ');
    const office = fakeOffice({ answer });
    const { carrier } = carrierTo(['http://one'], office.ask);
    expect(answerIn(await carrier.carry(message))).toBe(answer.toString());
    expect(office.received()?.equals(message)).toBe(true);
    expect(office.asked.map(({ index }) => index)).toEqual([0, 1, 2, null, null]);
  });

  it('goes in smaller frames when a proxy on the way takes only those, the next message at once', async () => {
    const office = fakeOffice({ proxyLimit: 100_000 });
    const { carrier } = carrierTo(['http://one'], office.ask);
    expect(answerIn(await carrier.carry(message))).toBe('well');
    const refused = office.asked.filter(({ bytes }) => bytes > 100_000).length;
    expect(refused).toBe(3);
    const other = Buffer.alloc(frameBytes, 'y');
    expect(answerIn(await carrier.carry(other))).toBe('well');
    expect(office.asked.filter(({ bytes }) => bytes > 100_000)).toHaveLength(refused);
  });

  it('is given up when even the smallest frame is too large for a proxy', async () => {
    const { carrier } = carrierTo(['http://one'], () => ({ type: 'tooLargeForProxy' }));
    expect(await carrier.carry(message)).toEqual({ type: 'fault', code: 'tooLarge' });
  });

  it('is not sent again as far as head office holds it when the network breaks off in between', async () => {
    const office = fakeOffice();
    let count = 0;
    const { carrier, pauses } = carrierTo(['http://one'], (question) => {
      count += 1;
      return count === 2 || count === 3 ? nobody : office.ask(question);
    });
    expect(answerIn(await carrier.carry(message))).toBe('well');
    expect(office.asked.map(({ index }) => index)).toEqual([0, 1, 2]);
    expect(pauses).toEqual([500, 1000]);
  });

  it('waits longer each time for one who is busy, as long as he asks for, and gives up in the end', async () => {
    const { carrier, pauses } = carrierTo(['http://one'], () => ({ type: 'later', seconds: 3, code: 'busy' }));
    expect(await carrier.carry(message)).toEqual({ type: 'fault', code: 'busy' });
    expect(pauses).toEqual([3000, 3000, 3000, 4000, 8000]);
  });

  it('goes to the first address that leads to head office, and there first the next time', async () => {
    const office = fakeOffice();
    const tried: string[] = [];
    const { carrier } = carrierTo(['http://off', 'http://other', 'http://one'], (question) => {
      tried.push(question.address);
      if (question.address === 'http://other') return { type: 'fault', code: 'wrongCompany' };
      return question.address === 'http://one' ? office.ask(question) : nobody;
    });
    expect(answerIn(await carrier.carry(Buffer.from('first')))).toBe('well');
    expect(tried[0]).toBe('http://off');
    tried.length = 0;
    expect(answerIn(await carrier.carry(Buffer.from('second')))).toBe('well');
    expect(tried).toEqual(['http://one']);
  });

  it('ends as a refusal that head office pronounced, and not by trying other addresses', async () => {
    const tried: string[] = [];
    const { carrier } = carrierTo(['http://one', 'http://two'], ({ address, body }) => {
      if (body) tried.push(address);
      return { type: 'fault', code: 'revoked' };
    });
    expect(await carrier.carry(message)).toEqual({ type: 'fault', code: 'revoked' });
    expect(tried).toEqual(['http://one']);
  });

  it('reaches nobody at once where nobody is', async () => {
    const { carrier, pauses } = carrierTo(['http://one'], () => nobody);
    expect(await carrier.carry(message)).toEqual({ type: 'unreachable' });
    expect(await createHttpCarrier({ addresses: [] }).carry(message)).toEqual({ type: 'unreachable' });
    expect(pauses).toEqual([]);
  });
});
