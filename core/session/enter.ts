import type { Store } from '#core/records/store.ts';
import { checkSecret } from '#core/session/check-secret.ts';
import type { Checked } from '#core/session/check-secret.ts';
import { entrantActor, entryOf } from '#core/session/entrants.ts';
import { readSecretKinds } from '#core/session/logins.ts';
import type { Actor } from '#shared/people/permission.ts';

export type Entered =
  | { readonly type: 'entered'; readonly actor: Actor }
  | { readonly type: 'passwordNeeded' }
  | Exclude<Checked, { readonly type: 'right' }>;

interface Entrance {
  readonly userId: string;
  readonly secret?: string | undefined;
  /** See `checkSecret`. */
  readonly patience?: number;
}

/** Lets somebody in who works here: by a tap where they need no more, else by what they have. Who isn't here is told what a wrong password is. */
export async function enter(store: Store, { userId, secret = '', patience = Infinity }: Entrance): Promise<Entered> {
  const found = entrantActor(store.db, userId);
  if (found.type !== 'actor') {
    const checked = await checkSecret(store, { userId: '', secret, patience });
    return checked.type === 'right' ? { type: 'wrong', retryAt: null } : checked;
  }
  const entry = entryOf(store.db, userId, readSecretKinds(store.db).get(userId));
  if (entry === 'needed') return { type: 'passwordNeeded' };
  if (entry === 'tap') return { type: 'entered', actor: found.actor };
  const checked = await checkSecret(store, { userId, secret, patience });
  return checked.type === 'right' ? { type: 'entered', actor: found.actor } : checked;
}
