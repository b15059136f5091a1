import type { SyncRequest } from '#shared/sync/protocol.ts';
import type { Sender } from '#office/receive/sender.ts';
import { toCursor } from '#office/serve/cursor.ts';
import type { OfficeTx } from '#office/store/office-store.ts';

/** Milliseconds within which a contact that brings nothing new is not written down again. */
const contactInterval = 30_000;

type Heard = Pick<Sender, 'lastContactAt'>;

/** Whether it is so long since a device was heard of that it is to be written down, whatever it says. */
export function isHeardDue({ lastContactAt }: Heard, now: number): boolean {
  return lastContactAt === null || Math.abs(now - lastContactAt) >= contactInterval;
}

/** Whether there is something to write down about a device that was heard of. */
export function isContactDue(sender: Sender, request: SyncRequest, now: number): boolean {
  const { cursor, waiting, brings } = sender;
  if (brings && request.waiting === 0) return true;
  if (isOvertaken(sender, request, now)) return false;
  return isHeardDue(sender, now) || cursor !== toCursor(request.cursor).seq || waiting !== request.waiting;
}

/** When the device was as it says: what came by a file was written days ago. A clock that is ahead proves nothing. */
function saidAt({ at, byFile }: SyncRequest, now: number): number {
  return byFile === true ? Math.min(at, now) : now;
}

/** Whether the device was heard of after it made the file. */
function isOvertaken({ lastContactAt }: Heard, request: SyncRequest, now: number): boolean {
  return request.byFile === true && lastContactAt !== null && saidAt(request, now) <= lastContactAt;
}

interface Contact {
  readonly request: SyncRequest;
  /** Whether head office has all that was written at the device. */
  readonly isComplete: boolean;
  readonly now: number;
}

/** Writes down when a device was heard of, and how far it is. How far its clock is off can't be told from a file. */
export async function noteContact(tx: OfficeTx, sender: Sender, { request, isComplete, now }: Contact): Promise<void> {
  const { protocol, schema, program, at, cursor, waiting, byFile } = request;
  if (isOvertaken(sender, request, now)) {
    if (isComplete) await tx.run('UPDATE device SET brings = 0 WHERE id = ?', sender.id);
    return;
  }
  const heardAt = saidAt(request, now);
  await tx.run(
    `UPDATE device SET last_contact_at = ?, protocol = ?, schema_version = ?, program_version = ?, cursor = ?, waiting = ?,
       clock_offset = CASE WHEN ? = 1 THEN clock_offset ELSE ? END,
       complete_at = CASE WHEN ? = 1 THEN ? ELSE complete_at END, brings = CASE WHEN ? = 1 THEN 0 ELSE brings END WHERE id = ?`,
    heardAt,
    protocol,
    schema,
    program,
    toCursor(cursor).seq,
    waiting,
    Number(byFile === true),
    Math.round(at - now),
    Number(isComplete),
    heardAt,
    Number(isComplete),
    sender.id,
  );
}

/** Writes down that a device was heard of, where it says nothing of how far it is. */
export async function noteHeard(tx: OfficeTx, id: string, now: number): Promise<void> {
  await tx.run('UPDATE device SET last_contact_at = ? WHERE id = ?', now, id);
}
