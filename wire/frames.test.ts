import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFrameCollector, cutFrames, frameHeaderBytes, readFrame } from '#wire/frames.ts';
import { sha256Hex } from '#wire/hash.ts';

const megabyte = 1024 * 1024;
const message = randomBytes(1000);
const frames = cutFrames(message, frameHeaderBytes + 300);
const collector = () => createFrameCollector({ maxBytes: megabyte });

describe('frames', () => {
  it('are as long as allowed, and say what they are of', () => {
    expect(frames.map(({ length }) => length - frameHeaderBytes)).toEqual([300, 300, 300, 100]);
    const piece = message.subarray(300, 600);
    expect(readFrame(frames[1] ?? Buffer.alloc(0))).toEqual({ hash: sha256Hex(message), index: 1, count: 4, piece });
    expect(cutFrames(Buffer.alloc(0), 100)).toHaveLength(1);
  });

  it('make the message again in any order, doubled or not', () => {
    const input = fc.tuple(fc.uint8Array({ maxLength: 600 }), fc.integer({ min: 1, max: 90 }));
    const order = input.chain(([bytes, room]) => {
      const cut = cutFrames(bytes, frameHeaderBytes + room);
      const doubled = [...cut, ...cut];
      return fc.tuple(fc.constant(bytes), fc.shuffledSubarray(doubled, { minLength: doubled.length }));
    });
    fc.assert(
      fc.property(order, ([bytes, doubled]) => {
        const { add } = collector();
        const outcomes = doubled.map((frame) => add(frame));
        const complete = outcomes.flatMap((outcome) => (outcome.type === 'complete' ? [outcome.message] : []));
        expect(complete).toEqual([Buffer.from(bytes)]);
        expect(outcomes.filter(({ type }) => type === 'fault')).toEqual([]);
      }),
    );
  });

  it('tell which are missing', () => {
    const { add } = collector();
    const [first, , third] = frames;
    const hash = sha256Hex(message);
    expect(third && add(third)).toEqual({ type: 'waiting', hash, missing: [0, 1, 3] });
    expect(first && add(first)).toEqual({ type: 'waiting', hash, missing: [1, 3] });
    expect(first && add(first)).toEqual({ type: 'waiting', hash, missing: [1, 3] });
  });

  it('of several messages may come mixed', () => {
    const other = cutFrames(randomBytes(900), frameHeaderBytes + 300);
    const { add } = collector();
    const outcomes = other.flatMap((frame, index) => [add(frame), add(frames[index] ?? frame)]);
    expect(outcomes.filter(({ type }) => type === 'complete')).toHaveLength(1);
    const last = frames[3];
    expect(last && add(last).type).toBe('complete');
  });

  it('are refused when a byte of them was changed or they end too early; whole ones are taken afterwards', () => {
    const { add } = collector();
    const broken = Buffer.from(frames[2] ?? []);
    broken[frameHeaderBytes + 7] = (broken[frameHeaderBytes + 7] ?? 0) ^ 1;
    const outcomes = [frames[0], frames[1], broken, frames[3]].map((frame) => frame && add(frame));
    expect(outcomes.at(-1)).toEqual({ type: 'fault', code: 'tampered' });
    expect(frames.map((frame) => add(frame).type)).toEqual(['waiting', 'waiting', 'waiting', 'complete']);
    const [frame = Buffer.alloc(0)] = frames;
    for (let length = 0; length <= frameHeaderBytes; length += 1)
      expect(add(frame.subarray(0, length))).toEqual({ type: 'fault', code: 'malformed' });
  });

  it('take no more memory than allowed: a long message is refused, an old one gives way', () => {
    const { add } = createFrameCollector({ maxBytes: 10_000 });
    const long = cutFrames(randomBytes(20_000), frameHeaderBytes + 1000);
    expect(long.map((frame) => add(frame))).toContainEqual({ type: 'fault', code: 'tooLarge' });
    const old = cutFrames(randomBytes(4000), frameHeaderBytes + 1000);
    const fresh = cutFrames(randomBytes(7000), frameHeaderBytes + 1000);
    for (const frame of old.slice(1)) add(frame);
    expect(fresh.map((frame) => add(frame).type).at(-1)).toBe('complete');
    expect(old[0] && add(old[0])).toMatchObject({ type: 'waiting', missing: [1, 2, 3] });
  });

  it('are told from any other bytes without throwing', () => {
    const { add } = collector();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        for (const frame of [bytes, Buffer.concat([Buffer.of(0x43, 0x46, 1), bytes])])
          expect(['waiting', 'fault']).toContain(add(frame).type);
      }),
    );
  });
});
