import { onTestFinished } from 'vitest';
import { actorHeader } from '#shared/people/permission.ts';
import { sessionHeader } from '#shared/session/contract.ts';
import { pageClient, restClient, windowClient } from '#test/factories/clients.ts';
import type { Client } from '#test/factories/clients.ts';
import { startTestHost } from '#test/factories/start-test-host.ts';

export type { Client };

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
    if (way === 'rpc') return pageClient(host, headers);
    if (way === 'rest') return restClient(host, headers);
    const { client, close } = windowClient(port, headers);
    onTestFinished(close);
    return client;
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
