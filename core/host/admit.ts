import { ORPCError } from '@orpc/server';
import type { RPCHandler } from '@orpc/server/node';
import { identify } from '#core/host/identify.ts';
import type { Asking } from '#core/host/identify.ts';
import { untilOut } from '#core/host/until-out.ts';
import type { CallContext } from '#core/procedure.ts';
import type { SessionWay } from '#core/session/sessions.ts';
import { actorHeader, seeAsHeader } from '#shared/people/permission.ts';
import type { ProcedureMeta } from '#shared/procedure.ts';
import { sessionHeader } from '#shared/session/contract.ts';

type HandlerOptions = NonNullable<ConstructorParameters<typeof RPCHandler<CallContext>>[1]>;
type Admission = Required<Pick<HandlerOptions, 'interceptors' | 'clientInterceptors'>>;

interface AdmitOptions {
  readonly way: SessionWay;
  /** Told of each call that somebody known made. */
  readonly onCall?: (asking: Asking) => void;
}

/** Says of each call who makes it, the same for every way in, and answers nobody what only somebody may know. */
export function admit({ way, onCall }: AdmitOptions): Admission {
  return {
    interceptors: [
      ({ next, ...options }) => {
        const { headers } = options.request;
        const asking: Asking = {
          token: textOf(headers[sessionHeader]),
          named: textOf(headers[actorHeader]),
          seeAs: textOf(headers[seeAsHeader]),
          userAgent: textOf(headers['user-agent']) ?? '',
          way,
        };
        onCall?.(asking);
        return next({ ...options, context: { ...options.context, ...identify(options.context, asking) } });
      },
    ],
    clientInterceptors: [
      async ({ next, ...options }) => {
        const { caller } = options.context;
        if (!caller) return next();
        const { permission } = options.procedure['~orpc'].meta as ProcedureMeta;
        if (caller.fault !== null && permission !== 'session.begin')
          throw new ORPCError('UNAUTHORIZED', { status: 401, data: { code: caller.fault } });
        return untilOut(await next(), caller);
      },
    ],
  };
}

function textOf(header: string | readonly string[] | undefined): string | null {
  return header === undefined ? null : String(header);
}
