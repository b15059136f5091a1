import { ORPCError } from '@orpc/server';
import type { StandardHandlerInterceptorOptions, StandardHandleResult } from '@orpc/server/standard';
import type { CallContext } from '#core/procedure.ts';
import type { Core } from '#core/core.ts';
import { isAllowed } from '#core/people/allow.ts';
import type { Actor } from '#shared/people/permission.ts';
import { actorHeader } from '#shared/people/permission.ts';
import type { UnknownUser } from '#shared/procedure.ts';

type Options = StandardHandlerInterceptorOptions<CallContext> & {
  next(options?: StandardHandlerInterceptorOptions<CallContext>): Promise<StandardHandleResult>;
};

/** Makes the person that a call's header names the one who acts; the same for every way in. */
export async function actAsNamed({ next, ...options }: Options): Promise<StandardHandleResult> {
  const named = options.request.headers[actorHeader];
  if (named === undefined) return next(options);
  const { context } = options;
  const actor = actorNamed(context.core, String(named));
  // A program that was let in as somebody isn't somebody else by saying so.
  if (actor.userId !== context.actor.userId && !isAllowed(context.actor, 'people.manage'))
    throw new ORPCError('FORBIDDEN', { defined: true, status: 403, data: { permission: 'people.manage' } });
  return next({ ...options, context: { ...context, actor } });
}

/** The person with this id. @throws {ORPCError} UNKNOWN_USER when nobody who works here has it */
function actorNamed(core: Core, userId: string): Actor {
  const found = core.actorOf(userId);
  if (found.type === 'actor') return found.actor;
  const data: UnknownUser = { userId, isArchived: found.type === 'archived' };
  throw new ORPCError('UNKNOWN_USER', { defined: true, status: 403, data });
}
