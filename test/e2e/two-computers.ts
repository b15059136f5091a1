import type { Locator, Page } from '@playwright/test';
import { expect, test as base } from './app.ts';
import { connectCore } from './core-client.ts';
import type { Core } from './core-client.ts';
import { startApp } from './start-app.ts';
import { say } from './words.ts';
import { watchErrors } from './watch-errors.ts';

/** A program of its own with a page that shows it. */
export type Computer = { readonly page: Page; readonly core: Core };

type TwoComputers = {
  /** A shop in use. */
  readonly office: Computer;
  /** A computer on which Cartera was just opened for the first time. */
  readonly branch: Computer;
  /** Has a computer of its own used, and ends it. */
  readonly withComputer: (
    use: (computer: Computer) => Promise<void>,
    prepare?: (core: Core) => Promise<unknown>,
  ) => Promise<void>;
};

/** Two computers that know nothing of one another. */
export const test = base.extend<TwoComputers>({
  viewport: { width: 1280, height: 720 },

  withComputer: async ({ context, shell, allowedConsoleErrors }, use, info) => {
    info.skip(shell === 'desktop', 'skipped: the desktop shell serves no address by which two could be told apart');
    await use(async (useIt, prepare) => {
      const app = await startApp();
      const core = connectCore(app);
      await prepare?.(core);
      const page = await context.newPage();
      const errors = watchErrors(page, allowedConsoleErrors);
      await page.goto(app.url);
      await useIt({ page, core });
      errors.expectNone();
      await page.close();
      await app.close();
    });
  },

  office: async ({ withComputer }, use) => {
    const shop = { firstRunDone: true, ownerName: 'Ana', shopName: 'Ventanas Ana', language: 'en', country: 'ES' } as const;
    await withComputer(use, (core) => core.settings.update(shop));
  },

  branch: async ({ withComputer }, use) => {
    await withComputer(use);
  },
});

/** Goes to an address of the program without loading it anew. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    window.history.pushState(null, '', to);
  }, path);
}

/** What says at the top how a computer stands with head office. */
export const chipOf = (page: Page): Locator =>
  page.getByRole('banner').getByRole('button', { name: say('sync.chip', { state: '' }).trim() });

/** Waits until the chip says that a computer is the same as head office, which is then so. */
export async function isSynced({ page, core }: Computer): Promise<void> {
  await expect(chipOf(page)).toHaveText(/^Synced \d/, { timeout: 45_000 });
  const { state, equalAt, waiting } = await core.sync.status(undefined);
  expect({ state, isEqual: equalAt !== null, waiting }).toEqual({ state: 'synced', isEqual: true, waiting: 0 });
}

/** Adds a client with the window for it. */
export async function addClient(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: say('frame.new') }).click();
  await page.getByRole('menuitem', { name: say('frame.newContact') }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('textbox', { name: say('quickAdd.name') }).fill(name);
  await form.getByRole('button', { name: say('common.save'), exact: true }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
}
