import { ORPCError } from '@orpc/server';
import type { Core } from '#core/core.ts';
import { isAllowed } from '#core/people/allow.ts';
import { watching } from '#core/people/see-as.ts';
import type { CallContext } from '#core/procedure.ts';
import type { Caller } from '#core/session/caller.ts';
import { entrantActor } from '#core/session/entrants.ts';
import { isProtected } from '#core/session/logins.ts';
import { nobody } from '#core/session/nobody.ts';
import { presenceOf } from '#core/session/presence.ts';
import type { SessionWay } from '#core/session/sessions.ts';
import type { Actor } from '#shared/people/permission.ts';
import type { UnknownUser } from '#shared/procedure.ts';

/** What a call says of who makes it. */
export interface Asking {
  /** Of a session. */
  readonly token: string | null;
  /** The id of whom it wants to act as. */
  readonly named: string | null;
  /** The id of whose eyes it looks through, writing nothing. */
  readonly seeAs?: string | null;
  readonly userAgent: string;
  readonly way: SessionWay;
}

type Identity = Required<Pick<CallContext, 'actor' | 'caller'>>;

/**
 * Who makes a call. A program with a key is whom the key was made for. In a window it is whoever it names as long as nobody has a
 * password, and then whoever's session it comes with.
 */
export function identify(context: CallContext, asking: Asking): Identity {
  const identity = whoCalls(context, asking);
  const { seeAs = null } = asking;
  if (seeAs === null || identity.caller.fault !== null) return identity;
  const seen = narrowed(actorNamed(context.core, seeAs), identity.caller.scopes);
  return { ...identity, actor: watching(context.core, identity.actor, seen) };
}

function whoCalls({ core, actor, caller }: CallContext, asking: Asking): Identity {
  if (caller) return { caller, actor: actingAs(core, { actor, caller, named: asking.named }) };
  if (!isProtected(core.store.db)) {
    const isStillIn = () => !isProtected(core.store.db);
    const open = { ...callerOf(asking), isStillIn };
    return { caller: open, actor: actingAs(core, { actor: core.owner(), caller: open, named: asking.named }) };
  }
  return withSession(core, asking);
}

function withSession(core: Core, asking: Asking): Identity {
  const { token, named } = asking;
  const presence = presenceOf(core.store);
  const caller = callerOf(asking);
  const found = token === null ? ({ type: 'none' } as const) : presence.find(token);
  if (token === null || found.type === 'none') return { actor: nobody, caller: { ...caller, fault: 'sessionNeeded' } };
  const entrant = entrantActor(core.store.db, found.session.userId);
  // Who left the shop isn't let in by a session from before.
  if (entrant.type !== 'actor') return { actor: nobody, caller: { ...caller, fault: 'sessionNeeded' } };
  const { session } = found;
  if (found.type === 'locked') return { actor: nobody, caller: { ...caller, session, fault: 'sessionLocked' } };
  const known = {
    ...caller,
    session,
    isStillIn: () => presence.find(token).type === 'open',
    noteActive: () => presence.note(session),
  };
  return { caller: known, actor: actingAs(core, { actor: entrant.actor, caller: known, named }) };
}

function callerOf({ way, userAgent }: Asking): Caller {
  return { way, userAgent, session: null, fault: null, scopes: null, isStillIn: () => true, noteActive: () => undefined };
}

interface Acting {
  readonly actor: Actor;
  readonly caller: Caller;
  readonly named: string | null;
}

/** Whom a call names, where whoever makes it may name others; never with more than its key is narrowed to. */
function actingAs(core: Core, { actor, caller, named }: Acting): Actor {
  if (named === null) return actor;
  const found = actorNamed(core, named);
  if (found.userId === actor.userId) return caller.session || caller.scopes ? actor : found;
  // Who was let in as somebody isn't somebody else by saying so.
  if (!isAllowed(actor, 'people.manage'))
    throw new ORPCError('FORBIDDEN', { defined: true, status: 403, data: { permission: 'people.manage' } });
  return narrowed(found, caller.scopes);
}

/** Somebody with no more than this; null is with all they have. */
export function narrowed(actor: Actor, scopes: Caller['scopes']): Actor {
  if (scopes === null) return actor;
  return { ...actor, permissions: new Set([...actor.permissions].filter((permission) => scopes.has(permission))) };
}

/** The person with this id. @throws {ORPCError} UNKNOWN_USER when nobody who works here has it */
function actorNamed(core: Core, userId: string): Actor {
  const found = core.actorOf(userId);
  if (found.type === 'actor') return found.actor;
  const data: UnknownUser = { userId, isArchived: found.type === 'archived' };
  throw new ORPCError('UNKNOWN_USER', { defined: true, status: 403, data });
}
