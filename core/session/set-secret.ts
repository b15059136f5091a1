import { noteAudit } from '#core/audit/note-audit.ts';
import type { WriteTx } from '#core/database/connection.ts';
import { isAllowed } from '#core/people/allow.ts';
import { findPerson } from '#core/people/queries.ts';
import { readOwner } from '#core/people/users.ts';
import type { Store } from '#core/records/store.ts';
import { checkSecret } from '#core/session/check-secret.ts';
import type { Checked } from '#core/session/check-secret.ts';
import { canManagePeople } from '#core/session/entrants.ts';
import { hashSecret } from '#core/session/hash-secret.ts';
import type { HashedSecret } from '#core/session/hash-secret.ts';
import { dropLogin, findLogin, isProtected, keepLogin, readSecretKinds, recoveryId } from '#core/session/logins.ts';
import { createRecoveryCode } from '#core/encryption/recovery-code.ts';
import { presenceOf } from '#core/session/presence.ts';
import type { Presence } from '#core/session/presence.ts';
import { beginSession } from '#core/session/sessions.ts';
import type { Session, SessionWay } from '#core/session/sessions.ts';
import type { Actor } from '#shared/people/permission.ts';
import { secretFault } from '#shared/session/secret.ts';
import type { SecretFault, SecretKind } from '#shared/session/secret.ts';

export interface SecretRequest {
  readonly actor: Actor;
  readonly userId: string;
  readonly kind: SecretKind | 'none';
  readonly secret: string;
  /** What they have so far. */
  readonly current: string;
  readonly session: Session | null;
  readonly way: SessionWay;
  readonly userAgent: string;
}

export type SecretSet =
  | { readonly type: 'set'; readonly recoveryCode: string | null; readonly token: string | null }
  | { readonly type: 'refused'; readonly code: SecretFault }
  | { readonly type: 'notFound' | 'forbidden' }
  | { readonly type: 'ownerFirst'; readonly ownerId: string }
  | { readonly type: 'othersFirst'; readonly userIds: readonly string[] }
  | Exclude<Checked, { readonly type: 'right' }>;

/** Sets or takes away (kind `none`) somebody's password or PIN. */
export async function setSecret(store: Store, request: SecretRequest): Promise<SecretSet> {
  const refusal = refusalOf(store, request);
  if (refusal) return refusal;
  const { actor, userId, kind, secret, current } = request;
  if (userId === actor.userId && findLogin(store.db, userId)) {
    const checked = await checkSecret(store, { userId, secret: current });
    if (checked.type !== 'right') return checked;
  }
  const isOwners = readOwner(store.db).userId === userId;
  const recoveryCode = isOwners && kind !== 'none' ? createRecoveryCode() : null;
  const hashed = kind === 'none' ? null : await hashSecret(secret);
  const recovery = recoveryCode === null ? null : await hashSecret(recoveryCode);
  const presence = presenceOf(store);
  const token = await store.keep((tx) => keepSecret(tx, { ...request, presence, at: store.now(), hashed, recovery }));
  // Every window asks anew who may do what, and how one enters.
  store.announce({ recordTypes: ['user'], ids: null });
  return { type: 'set', recoveryCode, token };
}

function refusalOf({ db }: Store, { actor, userId, kind, secret }: SecretRequest): SecretSet | undefined {
  if (userId !== actor.userId && !isAllowed(actor, 'people.manage')) return { type: 'forbidden' };
  const person = findPerson(db, userId);
  if (!person || person.archivedAt !== null) return { type: 'notFound' };
  const canManage = canManagePeople(db, userId);
  if (kind === 'none') {
    const others = [...readSecretKinds(db).keys()].filter((id) => id !== userId && findPerson(db, id)?.archivedAt === null);
    return canManage && others.length > 0 ? { type: 'othersFirst', userIds: others } : undefined;
  }
  const ownerId = readOwner(db).userId;
  if (!isProtected(db) && userId !== ownerId) return { type: 'ownerFirst', ownerId };
  const fault = secretFault({ kind, secret, name: person.name, canManage });
  return fault === null ? undefined : { type: 'refused', code: fault };
}

interface SecretToKeep extends SecretRequest {
  readonly presence: Presence;
  readonly at: number;
  readonly hashed: HashedSecret | null;
  readonly recovery: HashedSecret | null;
}

/** @returns the token of a session, for who sets the first one: nobody is known without from now on */
function keepSecret(
  tx: WriteTx,
  { actor, userId, kind, session, way, userAgent, presence, at, hashed, recovery }: SecretToKeep,
): string | null {
  const wasProtected = isProtected(tx);
  const subject = findPerson(tx, userId)?.name ?? '';
  if (hashed === null || kind === 'none') dropLogin(tx, userId);
  else keepLogin(tx, { userId, kind, ...hashed, at });
  if (recovery !== null) keepLogin(tx, { userId: recoveryId, kind: 'recovery', ...recovery, at });
  noteAudit(tx, { at, actor, kind: 'secret', subject, details: { kind } });
  if (wasProtected && isProtected(tx)) {
    const but = session?.userId === userId ? session.id : null;
    presence.endAll(tx, userId, { at, but });
    return null;
  }
  presence.endAll(tx, null, { at, but: null });
  if (wasProtected || userId !== actor.userId) return null;
  return beginSession(tx, { user: actor, way, userAgent, at }).token;
}
