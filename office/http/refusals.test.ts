import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import {
  createComputer,
  foundOffice,
  joinBranch,
  postFrame,
  requestOf,
  startTestOffice,
} from '#test/factories/start-test-office.ts';
import { frameBytes } from '#shared/sync/protocol.ts';
import { cutFrames } from '#wire/frames.ts';
import { chainStart } from '#wire/hash.ts';
import { createIdentityKeys } from '#wire/keys.ts';

const nothing = { counter: 0, hash: chainStart };
let made = 0;
const stamp = () => `0mzzzzzzz${String(++made).padStart(4, '0')}test`;
const ask = requestOf([], nothing, stamp);

async function setUp() {
  const office = await startTestOffice();
  const head = await foundOffice(office);
  const till = await joinBranch(office.address, head, 'b1');
  await till.send({ type: 'party', id: 'p1', fields: { name: 'Rosa', branchId: 'b1' } });
  return { office, head, till };
}

/** All that is in head office's database, as text. */
function contentsOf(data: string): string {
  const database = new Sqlite(join(data, 'office.db'), { readonly: true });
  try {
    const names = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all();
    return JSON.stringify(names.map((name) => [name, database.prepare(`SELECT * FROM ${String(name)}`).all()]));
  } finally {
    database.close();
  }
}

type Refused = readonly [status: number, code: string];

async function outcomeOf(response: Response): Promise<Refused> {
  const body = (await response.json()) as { kind: string; code: string };
  expect(Object.keys(body)).toEqual(['kind', 'code']);
  return [response.status, body.code];
}

/** Expects a refusal that leaves head office as it was. */
async function expectRefused(data: string, post: () => Promise<Response>, refusal: Refused) {
  const before = contentsOf(data);
  expect(await outcomeOf(await post())).toEqual(refusal);
  expect(contentsOf(data)).toBe(before);
}

function newParty(): object {
  return requestOf([{ type: 'party', id: 'forged', fields: { name: 'Forged' } }], nothing, stamp);
}

describe('head office refuses, and nothing changes:', () => {
  it('a computer that it doesn’t know', async () => {
    const { office, head } = await setUp();
    const { membership } = head;
    const stranger = createComputer(
      office.address,
      { ...membership, device: { ...membership.device, id: 'nobody' } },
      createIdentityKeys(),
    );
    await expectRefused(office.data, () => stranger.post(stranger.seal(newParty()).bytes), [401, 'unknownDevice']);
  });

  it('a computer that was shut out', async () => {
    const { office, head, till } = await setUp();
    await head.office({ kind: 'office.revoke', deviceId: till.membership.device.id });
    await expectRefused(office.data, () => till.post(till.seal(newParty()).bytes), [403, 'revoked']);
    const [first = Buffer.alloc(0)] = cutFrames(
      Buffer.concat([till.seal(newParty()).bytes, Buffer.alloc(frameBytes)]),
      frameBytes,
    );
    await expectRefused(office.data, () => postFrame(office.address, first), [403, 'revoked']);
  });

  it('a computer of another company', async () => {
    const [one, other] = [await setUp(), await setUp()];
    const message = one.till.seal(newParty()).bytes;
    await expectRefused(other.office.data, () => other.till.post(message), [403, 'wrongCompany']);
  });

  it('somebody who says to be another', async () => {
    const { office, till } = await setUp();
    const forger = createComputer(office.address, till.membership, createIdentityKeys());
    await expectRefused(office.data, () => forger.post(forger.seal(newParty()).bytes), [400, 'tampered']);
  });

  it('a message in which one bit is another, wherever it is', async () => {
    const { office, till } = await setUp();
    const before = contentsOf(office.data);
    const { bytes } = till.seal(newParty());
    for (let at = 0; at < bytes.length; at += 17) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect((await till.post(changed)).status).toBeGreaterThanOrEqual(400);
      const [frame = Buffer.alloc(0)] = cutFrames(bytes, frameBytes);
      frame[at] = (frame[at] ?? 0) ^ 1;
      expect((await postFrame(office.address, frame)).status).toBeGreaterThanOrEqual(400);
    }
    expect(contentsOf(office.data)).toBe(before);
  });

  it('the same message again', async () => {
    const { office, till } = await setUp();
    const { bytes } = till.seal(ask);
    expect((await till.post(bytes)).status).toBe(200);
    await expectRefused(office.data, () => till.post(bytes), [409, 'replayed']);
  });

  it('what head office was asked to do again, even after it was started anew', async () => {
    const { office, head } = await setUp();
    const { bytes } = head.seal({ kind: 'office.invite', branchId: null, name: 'Second', brings: 'nothing', validHours: 1 });
    expect((await head.post(bytes)).status).toBe(200);
    await office.close();
    const again = await startTestOffice({ dataDirectory: office.data });
    const [frame = Buffer.alloc(0)] = cutFrames(bytes, frameBytes);
    await expectRefused(office.data, () => postFrame(again.address, frame), [409, 'replayed']);
  });

  it('a branch that asks for what only head office may', async () => {
    const { office, till } = await setUp();
    const { bytes } = till.seal({ kind: 'office.overview', lateAfterDays: 1 });
    await expectRefused(office.data, () => till.post(bytes), [403, 'notForYou']);
  });

  it('a body that is too long, before it has come', async () => {
    const { office } = await setUp();
    const long = Buffer.alloc(frameBytes * 2);
    await expectRefused(office.data, () => postFrame(office.address, long), [413, 'tooLarge']);
    const said = await speak(office.address, (socket) => socket.write(headOf('content-length: 999999999')));
    expect(said).toMatch(/^HTTP\/1.1 413 [\s\S]*"tooLarge"/);
  });

  it('a body of unknown length that doesn’t end', async () => {
    const { office } = await setUp();
    const chunk = Buffer.concat([Buffer.from('10000\r\n'), Buffer.alloc(0x10000), Buffer.from('\r\n')]);
    const said = await speak(office.address, (socket) => {
      socket.write(headOf('transfer-encoding: chunked'));
      for (let count = 0; count < 20; count += 1) socket.write(chunk);
    });
    expect(said).toMatch(/^HTTP\/1.1 413 [\s\S]*"tooLarge"/);
  });

  it('a message of more frames than a message may have', async () => {
    const { office, till } = await setUp();
    const [first = Buffer.alloc(0)] = cutFrames(
      Buffer.concat([till.seal(ask).bytes, Buffer.alloc(40 * 1024 * 1024)]),
      frameBytes,
    );
    await expectRefused(office.data, () => postFrame(office.address, first), [413, 'tooLarge']);
  });

  it('what isn’t JSON, and what isn’t a question', async () => {
    const { office, till } = await setUp();
    await expectRefused(office.data, () => till.post(till.seal(Buffer.from('{"kind":')).bytes), [400, 'malformed']);
    await expectRefused(office.data, () => till.post(till.seal([1, 2, 3]).bytes), [400, 'malformed']);
    await expectRefused(office.data, () => till.post(till.seal({ kind: 'sync', protocol: 'x' }).bytes), [400, 'malformed']);
    await expectRefused(office.data, () => till.post(till.seal({ kind: 'tea' }).bytes), [404, 'unknownRequest']);
    await expectRefused(office.data, () => till.post(Buffer.from('hello')), [400, 'malformed']);
    await expectRefused(office.data, () => postFrame(office.address, Buffer.from('hello')), [400, 'malformed']);
  });

  it('what hides gigabytes in a few bytes', async () => {
    const { office, till } = await setUp();
    const { bytes: bomb } = till.seal(Buffer.alloc(100 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(20_000);
    await expectRefused(office.data, () => till.post(bomb), [413, 'tooLarge']);
  });

  it('who sends so slowly that others would have to wait', async () => {
    const office = await startTestOffice({ limits: { headTime: 300, requestTime: 600 } });
    const slowHead = speak(office.address, (socket) => drip(socket, headOf('content-length: 5')));
    const slowBody = speak(office.address, (socket) => {
      socket.write(headOf('content-length: 500'));
      drip(socket, 'x'.repeat(500));
    });
    expect(await slowHead).toMatch(/^HTTP\/1.1 408 [\s\S]*"tooSlow"/);
    expect(await slowBody).toMatch(/^HTTP\/1.1 408 [\s\S]*"tooSlow"/);
  });

  it('what isn’t HTTP', async () => {
    const office = await startTestOffice();
    expect(await speak(office.address, (socket) => socket.write('\u0016\u0003\u0001 nonsense\r\n\r\n'))).toMatch(
      /^HTTP\/1.1 400 [\s\S]*"malformed"/,
    );
    const longHead = `GET / HTTP/1.1\r\nhost: x\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`;
    expect(await speak(office.address, (socket) => socket.write(longHead))).toMatch(/^HTTP\/1.1 413 /);
  });

  it('who asks too often, by address and by computer', async () => {
    const perAddress = await startTestOffice({ limits: { perAddress: { burst: 3, perSecond: 0.01 } } });
    const statuses = [];
    for (let count = 0; count < 4; count += 1) statuses.push((await fetch(`${perAddress.address}/sync/v1/message`)).status);
    expect(statuses).toEqual([404, 404, 404, 429]);
    const perDevice = await startTestOffice({ limits: { perDevice: { burst: 2, perSecond: 0.01 } } });
    const head = await foundOffice(perDevice);
    expect([await head.ask(ask), await head.ask(ask), await head.ask(ask)]).toMatchObject([
      { type: 'answer' },
      { type: 'answer' },
      { type: 'fault', code: 'tooMany', status: 429 },
    ]);
  });

  it('more messages in pieces at once than it can hold', async () => {
    const office = await startTestOffice({ limits: { collecting: 2 } });
    const head = await foundOffice(office);
    const firstOf = () =>
      cutFrames(Buffer.concat([head.seal(ask).bytes, Buffer.alloc(frameBytes)]), frameBytes)[0] ?? Buffer.alloc(0);
    const statuses = [];
    for (let count = 0; count < 3; count += 1) statuses.push((await postFrame(office.address, firstOf())).status);
    expect(statuses).toEqual([202, 202, 503]);
  });
});

function headOf(header: string): string {
  return `POST /sync/v1/message HTTP/1.1\r\nhost: office\r\n${header}\r\n\r\n`;
}

function drip(socket: Socket, text: string) {
  let at = 0;
  const timer = setInterval(() => {
    if (socket.destroyed || at >= text.length) clearInterval(timer);
    else socket.write(text[at++] ?? '');
  }, 50);
}

/** Speaks plain bytes to head office. @returns all that it says until it hangs up, or answers */
function speak(address: string, say: (socket: Socket) => void): Promise<string> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let heard = '';
    socket.on('data', (part) => {
      heard += part.toString();
      if (heard.includes('}')) {
        socket.destroy();
        resolve(heard);
      }
    });
    socket.on('error', () => resolve(heard));
    socket.on('close', () => resolve(heard));
    say(socket);
  });
}
