import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createRouterClient } from '@orpc/server';
import { onTestFinished } from 'vitest';
import { openCore } from '#core/core.ts';
import type { Core } from '#core/core.ts';
import { router } from '#core/router.ts';
import { synchronise } from '#core/sync/synchronise.ts';
import type { Turn } from '#core/sync/synchronise.ts';
import { startOffice } from '#office/start-office.ts';
import { makeTestDirectory } from '#test/factories/open-test-core.ts';

/** A computer of a company, on data of its own. */
export interface Computer {
  readonly core: Core;
  readonly directory: string;
  readonly client: ReturnType<typeof clientOf>;
  sync(): Promise<Turn>;
}

/** A computer of which nobody knows yet. */
export function openComputer(directory = makeTestDirectory()): Computer {
  const core = openCore(directory, { startOffice: (options) => startOffice({ ...options, host: '127.0.0.1' }) });
  onTestFinished(() => core.close());
  return { core, directory, client: clientOf(core), sync: () => synchronise(core.store) };
}

/** Head office on one computer, with a branch. */
export async function foundCompany() {
  const office = openComputer();
  const port = await freePort();
  await office.client.settings.update({ country: 'ES', ownerName: 'Ana' });
  await office.client.branch.startHub({ companyName: 'Ventanas Sol', port });
  await office.sync();
  const branch = await office.client.branch.create({ name: 'North' });
  await office.sync();
  return { office, branch, address: `http://127.0.0.1:${port}` };
}

type Company = Awaited<ReturnType<typeof foundCompany>>;

/** A new computer that joins the branch with a code, and has all that is its. */
export async function joinBranch(
  { office, branch, address }: Company,
  brings: 'nothing' | 'data' = 'nothing',
  computer = openComputer(),
) {
  const { code } = await office.client.branch.invite({ branchId: branch.id, name: 'Till', brings });
  await computer.client.sync.join({ code, address, computerName: 'Till' });
  await computer.sync();
  return computer;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function clientOf(core: Core) {
  return createRouterClient(router, { context: () => ({ core, actor: core.owner(), apiAddress: null }) });
}
