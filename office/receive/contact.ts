import type { SyncRequest } from '#shared/sync/protocol.ts';
import type { Sender } from '#office/receive/sender.ts';
import { toCursor } from '#office/serve/cursor.ts';
import type { OfficeTx } from '#office/store/office-store.ts';

/** Milliseconds within which a contact that brings nothing new is not written down again. */
const contactInterval = 30_000;

/** Whether there is something to write down about a device that was heard of. */
export function isContactDue({ lastContactAt, cursor, waiting, brings }: Sender, request: SyncRequest, now: number): boolean {
  if (lastContactAt === null || Math.abs(now - lastContactAt) >= contactInterval) return true;
  return cursor !== toCursor(request.cursor).seq || waiting !== request.waiting || (brings && request.waiting === 0);
}

interface Contact {
  readonly request: SyncRequest;
  /** Whether head office has all that was written at the device. */
  readonly isComplete: boolean;
  readonly now: number;
}

/** Writes down when a device was heard of, and how far it is. */
export async function noteContact(tx: OfficeTx, { id }: Sender, { request, isComplete, now }: Contact): Promise<void> {
  const { protocol, schema, at, cursor, waiting } = request;
  await tx.run(
    `UPDATE device SET last_contact_at = ?, clock_offset = ?, protocol = ?, schema_version = ?, cursor = ?, waiting = ?,
       complete_at = CASE WHEN ? = 1 THEN ? ELSE complete_at END, brings = CASE WHEN ? = 1 THEN 0 ELSE brings END WHERE id = ?`,
    now,
    Math.round(at - now),
    protocol,
    schema,
    toCursor(cursor).seq,
    waiting,
    Number(isComplete),
    now,
    Number(isComplete),
    id,
  );
}
