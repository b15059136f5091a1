import { noteAudit } from '#core/audit/note-audit.ts';
import type { WriteTx } from '#core/database/connection.ts';
import { findPerson } from '#core/people/queries.ts';
import type { Store } from '#core/records/store.ts';
import { delayAfter, delayOfAll, longest, stillCounted } from '#core/session/delay.ts';
import { isSameSecret } from '#core/session/hash-secret.ts';
import { findLogin } from '#core/session/logins.ts';
import type { Login } from '#core/session/logins.ts';

export type Checked =
  | { readonly type: 'right' }
  /** `retryAt` (UTC ms) is when the next try is taken; null is at once. */
  | { readonly type: 'wrong'; readonly retryAt: number | null }
  /** It came too early to be looked at. */
  | { readonly type: 'early'; readonly retryAt: number };

interface Try {
  readonly userId: string;
  readonly secret: string;
}

/** Says whether that is somebody's password, PIN or code, not oftener than the delays allow; the same for people who aren't there. */
export async function checkSecret(store: Store, { userId, secret }: Try): Promise<Checked> {
  const at = store.now();
  // Counted before it is looked at: of many tries that come together, none is free for that.
  const begun = await store.keep((tx) => beginTry(tx, { userId, at }));
  if (begun.type === 'early') return begun;
  if (await isSameSecret(secret, begun.login ?? null)) {
    await store.keep((tx) => forgive(tx, userId));
    return { type: 'right' };
  }
  await store.keep((tx) => noteFailure(tx, { userId, at }));
  return { type: 'wrong', retryAt: begun.blockedUntil > at ? begun.blockedUntil : null };
}

interface TryOf {
  readonly userId: string;
  readonly at: number;
}

type Begun =
  | { readonly type: 'begun'; readonly login: Login | undefined; readonly blockedUntil: number }
  | { readonly type: 'early'; readonly retryAt: number };

function beginTry(tx: WriteTx, { userId, at }: TryOf): Begun {
  const login = findLogin(tx, userId);
  const guard = readGuard(tx);
  const retryAt = Math.max(waitUntil(login?.blockedUntil ?? 0, at), waitUntil(guard.blockedUntil, at));
  if (retryAt > at) return { type: 'early', retryAt };
  const failed = (login?.failed ?? 0) + 1;
  const blockedUntil = at + delayAfter(failed);
  tx.write('UPDATE login SET failed = ?, blocked_until = ? WHERE user_id = ?').run(failed, blockedUntil, userId);
  const failedOfAll = stillCounted(guard.failed, at - guard.lastAt) + 1;
  const blockedForAll = at + delayOfAll(failedOfAll);
  tx.write('UPDATE login_guard SET failed = ?, last_at = ?, blocked_until = ?').run(failedOfAll, at, blockedForAll);
  return { type: 'begun', login, blockedUntil: Math.max(login ? blockedUntil : at, blockedForAll) };
}

/** A time farther off than any delay is of a clock that was wrong. */
function waitUntil(blockedUntil: number, at: number): number {
  return blockedUntil - at > longest ? 0 : blockedUntil;
}

/** A right one takes back what it was counted as, and clears the person; wrong ones of others stay. */
function forgive(tx: WriteTx, userId: string) {
  tx.write('UPDATE login SET failed = 0, blocked_until = 0 WHERE user_id = ?').run(userId);
  tx.write('UPDATE login_guard SET failed = max(0, failed - 1), blocked_until = 0').run();
}

function readGuard(tx: WriteTx) {
  const row = tx.read<[], { failed: number; lastAt: number; blockedUntil: number }>(
    'SELECT failed, last_at AS lastAt, blocked_until AS blockedUntil FROM login_guard',
  );
  return row.get() ?? { failed: 0, lastAt: 0, blockedUntil: 0 };
}

function noteFailure(tx: WriteTx, { userId, at }: TryOf) {
  const person = findPerson(tx, userId);
  const name = person?.name ?? '';
  noteAudit(tx, { at, actor: { userId: person?.id ?? '', name }, kind: 'loginFailed', subject: name });
}
