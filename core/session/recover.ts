import { noteAudit } from '#core/audit/note-audit.ts';
import { readOwner } from '#core/people/users.ts';
import type { Store } from '#core/records/store.ts';
import { checkSecret } from '#core/session/check-secret.ts';
import type { Checked } from '#core/session/check-secret.ts';
import { hashSecret } from '#core/session/hash-secret.ts';
import { keepLogin, recoveryId } from '#core/session/logins.ts';
import { createRecoveryCode, readRecoveryCode } from '#core/encryption/recovery-code.ts';
import { presenceOf } from '#core/session/presence.ts';
import { beginSession } from '#core/session/sessions.ts';
import type { SessionWay } from '#core/session/sessions.ts';
import { secretFault } from '#shared/session/secret.ts';
import type { SecretFault, SecretKind } from '#shared/session/secret.ts';

export interface RecoverRequest {
  readonly code: string;
  readonly kind: SecretKind;
  readonly secret: string;
  readonly way: SessionWay;
  readonly userAgent: string;
}

export type Recovered =
  | { readonly type: 'recovered'; readonly recoveryCode: string; readonly token: string; readonly userId: string }
  | { readonly type: 'refused'; readonly code: SecretFault }
  | Exclude<Checked, { readonly type: 'right' }>;

/** Lets the owner in by the code that was shown when the password was set, with a new password and a new code. */
export async function recover(store: Store, { code, kind, secret, way, userAgent }: RecoverRequest): Promise<Recovered> {
  const owner = readOwner(store.db);
  const fault = secretFault({ kind, secret, name: owner.name, canManage: true });
  if (fault !== null) return { type: 'refused', code: fault };
  const checked = await checkSecret(store, { userId: recoveryId, secret: readRecoveryCode(code) ?? '' });
  if (checked.type !== 'right') return checked;
  const recoveryCode = createRecoveryCode();
  const [hashed, recovery] = [await hashSecret(secret), await hashSecret(recoveryCode)];
  const at = store.now();
  const { token } = await store.keep((tx) => {
    keepLogin(tx, { userId: owner.userId, kind, ...hashed, at });
    keepLogin(tx, { userId: recoveryId, kind: 'recovery', ...recovery, at });
    noteAudit(tx, { at, actor: owner, kind: 'secret', subject: owner.name, details: { kind, by: 'recoveryCode' } });
    presenceOf(store).endAll(tx, owner.userId, { at, but: null });
    return beginSession(tx, { user: owner, way, userAgent, at });
  });
  return { type: 'recovered', recoveryCode, token, userId: owner.userId };
}
