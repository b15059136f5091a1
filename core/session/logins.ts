import type { ReadDb, WriteTx } from '#core/database/connection.ts';
import type { HashedSecret } from '#core/session/hash-secret.ts';
import type { IdleMinutes } from '#shared/session/contract.ts';
import type { SecretKind } from '#shared/session/secret.ts';

/** Under which the owner's recovery code stands among the passwords. */
export const recoveryId = 'recovery';

export interface Login extends HashedSecret {
  readonly userId: string;
  readonly kind: SecretKind | 'recovery';
  readonly failed: number;
  readonly blockedUntil: number;
}

export function findLogin(db: ReadDb, userId: string): Login | undefined {
  return db
    .read<[string], Login>(
      'SELECT user_id AS userId, kind, salt, hash, failed, blocked_until AS blockedUntil FROM login WHERE user_id = ?',
    )
    .get(userId);
}

/** What each person who has one proves with who they are. */
export function readSecretKinds(db: ReadDb): ReadonlyMap<string, SecretKind> {
  const rows = db.read<[], { userId: string; kind: SecretKind }>(
    `SELECT user_id AS userId, kind FROM login WHERE kind <> 'recovery'`,
  );
  return new Map(rows.all().map(({ userId, kind }) => [userId, kind]));
}

/** Whether anybody has a password: then nobody is known before they have said who they are. */
export function isProtected(db: ReadDb): boolean {
  return db.readColumn<[], number>(`SELECT 1 FROM login WHERE kind <> 'recovery' LIMIT 1`).get() !== undefined;
}

interface NewLogin extends HashedSecret {
  readonly userId: string;
  readonly kind: Login['kind'];
  readonly at: number;
}

export function keepLogin(tx: WriteTx, { userId, kind, salt, hash, at }: NewLogin) {
  tx.write('INSERT OR REPLACE INTO login (user_id, kind, salt, hash, set_at) VALUES (?, ?, ?, ?, ?)').run(
    userId,
    kind,
    salt,
    hash,
    at,
  );
}

/** Takes somebody's password away; with the last one the recovery code goes. */
export function dropLogin(tx: WriteTx, userId: string) {
  tx.write('DELETE FROM login WHERE user_id = ?').run(userId);
  if (!isProtected(tx)) tx.write('DELETE FROM login').run();
}

export function readIdleMinutes(db: ReadDb): IdleMinutes {
  return db.readColumn<[], IdleMinutes>('SELECT idle_minutes FROM login_policy').get() ?? 15;
}

export function keepIdleMinutes(tx: WriteTx, minutes: IdleMinutes) {
  tx.write('UPDATE login_policy SET idle_minutes = ?').run(minutes);
}
