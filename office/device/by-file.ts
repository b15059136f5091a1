import { readCompany } from '#office/company/company.ts';
import { findDevice } from '#office/device/devices.ts';
import type { Office } from '#office/office.ts';
import { readLineEnd } from '#office/receive/batch-line.ts';
import type { LineKey } from '#office/receive/batch-line.ts';
import { toNumber } from '#office/serve/cursor.ts';
import { readPage } from '#office/serve/read-page.ts';
import type { OfficeTx } from '#office/store/office-store.ts';
import type { SyncResponse } from '#shared/sync/protocol.ts';
import { officeId } from '#shared/sync/office-protocol.ts';
import { sealRequest } from '#wire/seal.ts';

/** Records and about how much JSON a page in a file holds at most. */
const pageRecords = 5000;
const pageBytes = 4 * 1024 * 1024;

/** Up to which batch of a line of a computer is here. */
export async function lineOf(tx: OfficeTx, key: LineKey): Promise<number> {
  return (await readLineEnd(tx, key))?.counter ?? 0;
}

export interface PageWanted {
  readonly deviceId: string;
  /** Null: from where the computer is, as it said last. */
  readonly cursor: number | null;
}

export interface SealedPage {
  readonly from: number;
  readonly next: number;
  readonly head: number;
  /** Base64; only the computer can open it. */
  readonly sealed: string;
}

/** The next page that a computer would get if it asked; null when there is no such computer, or it was shut out. */
export async function pageFor(
  tx: OfficeTx,
  { identity, now }: Office,
  { deviceId, cursor }: PageWanted,
): Promise<SealedPage | null> {
  const device = await findDevice(tx, deviceId);
  if (device === null || device.revokedAt !== null) return null;
  const { epoch } = await readCompany(tx);
  // Whether it is part way through several pages isn't known of a computer: what it gets is right in both cases.
  const asked = cursor ?? toNumber({ seq: device.cursor, isPartWay: device.cursor > 0 });
  const from = cursor ?? toNumber({ seq: device.cursor, isPartWay: false });
  const size = { records: pageRecords, maxBytes: pageBytes };
  const wanted = { branchId: device.branchId, incarnation: null, isEmpty: false, cursor: asked, ...size };
  const { page, digest } = await readPage(tx, wanted);
  const body: SyncResponse = { kind: 'sync', at: now(), epoch, push: null, page: { ...page, from }, digest };
  const { bytes } = sealRequest({
    company: identity.companyId,
    from: { id: officeId, keys: identity.keys },
    to: { id: device.id, keys: device.keys },
    incarnation: epoch,
    kind: 'answer',
    body,
  });
  return { from, next: page.next, head: page.head, sealed: bytes.toString('base64') };
}
