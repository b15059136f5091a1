import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '#shared/contract.ts';
import type { RunningApp } from './start-app.ts';

/** Asks the core as a page does, to prepare what a spec begins with and to look at what it left behind. */
export type Core = ContractRouterClient<Contract>;

/** A client of a running app, with the key that its address carries. */
export function connectCore({ url }: RunningApp): Core {
  const { origin, port, searchParams } = new URL(url);
  const cookie = `cartera_${port}=${searchParams.get('key') ?? ''}`;
  return createORPCClient<Core>(new RPCLink({ url: `${origin}/rpc`, headers: { cookie } }));
}
