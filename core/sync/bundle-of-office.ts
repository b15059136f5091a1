import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from '#core/records/store.ts';
import { OfficeUnreachable } from '#core/sync/ask-office.ts';
import { askOwnOffice } from '#core/sync/ask-own-office.ts';
import { answerPart, noteBundle } from '#core/sync/bundle-parts.ts';
import { readSyncState } from '#core/sync/sync-state.ts';
import { carrierOf, synchronise } from '#core/sync/synchronise.ts';
import type { BundleReport } from '#shared/sync/contract.ts';
import { officeId } from '#shared/sync/office-protocol.ts';
import type { OfficeResponse } from '#shared/sync/office-protocol.ts';
import type { FaultCode } from '#shared/sync/protocol.ts';
import { openBundle } from '#wire/bundle-file.ts';
import type { OpenedBundle } from '#wire/bundle-file.ts';
import type { BundleManifest } from '#wire/bundle-format.ts';
import { createBundleWriter } from '#wire/bundle-writer.ts';
import { readHeader } from '#wire/seal.ts';

export interface OfficeFiles {
  readonly store: Store;
  readonly dataDirectory: string;
}

type Refusal = 'tampered' | 'otherReceiver' | 'otherCompany' | 'revoked' | 'unknownSender';
export type HandedOver =
  | { readonly type: 'taken'; readonly report: BundleReport }
  | { readonly type: 'refused'; readonly code: Refusal };

/**
 * Hands the sealed messages of a branch's file to head office, which alone can open them, in their order, and keeps its answers for the
 * branch. @throws {OfficeUnreachable}
 */
export async function handOver(files: OfficeFiles, bundle: OpenedBundle & { readonly type: 'opened' }): Promise<HandedOver> {
  const { store } = files;
  const { manifest } = bundle;
  // What came by other ways isn't counted as this file's.
  await synchronise(store);
  const answers: Buffer[] = [];
  let incarnation = '';
  for (const part of bundle.parts()) {
    const header = readHeader(part);
    if (header === null || header.from !== manifest.from) return { type: 'refused', code: 'tampered' };
    ({ incarnation } = header);
    const carried = await carrierOf(store).carry(part);
    if (carried.type === 'unreachable') throw new OfficeUnreachable('nobody answers');
    if (carried.type === 'answered') answers.push(answerPart(part, carried.bytes));
    else if (carried.code !== 'replayed') return { type: 'refused', code: refusalOf(carried.code) };
  }
  if (answers.length > 0) keepAnswers(files, manifest, answers);
  const { received } = await synchronise(store);
  const missing = await missingBefore(files, { deviceId: manifest.from, incarnation, counters: manifest.counters });
  const { from: fromId, madeAt } = manifest;
  const from = await nameOf(files, fromId);
  const hasAnswer = existsSync(answersOf(files, fromId));
  return { type: 'taken', report: { from, fromId, madeAt, applied: received, missing, hasAnswer } };
}

async function nameOf({ store }: OfficeFiles, deviceId: string): Promise<string> {
  const said = await askOwnOffice(store, { kind: 'office.overview', lateAfterDays: 0 });
  const devices = said.type === 'answered' ? said.response.overview.devices : [];
  return devices.find(({ id }) => id === deviceId)?.name ?? '';
}

function refusalOf(code: FaultCode): Refusal {
  if (code === 'unknownDevice') return 'unknownSender';
  if (code === 'wrongCompany') return 'otherCompany';
  if (code === 'notForYou') return 'otherReceiver';
  if (code === 'revoked') return code;
  if (code === 'malformed' || code === 'tampered' || code === 'tooLarge') return 'tampered';
  throw new OfficeUnreachable(code);
}

interface Line {
  readonly deviceId: string;
  readonly incarnation: string;
  readonly counters: { readonly from: number; readonly to: number } | null;
}

async function missingBefore(
  { store }: OfficeFiles,
  { deviceId, incarnation, counters }: Line,
): Promise<BundleReport['missing']> {
  if (counters === null) return [];
  const answer = await askOwnOffice(store, { kind: 'office.line', deviceId, incarnation });
  if (answer.type !== 'answered' || answer.response.kind !== 'office.line') return [];
  const known = answer.response.counter;
  return known + 1 < counters.from ? [{ from: known + 1, to: counters.from - 1 }] : [];
}

/** The answers to the file that came last lie here until they are carried back: it asked for all that the branch lacks. */
function answersOf({ dataDirectory }: OfficeFiles, deviceId: string): string {
  return join(dataDirectory, 'bundles', `answers-${deviceId.replaceAll(/[^\w-]/g, '')}`);
}

function keepAnswers(files: OfficeFiles, { from: deviceId, number }: BundleManifest, answers: readonly Buffer[]) {
  const path = answersOf(files, deviceId);
  const kept = openBundle(path, { kind: 'bundle' });
  // A file that was overtaken has nothing that the later one hasn't.
  if (kept.type === 'opened' && kept.manifest.number > number) return;
  mkdirSync(join(files.dataDirectory, 'bundles'), { recursive: true });
  writeParts(files, path, { deviceId, parts: answers, number, cursors: null });
}

interface Parts {
  readonly deviceId: string;
  readonly parts: Iterable<Buffer>;
  readonly number: number;
  readonly cursors: { readonly from: number; readonly to: number } | null;
}

function writeParts({ store }: OfficeFiles, path: string, { deviceId, parts, number, cursors }: Parts) {
  const company = readSyncState(store.db, 'identity')?.companyId ?? '';
  const head = { kind: 'bundle', company, from: officeId, to: deviceId, madeAt: store.now() } as const;
  const writer = createBundleWriter(path, { ...head, number, counters: null, cursors });
  try {
    for (const part of parts) writer.add(part);
    writer.finish();
  } catch (error) {
    writer.abandon();
    throw error;
  }
}

/**
 * Writes a file for a computer of a branch: the answers to its last one, and what it hasn't got as far as head office knows.
 * @returns false when there is no such computer. @throws {OfficeUnreachable}
 */
export async function writeOfficeBundle(files: OfficeFiles, deviceId: string, path: string): Promise<boolean> {
  const pages = await askPages(files.store, deviceId);
  const [first, last] = [pages[0], pages.at(-1)];
  if (!first || !last) return false;
  const kept = openBundle(answersOf(files, deviceId), { kind: 'bundle' });
  const answers = kept.type === 'opened' ? [...kept.parts()] : [];
  const parts = [...answers, ...pages.map(({ sealed }) => Buffer.from(sealed, 'base64'))];
  const number = await files.store.keep((tx) => noteBundle(tx, { to: deviceId, keys: new Map() }));
  writeParts(files, path, { deviceId, parts, number, cursors: { from: first.from, to: last.next } });
  return true;
}

type PageFor = NonNullable<Extract<OfficeResponse, { readonly kind: 'office.pageFor' }>['page']>;

async function askPages(store: Store, deviceId: string): Promise<readonly PageFor[]> {
  const pages: PageFor[] = [];
  for (let isMore = true; isMore;) {
    const said = await askOwnOffice(store, { kind: 'office.pageFor', deviceId, cursor: pages.at(-1)?.next ?? null });
    const page = said.type === 'answered' ? said.response.page : null;
    if (page === null) return [];
    pages.push(page);
    isMore = page.next < page.head;
  }
  return pages;
}
