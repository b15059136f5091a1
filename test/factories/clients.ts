import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink as HttpLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { JsonifiedClient } from '@orpc/openapi-client';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import type { PortHost } from '#core/host/serve-port.ts';
import { contract } from '#shared/contract.ts';
import type { Contract } from '#shared/contract.ts';

/** Every procedure there is, whichever way it is called. */
export type Client = ContractRouterClient<Contract>;

type Headers = Readonly<Record<string, string>>;

interface Address {
  readonly port: number;
  readonly key: string;
}

/** Calls as the page in a browser does. */
export function pageClient({ port, key }: Address, headers: Headers = {}): Client {
  const url = `http://127.0.0.1:${port}/rpc`;
  return createORPCClient(new HttpLink({ url, headers: { ...headers, cookie: `cartera_${port}=${key}` } }));
}

/** Calls as other programs do, with a key. */
export function restClient({ port, key }: Address, headers: Headers = {}): Client {
  const url = `http://127.0.0.1:${port}/api/v1`;
  const link = new OpenAPILink(contract, { url, headers: { ...headers, authorization: `Bearer ${key}` } });
  return createORPCClient<JsonifiedClient<Client>>(link) as Client;
}

/** Calls as a window of the desktop shell does, until it is closed. */
export function windowClient(host: PortHost, headers: Headers = {}): { readonly client: Client; close(): void } {
  const { port1, port2 } = new MessageChannel();
  host.serve(port2);
  port2.start();
  port1.start();
  return { client: createORPCClient(new PortLink({ port: port1, headers })), close: () => port1.close() };
}
