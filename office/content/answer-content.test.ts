import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ContentRequest, ContentResponse } from '#shared/sync/content-protocol.ts';
import { contentPieceBytes } from '#shared/sync/content-protocol.ts';
import { foundOffice, joinBranch, startTestOffice } from '#test/factories/start-test-office.ts';
import type { Computer } from '#test/factories/start-test-office.ts';
import { storeKinds } from '#test/factories/open-test-office.ts';
import type { StoreKind } from '#test/factories/open-test-office.ts';
import { makePostgresDatabase } from '#test/factories/test-postgres.ts';
import { sha256Hex } from '#wire/hash.ts';

async function ask<Kind extends ContentRequest['kind']>(computer: Computer, request: Extract<ContentRequest, { kind: Kind }>) {
  const said = await computer.ask(request);
  if (said.type === 'fault') throw new Error(said.code);
  return said.body as Extract<ContentResponse, { kind: Kind }>;
}

async function put(
  computer: Computer,
  { bytes, offset, hash }: { readonly bytes: Buffer; readonly offset: number; readonly hash?: string },
) {
  const piece = bytes.subarray(offset, offset + contentPieceBytes).toString('base64');
  return ask(computer, { kind: 'content.put', hash: hash ?? sha256Hex(bytes), offset, total: bytes.length, bytes: piece });
}

async function setUp(kind: StoreKind) {
  const office = await startTestOffice(kind === 'SQLite' ? {} : { database: await makePostgresDatabase() });
  const head = await foundOffice(office);
  const [north, south] = [await joinBranch(office.address, head, 'north'), await joinBranch(office.address, head, 'south')];
  const file = (hash: string, id: string) =>
    north.send(
      { type: 'party', id: `party-${id}`, fields: { name: 'Rosa', branchId: 'north' } },
      { type: 'deal', id: `deal-${id}`, fields: { title: 'Windows', branchId: 'north', partyId: `party-${id}` } },
      { type: 'file', id, fields: { name: 'plan.pdf', hash, dealId: `deal-${id}` } },
    );
  return { head, north, south, file };
}

describe.each(storeKinds)('files at head office on %s', (kind) => {
  it('come in pieces, go on where they broke off, and count when they are whole', async () => {
    const { head, north, file } = await setUp(kind);
    const bytes = randomBytes(contentPieceBytes * 2 + 1000);
    const hash = sha256Hex(bytes);
    await file(hash, 'f1');
    expect(await ask(north, { kind: 'content.missing', hashes: [hash] })).toMatchObject({
      missing: [{ hash, received: 0 }],
      unnamed: [],
    });
    expect(await put(north, { bytes, offset: 0 })).toMatchObject({
      outcome: 'taken',
      received: contentPieceBytes,
      isComplete: false,
    });
    expect(await put(north, { bytes, offset: contentPieceBytes * 2 })).toMatchObject({
      outcome: 'gap',
      received: contentPieceBytes,
    });
    expect(await ask(north, { kind: 'content.get', hash, offset: 0, length: 10 })).toMatchObject({ piece: null });
    expect(await ask(north, { kind: 'content.missing', hashes: [hash] })).toMatchObject({
      missing: [{ hash, received: contentPieceBytes }],
    });
    await put(north, { bytes, offset: contentPieceBytes });
    expect(await put(north, { bytes, offset: contentPieceBytes * 2 })).toMatchObject({
      outcome: 'taken',
      received: bytes.length,
      isComplete: true,
    });
    expect(await ask(north, { kind: 'content.missing', hashes: [hash] })).toMatchObject({ missing: [] });
    const { piece } = await ask(head, { kind: 'content.get', hash, offset: contentPieceBytes - 5, length: 1000 });
    expect(piece?.total).toBe(bytes.length);
    expect(Buffer.from(piece?.bytes ?? '', 'base64').equals(bytes.subarray(contentPieceBytes - 5, contentPieceBytes + 995))).toBe(
      true,
    );
  });

  it('are thrown away when they aren’t what their name says', async () => {
    const { north, file } = await setUp(kind);
    const hash = sha256Hex(Buffer.from('what was meant'));
    await file(hash, 'f1');
    expect(await put(north, { bytes: Buffer.from('something else'), offset: 0, hash })).toMatchObject({
      outcome: 'corrupt',
      received: 0,
    });
    expect(await ask(north, { kind: 'content.missing', hashes: [hash] })).toMatchObject({ missing: [{ hash, received: 0 }] });
    expect(await put(north, { bytes: Buffer.from('what was meant'), offset: 0 })).toMatchObject({ isComplete: true });
  });

  it('are neither taken from nor given to a branch that has no record that names them', async () => {
    const { north, south, head, file } = await setUp(kind);
    const bytes = Buffer.from('a plan of somebody’s house');
    const hash = sha256Hex(bytes);
    expect(await put(north, { bytes, offset: 0 })).toMatchObject({ outcome: 'unnamed' });
    await file(hash, 'f1');
    expect(await put(south, { bytes, offset: 0 })).toMatchObject({ outcome: 'unnamed' });
    await put(north, { bytes, offset: 0 });
    expect(await ask(south, { kind: 'content.get', hash, offset: 0, length: 100 })).toMatchObject({ piece: null });
    expect(await ask(south, { kind: 'content.missing', hashes: [hash] })).toMatchObject({ missing: [], unnamed: [hash] });
    expect((await ask(head, { kind: 'content.get', hash, offset: 0, length: 100 })).piece).not.toBeNull();
  });

  it('may be empty', async () => {
    const { north, file } = await setUp(kind);
    const bytes = Buffer.alloc(0);
    await file(sha256Hex(bytes), 'f1');
    expect(await put(north, { bytes, offset: 0 })).toMatchObject({ outcome: 'taken', isComplete: true });
    const got = await ask(north, { kind: 'content.get', hash: sha256Hex(bytes), offset: 0, length: 1 });
    expect(got.piece).toEqual({ total: 0, bytes: '' });
  });
});
