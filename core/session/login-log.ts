import type { ReadDb } from '#core/database/connection.ts';
import { loginKinds } from '#shared/session/contract.ts';
import type { LoginEntry } from '#shared/session/contract.ts';

/** Who signed in, tried to, and out, newest first: one person's, or everybody's (null). */
export function readLoginLog(
  db: ReadDb,
  { userId, limit }: { readonly userId: string | null; readonly limit: number },
): LoginEntry[] {
  const kinds = loginKinds.map((kind) => `'${kind}'`).join(', ');
  return db
    .read<[string | null, string | null, number], LoginEntry>(
      `SELECT seq, at, user_id AS userId, user_name AS userName, kind, subject FROM audit
       WHERE kind IN (${kinds}) AND (? IS NULL OR user_id = ?) ORDER BY seq DESC LIMIT ?`,
    )
    .all(userId, userId, limit);
}
