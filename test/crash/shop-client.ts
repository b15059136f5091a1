import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '#shared/contract.ts';

/** Asks a host as programs do, and as the page does. Everything rejects that isn't answered with success. */
export interface ShopClient {
  readonly rpc: ContractRouterClient<Contract>;
  send<Answer>(method: string, path: string, body?: object): Promise<Answer>;
  upload<Answer>(path: string, file: File): Promise<Answer>;
}

/** @param address as a host prints it: with its key */
export function connectShop(address: string): ShopClient {
  const url = new URL(address);
  const key = url.searchParams.get('key') ?? '';
  async function call<Answer>(path: string, init: RequestInit): Promise<Answer> {
    const answer = await fetch(new URL(`/api/v1${path}`, url), init);
    if (!answer.ok) throw new Error(`${init.method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Answer;
  }
  const authorization = `Bearer ${key}`;
  return {
    rpc: createORPCClient(new RPCLink({ url: `${url.origin}/rpc`, headers: { cookie: `cartera_${url.port}=${key}` } })),
    send: (method, path, body) =>
      call(path, {
        method,
        headers: { authorization, ...(body && { 'content-type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
      }),
    upload(path, file) {
      const body = new FormData();
      body.set('file', file);
      return call(path, { method: 'POST', headers: { authorization }, body });
    },
  };
}
