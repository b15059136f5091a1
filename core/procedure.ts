import { implement, ORPCError } from '@orpc/server';
import type { Core } from '#core/core.ts';
import { isDiskFull } from '#core/disk-full.ts';
import { isAllowed } from '#core/people/allow.ts';
import type { Caller } from '#core/session/caller.ts';
import { contract } from '#shared/contract.ts';
import { isToSee, watchingCode } from '#shared/people/permission.ts';
import type { Actor } from '#shared/people/permission.ts';
import type { ProcedureMeta } from '#shared/procedure.ts';

/** What every procedure is called with, whichever way the call came in. */
export interface CallContext {
  readonly core: Core;
  readonly actor: Actor;
  /** Where the REST API answers, or null when this process serves none. */
  readonly apiAddress: string | null;
  /** Where the call came from; left out by the command line. */
  readonly caller?: Caller;
}

/** A full disk is no fault of ours: said in a word that people are told, and that programs can wait by. */
async function sayDiskFull<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw isDiskFull(error) ? new ORPCError('DISK_FULL', { status: 507, cause: error }) : error;
  }
}

/** The contract, ready to be given handlers. A procedure that declares no permission refuses everybody. */
export const procedures = implement(contract)
  .$context<CallContext>()
  .use(({ context, procedure, next }) => {
    const { permission } = procedure['~orpc'].meta as ProcedureMeta;
    if (permission === undefined || !isAllowed(context.actor, permission)) {
      throw new ORPCError('FORBIDDEN', { status: 403, data: { permission: permission ?? '' } });
    }
    if (context.actor.isWatching && !isToSee(permission))
      throw new ORPCError('FORBIDDEN', { status: 403, data: { permission: watchingCode } });
    return sayDiskFull(async () => next());
  });

/** For a switch over outcomes: no case was forgotten. */
export function assertNever(value: never): never {
  throw new Error(`unexpected ${JSON.stringify(value)}`);
}
