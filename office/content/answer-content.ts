import { createHash } from 'node:crypto';
import type { ContentStore } from '#office/content/content-store.ts';
import type { Device } from '#office/device/devices.ts';
import type { OfficeStore, OfficeTx } from '#office/store/office-store.ts';
import type { ContentRequest, ContentResponse } from '#shared/sync/content-protocol.ts';
import { everybody } from '#shared/sync/scope-rules.ts';

export interface ContentContext {
  readonly store: OfficeStore;
  readonly content: ContentStore;
  readonly now: () => number;
}

type Asked<Kind extends ContentRequest['kind']> = Extract<ContentRequest, { kind: Kind }>;
type Said<Kind extends ContentResponse['kind']> = Extract<ContentResponse, { kind: Kind }>;

/** Takes and gives files, none that no record in the sight of the computer names. */
export function answerContent(context: ContentContext, device: Device, request: ContentRequest): Promise<ContentResponse> {
  if (request.kind === 'content.missing') return missing(context, device, request);
  return request.kind === 'content.put' ? put(context, device, request) : get(context, device, request);
}

async function missing(
  context: ContentContext,
  device: Device,
  { hashes }: Asked<'content.missing'>,
): Promise<Said<'content.missing'>> {
  const { store, content } = context;
  const { named, held } = await store.read(async (tx) => ({
    named: await namedFor(tx, device, hashes),
    held: await heldOf(tx, hashes),
  }));
  const wanted = hashes.filter((hash) => named.has(hash) && !held.has(hash));
  const lacking = await Promise.all(
    wanted.map(async (hash) => ({ hash, received: (await content.partial(hash))?.received ?? 0 })),
  );
  return { kind: 'content.missing', missing: lacking, unnamed: hashes.filter((hash) => !named.has(hash)) };
}

async function put(context: ContentContext, device: Device, request: Asked<'content.put'>): Promise<Said<'content.put'>> {
  const { store, content } = context;
  const { hash, offset, total } = request;
  const answer = (outcome: Said<'content.put'>['outcome'], received: number, isComplete = false) =>
    ({ kind: 'content.put', outcome, received, isComplete }) as const;
  const isNamed = await store.read(async (tx) => (await namedFor(tx, device, [hash])).has(hash));
  if (!isNamed) return answer('unnamed', 0);
  const size = await store.read(async (tx) => (await heldOf(tx, [hash])).get(hash));
  if (size !== undefined) return answer('taken', size, true);
  const partial = await content.partial(hash);
  if (partial !== null && partial.total !== total) await content.discard(hash);
  const received = partial?.total === total ? partial.received : 0;
  if (offset !== received) return answer('gap', received);
  const bytes = Buffer.from(request.bytes, 'base64');
  if (received + bytes.length > total || (bytes.length === 0 && total > 0)) return answer('gap', received);
  await content.append(hash, { offset, total, bytes });
  if (received + bytes.length < total) return answer('taken', received + bytes.length);
  return finish(context, hash, total);
}

/** The whole is there: it counts only if it is what its name says. */
async function finish({ store, content, now }: ContentContext, hash: string, total: number): Promise<Said<'content.put'>> {
  const sum = createHash('sha256');
  for await (const part of content.readPartial(hash)) sum.update(part);
  if (sum.digest('hex') !== hash) {
    await content.discard(hash);
    return { kind: 'content.put', outcome: 'corrupt', received: 0, isComplete: false };
  }
  await content.complete(hash);
  await store.transaction((tx) =>
    tx.run('INSERT INTO content (hash, size, held_at) VALUES (?, ?, ?) ON CONFLICT (hash) DO NOTHING', hash, total, now()),
  );
  return { kind: 'content.put', outcome: 'taken', received: total, isComplete: true };
}

async function get(
  { store, content }: ContentContext,
  device: Device,
  request: Asked<'content.get'>,
): Promise<Said<'content.get'>> {
  const { hash, offset, length } = request;
  const total = await store.read(async (tx) =>
    (await namedFor(tx, device, [hash])).has(hash) ? (await heldOf(tx, [hash])).get(hash) : undefined,
  );
  const bytes = total === undefined ? null : await content.read(hash, { offset, length });
  return {
    kind: 'content.get',
    piece: total === undefined || bytes === null ? null : { total, bytes: bytes.toString('base64') },
  };
}

async function heldOf(tx: OfficeTx, hashes: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.all<{ hash: string; size: number }>(
    'SELECT hash, size FROM content WHERE hash IN (SELECT value ->> 0 FROM json_each(?))',
    JSON.stringify(hashes.map((hash) => [hash])),
  );
  return new Map(rows.map(({ hash, size }) => [hash, size]));
}

/** Those that a record names which the computer may have. */
async function namedFor(tx: OfficeTx, { branchId }: Device, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  const isInScope =
    branchId === null
      ? ''
      : `AND EXISTS (SELECT 1 FROM entry WHERE entry.type = record_content.type AND entry.id = record_content.id
           AND entry.scope IN (?, ?) AND entry.is_leave = 0)`;
  const rows = await tx.all<{ hash: string }>(
    `SELECT DISTINCT hash FROM record_content WHERE hash IN (SELECT value ->> 0 FROM json_each(?)) ${isInScope}`,
    JSON.stringify(hashes.map((hash) => [hash])),
    ...(branchId === null ? [] : [everybody, branchId]),
  );
  return new Set(rows.map(({ hash }) => hash));
}
