import { hkdfSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compress } from '#wire/compress.ts';
import { parseHeader, writeHeader } from '#wire/envelope.ts';
import { createIdentityKeys, privateKey, publicKeysOf } from '#wire/keys.ts';
import { openAnswer, openRequest, readHeader, sealAnswer, sealRequest } from '#wire/seal.ts';
import type { RequestToSeal } from '#wire/seal.ts';

const company = '01a20247-7412-7578-8689-e57a253583ae';
const branch = { id: '01a20247-7412-7578-8689-ef2620a83bcc', keys: createIdentityKeys() };
const office = { id: 'office', keys: createIdentityKeys() };
const incarnation = '01a20247-7412-7578-8689-f00020a83bcc';
const body = { kind: 'sync', note: 'Ωμέγα, ñandú, 🙂, \ud800', amounts: [1, null, 9007199254740991] };

function seal(changes: Partial<RequestToSeal> = {}) {
  const to = { id: office.id, keys: publicKeysOf(office.keys) };
  return sealRequest({ company, from: branch, to, incarnation, body, ...changes });
}

function open(bytes: Uint8Array, changes: Partial<Parameters<typeof openRequest>[1]> = {}) {
  return openRequest(bytes, { company, to: office, senderKeys: publicKeysOf(branch.keys), ...changes });
}

/** Each byte of the first few hundred, then samples: flipped. */
function* flipped(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += at < 400 ? 1 : 37) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
    yield changed;
  }
}

describe('a sealed request', () => {
  it('opens for its receiver as it was, and says who it is from', () => {
    const { bytes } = seal();
    const header = { kind: 'request', company, from: branch.id, to: office.id, incarnation };
    expect(readHeader(bytes)).toEqual(header);
    expect(open(bytes)).toMatchObject({ type: 'opened', header, body: JSON.parse(JSON.stringify(body)) });
  });

  it('carries bytes as bytes, and says of what kind it is', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4000 }), (content) => {
        const opened = open(seal({ body: content, kind: 'content' }).bytes);
        expect(opened).toMatchObject({ type: 'opened', header: { kind: 'content' } });
        expect(opened.type === 'opened' && Buffer.from(content).equals(opened.body as Buffer)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('carries anything that JSON can say', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }), (value, id) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        const opened = open(seal({ body: value, incarnation: id }).bytes);
        expect(opened).toMatchObject({ type: 'opened', header: { incarnation: id } });
        expect(opened.type === 'opened' && opened.body).toEqual(plain);
      }),
      { numRuns: 50 },
    );
  });

  it('says nothing of its body to anybody else, and is another one every time', () => {
    const [one, other] = [seal({ body: 'a secret that is said' }), seal({ body: 'a secret that is said' })];
    expect(one.bytes.includes('secret')).toBe(false);
    expect(one.bytes.equals(other.bytes)).toBe(false);
    expect(one.answerKey.equals(other.answerKey)).toBe(false);
  });

  it('is the same each time it is opened', () => {
    const { bytes } = seal();
    expect(open(bytes)).toEqual(open(Buffer.from(bytes)));
  });

  it('is refused when any byte of it was changed', () => {
    const { bytes } = seal();
    for (const changed of flipped(bytes)) expect(open(changed).type).toBe('fault');
  });

  it('is refused when it ends too early or goes on too long', () => {
    const { bytes } = seal({ body: Buffer.from(hkdfSync('sha256', 'noise', '', '', 5000)) });
    for (let length = 0; length < bytes.length; length += 100) expect(open(bytes.subarray(0, length)).type).toBe('fault');
    expect(open(bytes.subarray(0, 80))).toEqual({ type: 'fault', code: 'malformed' });
    expect(open(Buffer.concat([bytes, Buffer.of(0)]))).toEqual({ type: 'fault', code: 'tampered' });
  });

  it('is refused by another receiver, another company and one who has other keys', () => {
    const { bytes } = seal();
    expect(open(bytes, { to: { ...office, id: 'other' } })).toEqual({ type: 'fault', code: 'notForYou' });
    expect(open(bytes, { to: { ...office, keys: createIdentityKeys() } })).toEqual({ type: 'fault', code: 'notForYou' });
    expect(open(bytes, { company: 'other' })).toEqual({ type: 'fault', code: 'wrongCompany' });
  });

  it('is refused when somebody else signed it', () => {
    const { bytes } = seal({ from: { ...branch, keys: createIdentityKeys() } });
    expect(open(bytes)).toEqual({ type: 'fault', code: 'tampered' });
  });

  it("can't be passed off as one's own by signing it anew", () => {
    const thief = { id: '01a20247-7412-7578-8689-000000000001', keys: createIdentityKeys() };
    const { bytes } = seal();
    // The thief's name in front of what the branch encrypted, signed by the thief.
    const read = parseHeader(bytes);
    if (read === null) throw new Error('sealed above');
    const mixed = Buffer.concat([
      writeHeader({ ...read.header, from: thief.id }, read.ephemeral),
      bytes.subarray(read.length, -64),
    ]);
    const signed = Buffer.concat([mixed, sign(null, mixed, privateKey('Ed25519', thief.keys.signing))]);
    expect(open(signed, { senderKeys: publicKeysOf(thief.keys) })).toEqual({ type: 'fault', code: 'notForYou' });
    expect(open(bytes).type).toBe('opened');
  });

  it('is refused when it becomes too large', () => {
    const { bytes } = seal({ body: Buffer.alloc(2_000_000) });
    expect(bytes.length).toBeLessThan(1000);
    expect(open(bytes, { maxBytes: 1_000_000 })).toEqual({ type: 'fault', code: 'tooLarge' });
  });

  it('is told from any other bytes without throwing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (bytes, isBegun) => {
        const message = isBegun ? Buffer.concat([Buffer.of(0x43, 0x57, 1, 0), bytes]) : bytes;
        expect(open(message).type).toBe('fault');
        expect(openAnswer(Buffer.alloc(32), isBegun ? Buffer.concat([Buffer.of(0x43, 0x41, 1), bytes]) : bytes).type).toBe(
          'fault',
        );
      }),
    );
  });
});

describe('a sealed answer', () => {
  const { bytes, answerKey } = seal();
  const opened = open(bytes);
  const hubKey = opened.type === 'opened' ? opened.answerKey : Buffer.alloc(32);

  it('opens for whoever asked', () => {
    expect(openAnswer(answerKey, sealAnswer(hubKey, body))).toEqual({ type: 'opened', body: JSON.parse(JSON.stringify(body)) });
  });

  it('is another one every time, though the key is the same', () => {
    expect(sealAnswer(hubKey, body).equals(sealAnswer(hubKey, body))).toBe(false);
  });

  it('opens for no other request', () => {
    expect(openAnswer(seal().answerKey, sealAnswer(hubKey, body))).toEqual({ type: 'fault', code: 'tampered' });
  });

  it('is refused when any byte was changed or it ends too early', () => {
    const answer = sealAnswer(hubKey, Buffer.from(hkdfSync('sha256', 'noise', '', '', 3000)));
    for (const changed of flipped(answer)) expect(openAnswer(answerKey, changed).type).toBe('fault');
    for (let length = 0; length < answer.length; length += 100)
      expect(openAnswer(answerKey, answer.subarray(0, length)).type).toBe('fault');
  });
});

describe('a sync that has nothing to do', () => {
  it('takes at most 500 bytes there and back', () => {
    const hash = 'c0ffee5ca1ab1e0ddba11deadbeef00d1badb002feedfacecafef00d8badf00d';
    const epoch = '01a20247-7e00-7578-8689-ef2620a83b0c';
    const at = 1_795_313_467_631;
    const acknowledged = { counter: 48_213, hash };
    const [cursor, batch, waiting, records] = [1_234_567, null, 0, 2000];
    const request = {
      kind: 'sync',
      protocol: 1,
      schema: 130,
      program: '0.1.0',
      at,
      epoch,
      cursor,
      acknowledged,
      batch,
      waiting,
      records,
    };
    const page = { from: cursor, next: cursor, head: cursor, changes: [], leaves: [] };
    const digest = { high: 3_735_928_559, low: 2_882_400_001 };
    const asked = seal({ body: request, to: { id: company, keys: publicKeysOf(office.keys) } });
    const answered = sealAnswer(asked.answerKey, { kind: 'sync', at: at + 83, epoch, push: null, page, digest });
    expect(asked.bytes.length + answered.length).toBeLessThanOrEqual(410);
    expect(compress(Buffer.from(JSON.stringify(request))).length).toBeLessThan(115);
  });
});
