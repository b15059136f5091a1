import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { systemActor } from '#core/people/allow.ts';
import { newId } from '#core/records/new-id.ts';
import { recordTypeNamed } from '#core/records/record-type.ts';
import { createRecord } from '#core/records/write.ts';
import { fileRecord } from '#core/file/file.ts';
import { exchangeContent } from '#core/sync/content.ts';
import type { ContentOptions } from '#core/sync/content.ts';
import { writeSyncState } from '#core/sync/sync-state.ts';
import { contentPieceBytes, contentRequestSchema } from '#shared/sync/content-protocol.ts';
import type { ContentRequest, ContentResponse } from '#shared/sync/content-protocol.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';
import type { TestCore } from '#test/factories/open-test-core.ts';

/** Head office as far as files go. */
function openOffice() {
  const whole = new Map<string, Buffer>();
  const partial = new Map<string, Buffer>();
  const asked: ContentRequest[] = [];
  const unnamed = new Set<string>();
  const put = ({ hash, offset, total, bytes }: Extract<ContentRequest, { kind: 'content.put' }>) => {
    const had = partial.get(hash) ?? Buffer.alloc(0);
    const answer = (outcome: 'taken' | 'gap' | 'corrupt' | 'unnamed', received: number, isComplete = false) =>
      ({ kind: 'content.put', outcome, received, isComplete }) as const;
    if (unnamed.has(hash)) return answer('unnamed', 0);
    if (offset !== had.length) return answer('gap', had.length);
    const now = Buffer.concat([had, Buffer.from(bytes, 'base64')]);
    partial.set(hash, now);
    if (now.length < total) return answer('taken', now.length);
    partial.delete(hash);
    if (hashOf(now) !== hash) return answer('corrupt', 0);
    whole.set(hash, now);
    return answer('taken', now.length, true);
  };
  async function ask(request: ContentRequest): Promise<ContentResponse> {
    asked.push(contentRequestSchema.parse(request));
    if (request.kind === 'content.put') return put(request);
    if (request.kind === 'content.get') {
      const bytes = whole.get(request.hash);
      const part = bytes?.subarray(request.offset, request.offset + request.length);
      return { kind: 'content.get', piece: bytes && part ? { total: bytes.length, bytes: part.toString('base64') } : null };
    }
    const missing = request.hashes
      .filter((hash) => !whole.has(hash) && !unnamed.has(hash))
      .map((hash) => ({ hash, received: partial.get(hash)?.length ?? 0 }));
    return { kind: 'content.missing', missing, unnamed: request.hashes.filter((hash) => unnamed.has(hash)) };
  }
  const bytesPut = () =>
    asked.reduce((sum, one) => sum + (one.kind === 'content.put' ? Buffer.from(one.bytes, 'base64').length : 0), 0);
  return { whole, partial, asked, unnamed, ask, bytesPut };
}

type Office = ReturnType<typeof openOffice>;

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Bytes like no others of the same number. */
function bytesLike(seed: string, length: number): Buffer {
  return Buffer.alloc(length, createHash('sha512').update(seed).digest());
}

async function openBranch(): Promise<TestCore & { readonly partyId: string }> {
  const branch = await openTestCore();
  await branch.core.store.keep((tx) => writeSyncState(tx, 'cursor', { epoch: 'first', position: 0 }));
  const { id } = await branch.client.contact.create({ givenName: 'Ana' });
  return { ...branch, partyId: id };
}

type Branch = Awaited<ReturnType<typeof openBranch>>;

function exchange({ core: { store, files } }: Branch, { ask }: Pick<Office, 'ask'>, more: Partial<ContentOptions> = {}) {
  return exchangeContent({ store, files, ask, ...more });
}

function attach({ client, partyId }: Branch, content: Buffer, name = 'plan.bin') {
  return client.file.attach({ id: partyId, file: new File([new Uint8Array(content)], name) });
}

/** A record that names content without having it, as it comes from elsewhere. */
async function name({ core, partyId }: Branch, content: Buffer): Promise<string> {
  const { result } = await core.store.perform({ actor: systemActor, kind: 'file', subject: '' }, (act) =>
    createRecord(act, fileRecord, {
      id: newId(),
      partyId,
      dealId: null,
      activityId: null,
      name: 'from.bin',
      mediaType: '',
      size: content.length,
      hash: hashOf(content),
      createdAt: 1,
    }),
  );
  return result.id;
}

const small = bytesLike('small', 1000);
const medium = bytesLike('medium', contentPieceBytes + 7);
const large = bytesLike('large', 3 * contentPieceBytes);

describe('sending files to head office', () => {
  it('sends what it lacks, smallest first, and asks nothing when all is there', async () => {
    const [branch, office] = [await openBranch(), openOffice()];
    for (const content of [large, small, medium, Buffer.alloc(0)]) await attach(branch, content);
    expect(await exchange(branch, office)).toMatchObject({ type: 'done', sent: 4, received: 0, failed: [] });
    expect([...office.whole.values()].map(({ length }) => length)).toEqual([0, small.length, medium.length, large.length]);
    expect([...office.whole].every(([hash, bytes]) => hashOf(bytes) === hash)).toBe(true);

    office.asked.length = 0;
    expect(await exchange(branch, office)).toMatchObject({ type: 'done', sent: 0 });
    expect(office.asked).toEqual([]);
  });

  it('goes on after a break where head office is, and sends nothing twice', async () => {
    const [branch, office] = [await openBranch(), openOffice()];
    await attach(branch, large);
    let pieces = 0;
    const breaking = async (request: ContentRequest) => {
      if (request.kind === 'content.put' && (pieces += 1) > 2) throw new Error('the network is gone');
      return office.ask(request);
    };
    await expect(exchange(branch, { ask: breaking })).rejects.toThrow('the network is gone');
    expect(office.partial.get(hashOf(large))).toHaveLength(2 * contentPieceBytes);
    expect(await exchange(branch, office)).toMatchObject({ sent: 1, failed: [] });
    expect(office.bytesPut()).toBe(large.length);
  });

  it('begins anew where what head office had was damaged', async () => {
    const [branch, office] = [await openBranch(), openOffice()];
    await attach(branch, large);
    office.partial.set(hashOf(large), Buffer.alloc(contentPieceBytes));
    expect(await exchange(branch, office)).toMatchObject({ sent: 1, failed: [] });
    expect(office.whole.get(hashOf(large))?.equals(large)).toBe(true);
  });

  it('sends the others where one is damaged, and none of that one', async () => {
    const [branch, office] = [await openBranch(), openOffice()];
    for (const content of [small, medium, large]) await attach(branch, content);
    writeFileSync(branch.core.files.pathOf(hashOf(medium)), 'damaged');
    expect(await exchange(branch, office)).toMatchObject({ type: 'done', sent: 2, failed: [hashOf(medium)] });
    expect([...office.whole.keys()]).toEqual([hashOf(small), hashOf(large)]);
    expect(office.bytesPut()).toBe(small.length + large.length);
  });

  it('sends later what no record at head office names yet', async () => {
    const [branch, office] = [await openBranch(), openOffice()];
    await attach(branch, small);
    office.unnamed.add(hashOf(small));
    expect(await exchange(branch, office)).toMatchObject({ sent: 0, failed: [] });
    office.unnamed.clear();
    expect(await exchange(branch, office)).toMatchObject({ sent: 1 });
  });

  it('sends everything again to a head office that lost it', async () => {
    const [branch, office] = [await openBranch(), openOffice()];
    await attach(branch, small);
    await exchange(branch, office);
    await branch.core.store.keep((tx) => writeSyncState(tx, 'cursor', { epoch: 'second', position: 0 }));
    const restored = openOffice();
    expect(await exchange(branch, restored)).toMatchObject({ sent: 1 });
  });

  it('ends where head office refuses, saying why', async () => {
    const branch = await openBranch();
    await attach(branch, small);
    const ask = () => Promise.resolve({ kind: 'fault', code: 'revoked' } as const);
    expect(await exchangeContent({ ...branch.core, ask })).toMatchObject({ type: 'fault', code: 'revoked' });
  });
});

describe('fetching files from head office', () => {
  it('shows which are on their way, and refuses to give one before it is here', async () => {
    const [branch, office] = [await openBranch(), openOffice()];
    const id = await name(branch, large);
    expect(await branch.client.file.ofParty({ id: branch.partyId })).toMatchObject([{ id, isHere: false }]);
    await expect(branch.client.file.download({ id })).rejects.toMatchObject({ code: 'NOT_HERE_YET', status: 409 });

    expect(await exchange(branch, office)).toMatchObject({ type: 'done', received: 0, absent: 1, failed: [] });
    office.whole.set(hashOf(large), large);
    const saved: string[] = [];
    branch.core.store.onSaved(({ recordTypes }) => saved.push(...recordTypes));
    expect(await exchange(branch, office)).toMatchObject({ type: 'done', received: 1, absent: 0 });
    expect(saved).toContain('file');
    expect(await branch.client.file.ofParty({ id: branch.partyId })).toMatchObject([{ id, isHere: true }]);
    const file = await branch.client.file.download({ id });
    expect(Buffer.from(await file.arrayBuffer()).equals(large)).toBe(true);
  });

  it('goes on after a break where it was, smallest first', async () => {
    const [branch, office] = [await openBranch(), openOffice()];
    for (const content of [large, small]) {
      await name(branch, content);
      office.whole.set(hashOf(content), content);
    }
    let pieces = 0;
    const breaking = async (request: ContentRequest) => {
      if (request.kind === 'content.get' && (pieces += 1) > 2) throw new Error('the network is gone');
      return office.ask(request);
    };
    await expect(exchange(branch, { ask: breaking })).rejects.toThrow('the network is gone');
    expect(await branch.core.files.has(hashOf(small))).toBe(true);
    expect(statSync(`${branch.core.files.pathOf(hashOf(large))}.part`).size).toBe(contentPieceBytes);
    office.asked.length = 0;
    expect(await exchange(branch, office)).toMatchObject({ received: 1 });
    const offsets = office.asked.flatMap((one) => (one.kind === 'content.get' ? [one.offset] : []));
    expect(offsets).toEqual([contentPieceBytes, 2 * contentPieceBytes]);
    expect(readFileSync(branch.core.files.pathOf(hashOf(large))).equals(large)).toBe(true);
    office.asked.length = 0;
    await exchange(branch, office);
    expect(office.asked).toEqual([]);
  });

  it('counts nothing that isn’t what its name says, and fetches the others and that one anew', async () => {
    const [branch, office] = [await openBranch(), openOffice()];
    for (const content of [small, medium]) await name(branch, content);
    office.whole.set(hashOf(small), bytesLike('other', small.length));
    office.whole.set(hashOf(medium), medium);
    expect(await exchange(branch, office)).toMatchObject({ received: 1, failed: [hashOf(small)] });
    expect(await branch.core.files.has(hashOf(small))).toBe(false);
    office.whole.set(hashOf(small), small);
    expect(await exchange(branch, office)).toMatchObject({ received: 1, failed: [] });
  });

  it('stops when told to, and throws away what is wanted no more', async () => {
    const [branch, office] = [await openBranch(), openOffice()];
    const id = await name(branch, large);
    office.whole.set(hashOf(large), large);
    const controller = new AbortController();
    const onProgress = () => controller.abort();
    expect(await exchange(branch, office, { signal: controller.signal, onProgress })).toMatchObject({
      type: 'stopped',
      received: 0,
    });
    const part = `${branch.core.files.pathOf(hashOf(large))}.part`;
    expect(existsSync(part)).toBe(true);
    await branch.client.file.delete({ id });
    await exchange(branch, office);
    expect(existsSync(part)).toBe(false);
  });

  it('asks for the templates of documents and for documents’ own', async () => {
    const { core, client } = await openBranch();
    await client.demo.create({ contacts: 20, sales: true });
    const { table } = recordTypeNamed('document');
    await core.store.keep((tx) => tx.write(`UPDATE ${table} SET template_hash = ?`).run(hashOf(small)));
    const office = openOffice();
    office.whole.set(hashOf(small), small);
    expect(await exchangeContent({ ...core, ask: office.ask })).toMatchObject({ received: 1 });
  });
});
