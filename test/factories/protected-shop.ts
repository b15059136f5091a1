import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink as HttpLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { JsonifiedClient } from '@orpc/openapi-client';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { onTestFinished } from 'vitest';
import { contract } from '#shared/contract.ts';
import type { Contract } from '#shared/contract.ts';
import { actorHeader } from '#shared/people/permission.ts';
import { sessionHeader } from '#shared/session/contract.ts';
import { startTestHost } from '#test/factories/start-test-host.ts';

export type Client = ContractRouterClient<Contract>;

export const ways = ['rpc', 'rest', 'port'] as const;
export type Way = (typeof ways)[number];

export const ownersPassword = 'limones y sal';

interface Claim {
  readonly token?: string;
  readonly named?: string;
}

/** A shop of Ana, who owns it, Eva and Luis, who sell, with every way in to it; nobody has a password yet. */
export async function openShopOfThree() {
  const host = await startTestHost();
  const port = host.openPorts();
  const as = (way: Way, { token, named }: Claim = {}): Client => {
    const headers = { ...(token && { [sessionHeader]: token }), ...(named && { [actorHeader]: named }) };
    const origin = `http://127.0.0.1:${host.port}`;
    if (way === 'rpc')
      return createORPCClient(
        new HttpLink({ url: `${origin}/rpc`, headers: { ...headers, cookie: `cartera_${host.port}=${host.key}` } }),
      );
    if (way === 'rest') {
      const link = new OpenAPILink(contract, {
        url: `${origin}/api/v1`,
        headers: { ...headers, authorization: `Bearer ${host.key}` },
      });
      return createORPCClient<JsonifiedClient<Client>>(link) as Client;
    }
    const { port1, port2 } = new MessageChannel();
    onTestFinished(() => port1.close());
    port.serve(port2);
    port2.start();
    port1.start();
    return createORPCClient(new PortLink({ port: port1, headers }));
  };
  const open = as('rpc');
  await open.settings.update({ ownerName: 'Ana' });
  const ana = await open.people.me();
  const eva = await open.people.create({ name: 'Eva', role: 'seller' });
  const luis = await open.people.create({ name: 'Luis', role: 'seller' });
  return { host, as, ana, eva, luis };
}

/** The same shop once Ana has a password: `owner` is her window, and `token` its session. */
export async function openProtectedShop() {
  const shop = await openShopOfThree();
  const { recoveryCode, session } = await shop.as('rpc').session.setSecret({ kind: 'password', secret: ownersPassword });
  if (session === null || recoveryCode === null) throw new Error('whoever sets the first password goes on working');
  return { ...shop, recoveryCode, token: session.token, owner: shop.as('rpc', { token: session.token }) };
}
