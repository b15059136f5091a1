import { onTestFinished } from 'vitest';
import { startOffice } from '#office/start-office.ts';
import type { OfficeOptions, RunningOffice } from '#office/start-office.ts';
import { joinResponseSchema, officeId } from '#shared/sync/office-protocol.ts';
import type { Membership, OfficeRequest, OfficeResponse } from '#shared/sync/office-protocol.ts';
import { pack } from '#shared/sync/pack.ts';
import { frameBytes } from '#shared/sync/protocol.ts';
import type { SyncRequest, SyncResponse } from '#shared/sync/protocol.ts';
import type { RecordChange } from '#shared/sync/record-state.ts';
import { createClock } from '#shared/sync/stamp.ts';
import { makeTestDirectory } from '#test/factories/open-test-core.ts';
import { codeId, codeKey } from '#wire/code.ts';
import { createFrameCollector, cutFrames } from '#wire/frames.ts';
import { chainHash, chainStart } from '#wire/hash.ts';
import { createIdentityKeys, publicKeysOf } from '#wire/keys.ts';
import type { IdentityKeys } from '#wire/keys.ts';
import { openAnswer, sealRequest } from '#wire/seal.ts';
import { openWithSecret, sealWithSecret } from '#wire/secret-seal.ts';

/** Head office as it runs, on a port of its own, ended with the test. */
export async function startTestOffice(options: Partial<OfficeOptions> = {}): Promise<RunningOffice & { readonly data: string }> {
  const dataDirectory = options.dataDirectory ?? makeTestDirectory();
  const office = await startOffice({ host: '127.0.0.1', port: 0, ...options, dataDirectory });
  onTestFinished(() => office.close());
  return { ...office, data: dataDirectory };
}

export type Said =
  | { readonly type: 'answer'; readonly body: unknown }
  | { readonly type: 'fault'; readonly code: string; readonly status: number };

/** A record to be made. */
export type NewRecord = Pick<RecordChange, 'type' | 'id' | 'fields'>;

/** A computer that has joined, as head office sees it from outside. */
export interface Computer {
  readonly membership: Membership;
  readonly keys: IdentityKeys;
  seal(body: unknown): { readonly bytes: Buffer; readonly answerKey: Buffer };
  /** Posts a sealed message as it is. */
  post(message: Uint8Array): Promise<Response>;
  ask(body: unknown): Promise<Said>;
  /** Asks what must be answered. */
  office<Kind extends OfficeRequest['kind']>(
    request: Extract<OfficeRequest, { kind: Kind }>,
  ): Promise<Extract<OfficeResponse, { kind: Kind }>>;
  /** Sends new records, all there is to send. */
  send(...records: readonly NewRecord[]): Promise<SyncResponse>;
}

export interface JoinOptions {
  readonly address: string;
  readonly code: string;
  readonly name?: string;
  readonly keys?: IdentityKeys;
  readonly companyName?: string;
}

export const testProgram = { version: '0.1.0', schema: 100, protocol: 1 };

/** Asks to join. @returns the response, and what opens it */
export async function postJoin({
  address,
  code,
  name,
  keys = createIdentityKeys(),
  companyName,
}: JoinOptions): Promise<Response> {
  const question = {
    kind: 'join',
    name: name ?? null,
    keys: publicKeysOf(keys),
    program: testProgram,
    companyName: companyName ?? null,
  };
  const body = sealWithSecret({ kind: 'key', text: codeKey(code), purpose: 'enrolRequest' }, question);
  return fetch(`${address}/sync/v1/join/${codeId(code)}`, { method: 'POST', body: new Uint8Array(body) });
}

export async function joinOffice(options: JoinOptions): Promise<Computer> {
  const keys = options.keys ?? createIdentityKeys();
  const response = await postJoin({ ...options, keys });
  if (response.status !== 200) throw new Error(`not joined: ${await response.text()}`);
  const bytes = Buffer.from(await response.arrayBuffer());
  const opened = openWithSecret({ kind: 'key', text: codeKey(options.code), purpose: 'enrolAnswer' }, bytes);
  if (opened.type === 'fault') throw new Error(opened.code);
  return createComputer(options.address, joinResponseSchema.parse(opened.body).membership, keys);
}

/** The first computer of head office. */
export function foundOffice({ address, adminKey }: RunningOffice): Promise<Computer> {
  return joinOffice({ address, code: adminKey, name: 'Office', companyName: 'Ventanas Sol' });
}

/** Makes a branch, and lets a computer of it join. */
export async function joinBranch(address: string, head: Computer, id: string): Promise<Computer> {
  await head.send({ type: 'branch', id, fields: { name: `Branch ${id}`, number: 1 } });
  const { invite } = await head.office({
    kind: 'office.invite',
    branchId: id,
    name: `Till of ${id}`,
    brings: 'nothing',
    validHours: 1,
  });
  return joinOffice({ address, code: invite?.code ?? '' });
}

export function createComputer(address: string, membership: Membership, keys: IdentityKeys): Computer {
  const clock = createClock(membership.device.id.slice(-6), Date.now);
  let line = { counter: 0, hash: chainStart };
  const computer: Computer = {
    membership,
    keys,
    seal: (body) =>
      sealRequest({
        company: membership.company.id,
        from: { id: membership.device.id, keys },
        to: { id: officeId, keys: membership.office.keys },
        incarnation: membership.device.id,
        body,
      }),
    async post(message) {
      let last: Response | null = null;
      for (const frame of cutFrames(message, frameBytes)) last = await postFrame(address, frame);
      if (last === null) throw new Error('no frame');
      return last;
    },
    async ask(body) {
      const { bytes, answerKey } = computer.seal(body);
      const response = await computer.post(bytes);
      if (response.status !== 200) {
        const { code } = (await response.json()) as { code: string };
        return { type: 'fault', code, status: response.status };
      }
      const opened = openAnswer(answerKey, await collect(address, response));
      return opened.type === 'opened' ? { type: 'answer', body: opened.body } : { type: 'fault', code: opened.code, status: 0 };
    },
    async office(request) {
      const said = await computer.ask(request);
      if (said.type === 'fault') throw new Error(said.code);
      return said.body as never;
    },
    async send(...records) {
      const said = await computer.ask(requestOf(records, line, () => clock.next()));
      if (said.type === 'fault') throw new Error(said.code);
      const response = said.body as SyncResponse;
      if (response.push?.type === 'taken') line = { counter: response.push.counter, hash: response.push.hash };
      return response;
    },
  };
  return computer;
}

export function postFrame(address: string, frame: Uint8Array): Promise<Response> {
  return fetch(`${address}/sync/v1/message`, { method: 'POST', body: new Uint8Array(frame) });
}

export function requestOf(
  records: readonly NewRecord[],
  acknowledged: SyncRequest['acknowledged'],
  stamp: () => string,
): SyncRequest {
  const changes = pack(records.map((record) => ({ ...record, base: stamp(), gone: null, stamps: {}, seen: {}, by: 'Ana' })));
  const previous = acknowledged.hash;
  const batch = { counter: acknowledged.counter + 1, previous, hash: chainHash(previous, changes), changes };
  return {
    kind: 'sync',
    protocol: 1,
    schema: 100,
    program: '0.1.0',
    at: Date.now(),
    epoch: null,
    cursor: 0,
    acknowledged,
    batch: records.length > 0 ? batch : null,
    waiting: 0,
    records: 1000,
  };
}

async function collect(address: string, response: Response): Promise<Buffer> {
  const collector = createFrameCollector({ maxBytes: 64 * 1024 * 1024 });
  let collected = collector.add(Buffer.from(await response.arrayBuffer()));
  while (collected.type === 'waiting') {
    const next = await fetch(`${address}/sync/v1/answer/${collected.hash}/${collected.missing[0]}`);
    collected = collector.add(Buffer.from(await next.arrayBuffer()));
  }
  if (collected.type !== 'complete') throw new Error(collected.type);
  return collected.message;
}
