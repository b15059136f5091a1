import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { foundOffice, joinBranch, postFrame, startTestOffice } from '#test/factories/start-test-office.ts';
import { cutFrames } from '#wire/frames.ts';
import { openAnswer } from '#wire/seal.ts';

describe('messages in pieces', () => {
  it('are answered when all pieces have come, in any order after the first, some of them twice', async () => {
    const office = await startTestOffice();
    const head = await foundOffice(office);
    const { bytes, answerKey } = head.seal({ kind: 'compare', ask: 'buckets' });
    const frames = cutFrames(bytes, 160);
    const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = frames;
    const others = frames.slice(1);
    // Nothing is kept for somebody who doesn't say who he is.
    expect(await (await postFrame(office.address, second)).json()).toEqual({ missing: frames.map((_, index) => index) });
    expect(await (await postFrame(office.address, first)).json()).toEqual({ missing: others.map((_, index) => index + 1) });
    expect(await (await postFrame(office.address, first)).json()).toEqual({ missing: others.map((_, index) => index + 1) });
    const responses = [];
    for (const frame of others.toReversed()) responses.push(await postFrame(office.address, frame));
    expect(responses.map(({ status }) => status)).toEqual([...others.slice(1).map(() => 202), 200]);
    const answer = Buffer.from((await responses.at(-1)?.arrayBuffer()) ?? new ArrayBuffer(0));
    expect(openAnswer(answerKey, answer.subarray(43))).toMatchObject({
      type: 'opened',
      body: { kind: 'compare', ask: 'buckets' },
    });
  });

  it('carry answers that are larger than a piece', async () => {
    const office = await startTestOffice();
    const head = await foundOffice(office);
    const till = await joinBranch(office.address, head, 'b1');
    const note = randomBytes(900_000).toString('hex');
    await till.send({ type: 'party', id: 'p1', fields: { name: 'Rosa', note, branchId: 'b1' } });
    const { page } = await head.send();
    expect(JSON.stringify(page)).toContain(note);
    const unknown = await fetch(`${office.address}/sync/v1/answer/${'0'.repeat(64)}/1`);
    expect(unknown.status).toBe(404);
  });
});
