import type { Store } from '#core/records/store.ts';
import { askOffice, OfficeUnreachable, ownCorrespondent } from '#core/sync/ask-office.ts';
import { readSyncState } from '#core/sync/sync-state.ts';
import { carrierOf } from '#core/sync/synchronise.ts';
import { officeResponseSchema } from '#shared/sync/office-protocol.ts';
import type { OfficeRequest, OfficeResponse } from '#shared/sync/office-protocol.ts';

export type OfficeSaid<Kind extends OfficeRequest['kind']> =
  | { readonly type: 'answered'; readonly response: Extract<OfficeResponse, { readonly kind: Kind }> }
  /** This copy is none of head office's computers, or not any more. */
  | { readonly type: 'notOffice' };

/** Asks head office what only its own computers may ask. @throws {OfficeUnreachable} */
export async function askOwnOffice<Request extends OfficeRequest>(
  store: Store,
  request: Request,
): Promise<OfficeSaid<Request['kind']>> {
  const correspondent = ownCorrespondent(store.db);
  if (!correspondent || readSyncState(store.db, 'own')?.branchId !== null) return { type: 'notOffice' };
  const body = await askOffice({ carrier: carrierOf(store), correspondent: () => correspondent }, request);
  const response = officeResponseSchema.safeParse(body).data;
  if (response?.kind !== request.kind) return refuse(body);
  return { type: 'answered', response: response as Extract<OfficeResponse, { readonly kind: Request['kind'] }> };
}

const notOurs: ReadonlySet<unknown> = new Set(['revoked', 'notForYou', 'unknownDevice', 'wrongCompany']);

function refuse(body: unknown): { readonly type: 'notOffice' } {
  const { code } = Object(body) as { readonly code?: unknown };
  if (notOurs.has(code)) return { type: 'notOffice' };
  throw new OfficeUnreachable(typeof code === 'string' ? code : 'not understood');
}
