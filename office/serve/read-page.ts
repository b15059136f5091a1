import { combine, emptyDigest } from '#shared/sync/digest.ts';
import type { Digest } from '#shared/sync/digest.ts';
import { pack } from '#shared/sync/pack.ts';
import type { Page } from '#shared/sync/protocol.ts';
import { keyOf } from '#shared/sync/record-key.ts';
import type { RecordKey } from '#shared/sync/record-key.ts';
import type { RecordChange } from '#shared/sync/record-state.ts';
import { isThere } from '#shared/sync/record-state.ts';
import { readCompany } from '#office/company/company.ts';
import { readHeld } from '#office/merge/held-record.ts';
import { readClosure } from '#office/serve/closure.ts';
import { toCursor, toNumber } from '#office/serve/cursor.ts';
import type { Cursor } from '#office/serve/cursor.ts';
import { readDigests } from '#office/serve/scope.ts';
import { readStream } from '#office/serve/stream.ts';
import type { Happening } from '#office/serve/stream.ts';
import { inOrder, toChanges } from '#office/serve/to-changes.ts';
import type { OfficeTx } from '#office/store/office-store.ts';

export interface PageRequest {
  /** Null is head office's own copies. */
  readonly branchId: string | null;
  /** The line of batches whose writer asks, where it has all that it wrote; null leaves nothing out. */
  readonly incarnation: string | null;
  /** As the copy handed it back. */
  readonly cursor: number;
  /** Whether the receiver has nothing yet, not even what it wrote itself: then it needs not hear of what is gone. */
  readonly isEmpty: boolean;
  /** How many records at most. */
  readonly records: number;
  /** About how much JSON at most; one record always fits. */
  readonly maxBytes: number;
}

export interface ReadPage {
  readonly page: Page;
  /** How what the receiver should have sums up, when this is the last page. */
  readonly digest: Digest | null;
}

/** Reads the next page of what a copy gets. `tx` has to see one and the same moment throughout. */
export async function readPage(tx: OfficeTx, request: PageRequest): Promise<ReadPage> {
  const { branchId, cursor: from, records } = request;
  const cursor = toCursor(from);
  const { seq } = await readCompany(tx);
  const head = toNumber({ seq, isPartWay: false });
  if (records === 0) {
    const page = { from, next: from, head, changes: [], leaves: [] };
    return { page, digest: from === head ? await sumUp(tx, branchId) : null };
  }
  // One more shows whether there is more; the next one may have happened at once with the last.
  const found = await readStream(tx, { branchId, cursor: cursor.seq, limit: records + 2 });
  const { part, isLast } = cut(found, request);
  const end = isLast ? seq : (part.at(-1)?.seq ?? seq);
  const changes = await readChanges(tx, part, { ...request, cursor, end });
  const leaves = request.isEmpty ? [] : leavesOf(part);
  const next = isLast ? head : toNumber({ seq: end, isPartWay: true });
  const page = { from, next, head, changes: pack(inOrder(changes)), leaves };
  return { page, digest: isLast ? await sumUp(tx, branchId) : null };
}

/** As much as fits, but never a part of what happened at once. */
function cut(found: readonly Happening[], { records, maxBytes }: PageRequest) {
  let bytes = 0;
  let end = 0;
  for (let index = 0; index < found.length && index < records; index += 1) {
    bytes += found[index]?.bytes ?? 0;
    if (bytes > maxBytes && end > 0) break;
    if (found[index]?.seq !== found[index + 1]?.seq) end = index + 1;
  }
  if (end === 0 && found.length > 0) end = found.findIndex(({ seq }) => seq !== found[0]?.seq);
  if (end < 0) end = found.length;
  return { part: found.slice(0, end), isLast: end === found.length };
}

async function sumUp(tx: OfficeTx, branchId: string | null): Promise<Digest> {
  return (await readDigests(tx, branchId)).reduce(combine, emptyDigest);
}

function leavesOf(part: readonly Happening[]): Page['leaves'] {
  const keys = part.filter(({ kind }) => kind === 'leave').map(({ type, id }): [string, string] => [type, id]);
  return [...new Map(keys.map((key) => [key.join('|'), key])).values()];
}

interface Part extends Pick<PageRequest, 'branchId' | 'incarnation' | 'isEmpty'> {
  readonly cursor: Cursor;
  /** The last seq that the page covers. */
  readonly end: number;
}

async function readChanges(tx: OfficeTx, part: readonly Happening[], opening: Part): Promise<readonly RecordChange[]> {
  const { cursor, incarnation, isEmpty } = opening;
  const news = new Map<string, number>();
  for (const { type, id, kind, isGone, origin, entered } of part) {
    if (kind !== 'news' || (isGone && isEmpty) || (origin !== null && origin === incarnation)) continue;
    const key = keyOf({ type, id });
    news.set(key, Math.max(entered, news.get(key) ?? 0));
  }
  const keys = part.filter((happening) => news.has(keyOf(happening))).map(({ type, id }): RecordKey => [type, id]);
  const held = await readHeld(tx, keys);
  const parents = await readClosure(tx, [...held.values()], opening);
  const own = [...held].flatMap(([key, record]) => {
    const isWhole = cursor.isPartWay || (news.get(key) ?? 0) > cursor.seq;
    return toChanges(record, isWhole ? null : cursor.seq);
  });
  return [...own, ...parents.filter(({ state }) => isThere(state)).flatMap((record) => toChanges(record, null))];
}
