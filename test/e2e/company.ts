import { expect } from '@playwright/test';
import { connectCore } from './core-client.ts';
import type { Core } from './core-client.ts';
import { freePort } from './free-port.ts';
import { startApp } from './start-app.ts';
import type { RunningApp } from './start-app.ts';

/** Head office of a company, as a program of its own, with one branch that has no computer yet. */
export type Office = {
  readonly app: RunningApp;
  readonly core: Core;
  readonly branchId: string;
  /** A link by which a computer joins that branch. */
  readonly invite: (name: string) => Promise<string>;
};

export const companyName = 'Ventanas Ana';
export const branchName = 'Sevilla';

/** Starts head office on a port of its own. */
export async function startOffice(): Promise<Office> {
  const app = await startApp();
  const core = connectCore(app);
  await core.settings.update({ firstRunDone: true, ownerName: 'Ana', shopName: companyName, language: 'en', country: 'ES' });
  await core.branch.startHub({ companyName, port: await freePort() });
  const { id: branchId } = await core.branch.create({ name: branchName });
  // Who has just added a branch gives out no code within the same second.
  await syncUntilEqual(core);
  const invite = async (name: string) => (await core.branch.invite({ branchId, name })).link;
  return { app, core, branchId, invite };
}

/** Makes a copy a computer of the branch; nothing goes between them by itself from then on. */
export async function joinBranch(core: Core, office: Office): Promise<void> {
  await core.sync.join({ code: await office.invite('Counter'), computerName: 'Counter' });
  await syncUntilEqual(core);
  await core.sync.update({ automatic: false });
  await office.core.sync.update({ automatic: false });
}

/** Exchanges changes until a copy and head office are the same. */
export async function syncUntilEqual(core: Core): Promise<void> {
  const before = (await core.sync.status(undefined)).equalAt ?? 0;
  await core.sync.now({});
  await expect
    .poll(
      async () => {
        const { state, equalAt } = await core.sync.status(undefined);
        if (state === 'waiting') await core.sync.now({});
        return state === 'synced' && (equalAt ?? 0) > before;
      },
      { timeout: 30_000 },
    )
    .toBe(true);
}

interface BothWrite {
  readonly office: Core;
  readonly branch: Core;
  readonly write: (core: Core, where: 'office' | 'branch') => Promise<unknown>;
}

/** Has head office and a branch write without seeing each other's: where it is the same, the branch's is later and stands. */
export async function makeConflicts({ office, branch, write }: BothWrite): Promise<void> {
  await write(office, 'office');
  await syncUntilEqual(office);
  await write(branch, 'branch');
  await syncUntilEqual(branch);
  await syncUntilEqual(office);
}
