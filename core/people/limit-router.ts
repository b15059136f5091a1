import { ORPCError } from '@orpc/server';
import type { CallContext } from '#core/procedure.ts';
import { RightsError } from '#core/people/viewer/guard.ts';
import { swapBack, swapHidden } from '#core/people/viewer/hidden-ids.ts';
import { coreSeenBy, viewerOf } from '#core/people/viewer/viewers.ts';
import { newId } from '#core/records/new-id.ts';

interface Call {
  readonly context: CallContext;
  readonly input: unknown;
}

/** As much of an implemented procedure as is needed to put something before its handler. */
interface Implemented {
  readonly '~orpc': { handler(call: Call): unknown };
}

/**
 * Every handler of a router, with the core as whoever calls sees it: what she may not see isn't there, whichever way the call
 * came in. Ids of hidden records that a call names are swapped for ids of nothing, so that nobody can tell the one from the other.
 */
export function limitRouter<Router extends object>(router: Router): Router {
  return Object.fromEntries(
    Object.entries(router).map(([name, part]) => [name, isProcedure(part) ? limitProcedure(part) : limitRouter(part as object)]),
  ) as Router;
}

function isProcedure(part: unknown): part is Implemented {
  return typeof part === 'object' && part !== null && '~orpc' in part;
}

function limitProcedure<Procedure extends Implemented>(procedure: Procedure): Procedure {
  const { '~orpc': definition } = procedure;
  const Class = procedure.constructor as new (definition: Implemented['~orpc']) => Procedure;
  return new Class({ ...definition, handler: (call) => handle(call, definition.handler.bind(definition)) });
}

async function handle(call: Call, answer: (call: Call) => unknown): Promise<unknown> {
  const { core, actor } = call.context;
  const viewer = viewerOf(core, actor);
  const seen = coreSeenBy(core, actor, viewer);
  const swapped = new Map<string, string>();
  const input = viewer ? swapHidden(call.input, { isHidden: viewer.isHidden, newId, swapped }) : call.input;
  try {
    const answered = await answer({ ...call, input, context: { ...call.context, core: seen } });
    return isPlain(answered) ? swapBack(answered, swapped) : answered;
  } catch (error) {
    if (error instanceof RightsError)
      throw new ORPCError('FORBIDDEN', { defined: true, status: 403, data: { permission: error.permission } });
    if (error instanceof ORPCError && swapped.size > 0)
      throw new ORPCError(error.code, {
        defined: error.defined,
        status: error.status,
        data: swapBack(error.data as unknown, swapped),
      });
    throw error;
  }
}

/** Whether an answer is data alone: files and what comes bit by bit name nothing that a call named. */
function isPlain(answer: unknown): boolean {
  return (
    Array.isArray(answer) || (typeof answer === 'object' && answer !== null && Object.getPrototypeOf(answer) === Object.prototype)
  );
}
