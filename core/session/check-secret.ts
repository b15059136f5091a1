import { noteAudit } from '#core/audit/note-audit.ts';
import type { WriteTx } from '#core/database/connection.ts';
import { findPerson } from '#core/people/queries.ts';
import type { Store } from '#core/records/store.ts';
import { isSameSecret } from '#core/session/hash-secret.ts';
import { findLogin } from '#core/session/logins.ts';
import { triesOf } from '#core/session/tries.ts';
import { within, writeBehindOf } from '#core/session/write-behind.ts';

export type Checked =
  | { readonly type: 'right' }
  /** `retryAt` (UTC ms) is when the next try is taken; null is at once. */
  | { readonly type: 'wrong'; readonly retryAt: number | null }
  /** It came too early to be looked at. */
  | { readonly type: 'early'; readonly retryAt: number };

interface Try {
  readonly userId: string;
  readonly secret: string;
  /**
   * How long (ms) the database is waited for, in a program that goes on running: then tries are counted in memory until it is free.
   * What ends after a try waits until it is counted, or it would never be.
   */
  readonly patience?: number;
}

/** Says whether that is somebody's password, PIN or code, not oftener than the delays allow; the same for people who aren't there. */
export async function checkSecret(store: Store, { userId, secret, patience = Infinity }: Try): Promise<Checked> {
  const at = store.now();
  const tries = triesOf(store.connection);
  // Counted before it is looked at: of many tries that come together, none is free for that.
  const begun = await tries.begin({ userId, at, patience });
  if (begun.type === 'early') return begun;
  if (await isSameSecret(secret, findLogin(store.db, userId) ?? null)) {
    await tries.forgive({ userId, patience });
    return { type: 'right' };
  }
  const keep = writeBehindOf(store.connection);
  await within(
    patience,
    keep((tx) => noteFailure(tx, { userId, at })),
  );
  return { type: 'wrong', retryAt: begun.blockedUntil > at ? begun.blockedUntil : null };
}

function noteFailure(tx: WriteTx, { userId, at }: { readonly userId: string; readonly at: number }) {
  const person = findPerson(tx, userId);
  const name = person?.name ?? '';
  noteAudit(tx, { at, actor: { userId: person?.id ?? '', name }, kind: 'loginFailed', subject: name });
}
