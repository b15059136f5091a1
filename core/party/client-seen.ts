import type { ReadDb } from '#core/database/connection.ts';
import { partyTitle } from '#core/party/party-title.ts';

interface OfClient {
  readonly partyId: string | null;
  readonly partyTitle: string;
}

/**
 * Work that was read with everything there is, its client called as whoever reads through `db` sees the client: for the answer to
 * somebody who gives away what she makes, and doesn't see it afterwards.
 */
export function withClientSeen<Work extends OfClient>(db: ReadDb, work: Work): Work {
  return { ...work, partyTitle: work.partyId === null ? '' : partyTitle(db, work.partyId) };
}
