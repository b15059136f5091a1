import { createHash, randomBytes } from 'node:crypto';
import { noteAudit } from '#core/audit/note-audit.ts';
import type { ReadDb, WriteTx } from '#core/database/connection.ts';
import { newId } from '#core/records/new-id.ts';
import { readIdleMinutes } from '#core/session/logins.ts';
import type { SessionRow } from '#shared/session/contract.ts';

export type SessionWay = SessionRow['way'];

export interface Session {
  readonly id: string;
  readonly userId: string;
  readonly way: SessionWay;
  readonly userAgent: string;
  readonly begunAt: number;
  /** When somebody was there last. */
  readonly seenAt: number;
  readonly lockedAt: number | null;
}

const columns =
  'id, user_id AS userId, way, user_agent AS userAgent, begun_at AS begunAt, seen_at AS seenAt, locked_at AS lockedAt';

/** A session that nobody came back to for so long (ms) is over. */
const longestAbsence = 30 * 24 * 60 * 60_000;

/** The session of a token; undefined when there is none, or none any more. */
export function findSession(db: ReadDb, token: string, now: number): Session | undefined {
  const found = db
    .read<[string], Session>(`SELECT ${columns} FROM session WHERE token_hash = ? AND ended_at IS NULL`)
    .get(hashToken(token));
  return found && now - found.seenAt < longestAbsence ? found : undefined;
}

/** Open sessions: one person's, or everybody's (null), those used last first. */
export function readSessions(db: ReadDb, userId: string | null): Session[] {
  const sql = `SELECT ${columns} FROM session WHERE ended_at IS NULL AND (? IS NULL OR user_id = ?) ORDER BY seen_at DESC`;
  return db.read<[string | null, string | null], Session>(sql).all(userId, userId);
}

/** Whether it is locked: by hand, or because nobody was there since `seenAt` for longer than the shop allows. */
export function isLocked(db: ReadDb, { lockedAt }: Session, { seenAt, now }: { readonly seenAt: number; readonly now: number }) {
  if (lockedAt !== null) return true;
  const minutes = readIdleMinutes(db);
  return minutes !== 0 && now - seenAt > minutes * 60_000;
}

interface NewSession {
  readonly user: { readonly userId: string; readonly name: string };
  readonly way: SessionWay;
  readonly userAgent: string;
  readonly at: number;
}

interface DrawnSession {
  readonly session: Session;
  /** Of which only the hash is kept. */
  readonly token: string;
  readonly name: string;
}

/** A session to be kept. */
export function drawSession({ user: { userId, name }, way, userAgent, at }: NewSession): DrawnSession {
  const session = { id: newId(), userId, way, userAgent: userAgent.slice(0, 300), begunAt: at, seenAt: at, lockedAt: null };
  return { session, token: randomBytes(32).toString('base64url'), name };
}

export function keepDrawn(tx: WriteTx, { session, token, name }: DrawnSession) {
  const { id, userId, way, userAgent, begunAt: at } = session;
  // Of what ended long ago the log tells.
  tx.write('DELETE FROM session WHERE ended_at < ? OR seen_at < ?').run(at - longestAbsence, at - longestAbsence);
  tx.write('INSERT INTO session (id, token_hash, user_id, way, user_agent, begun_at, seen_at) VALUES (?, ?, ?, ?, ?, ?, ?)').run(
    id,
    hashToken(token),
    userId,
    way,
    userAgent,
    at,
    at,
  );
  noteAudit(tx, { at, actor: { userId, name }, kind: 'login', subject: name, details: { way } });
}

/** Begins a session. @returns its token */
export function beginSession(tx: WriteTx, asked: NewSession): { readonly token: string; readonly id: string } {
  const drawn = drawSession(asked);
  keepDrawn(tx, drawn);
  return { token: drawn.token, id: drawn.session.id };
}

export function lockSession(tx: WriteTx, id: string, at: number) {
  tx.write('UPDATE session SET locked_at = ? WHERE id = ? AND locked_at IS NULL').run(at, id);
}

export function unlockSession(tx: WriteTx, id: string, at: number) {
  tx.write('UPDATE session SET locked_at = NULL, seen_at = ? WHERE id = ? AND ended_at IS NULL').run(at, id);
}

/** Keeps that somebody was there; never wakes what is locked. */
export function keepSeen(tx: WriteTx, id: string, at: number) {
  tx.write('UPDATE session SET seen_at = max(seen_at, ?) WHERE id = ? AND locked_at IS NULL').run(at, id);
}

export function endSession(tx: WriteTx, id: string, at: number): number {
  return tx.write('UPDATE session SET ended_at = ? WHERE id = ? AND ended_at IS NULL').run(at, id).changes;
}

/** Ends all of somebody's sessions, but one. @returns how many */
export function endSessionsOf(
  tx: WriteTx,
  userId: string,
  { at, but }: { readonly at: number; readonly but: string | null },
): number {
  const sql = 'UPDATE session SET ended_at = ? WHERE user_id = ? AND ended_at IS NULL AND id IS NOT ?';
  return tx.write(sql).run(at, userId, but).changes;
}

export function endEverySession(tx: WriteTx, at: number): number {
  return tx.write('UPDATE session SET ended_at = ? WHERE ended_at IS NULL').run(at).changes;
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
