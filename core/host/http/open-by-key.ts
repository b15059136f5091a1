import type { Core } from '#core/core.ts';
import { narrowed } from '#core/host/identify.ts';
import type { CallContext } from '#core/procedure.ts';
import type { Caller } from '#core/session/caller.ts';
import { findApiKey, noteKeyUsed } from '#core/settings/api-keys.ts';
import type { ApiKey } from '#shared/settings/contract.ts';
import type { EntryFault } from '#shared/procedure.ts';

type OpenedByKey =
  | ({ readonly type: 'open' } & Pick<CallContext, 'actor'> & { readonly caller: Caller })
  | { readonly type: 'refused'; readonly code: EntryFault }
  /** Its person works here no more. */
  | { readonly type: 'gone' };

/** Lets a program in by its key: as whom it was made for, with what that person may do now, narrowed to what the key is for. */
export function openByKey(core: Core, given: string): OpenedByKey {
  const key = findApiKey(core.store.db, given);
  if (!key) return { type: 'refused', code: 'keyUnknown' };
  if (isExpired(key, core.store.now())) return { type: 'refused', code: 'keyExpired' };
  const found = key.userId === null ? ({ type: 'actor', actor: core.owner() } as const) : core.actorOf(key.userId);
  if (found.type !== 'actor') return { type: 'gone' };
  noteKeyUsed(core.store, key);
  const scopes = key.scopes === null ? null : new Set(key.scopes);
  const isStillIn = () => {
    const now = findApiKey(core.store.db, given);
    return now !== undefined && !isExpired(now, core.store.now());
  };
  const caller: Caller = {
    way: 'program',
    userAgent: '',
    session: null,
    fault: null,
    scopes,
    isStillIn,
    noteActive: () => undefined,
  };
  return { type: 'open', actor: narrowed(found.actor, scopes), caller };
}

function isExpired({ expiresAt }: ApiKey, now: number): boolean {
  return expiresAt !== null && expiresAt <= now;
}
