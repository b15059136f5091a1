import type { Settings } from '#shared/settings/contract.ts';
import { expect, test as base } from './app.ts';
import { connectCore } from './core-client.ts';
import type { Core } from './core-client.ts';
import { wordsIn } from './words.ts';

export { expect } from './app.ts';

type ShopFixtures = {
  /** Settings besides those of a Spanish shop whose first run is done. */
  readonly settings: Partial<Settings>;
  /** The core behind `page`. */
  readonly core: Core;
};

const openShop: Partial<Settings> = {
  firstRunDone: true,
  ownerName: 'Ana',
  shopName: 'Ventanas Ana',
  language: 'en',
  country: 'ES',
  theme: 'light',
};

/** A shop that is already in use: `page` shows its contacts, and `core` fills its base. Each test has a base of its own. */
export const test = base.extend<ShopFixtures>({
  freshApp: true,
  settings: [{}, { option: true }],
  viewport: { width: 1280, height: 720 },

  app: async ({ app, shell, settings }, use, info) => {
    info.skip(shell === 'desktop', 'skipped: the desktop shell serves no address through which a base could be filled');
    await connectCore(app).settings.update({ ...openShop, ...settings });
    await use(app);
  },

  core: async ({ app }, use) => {
    await use(connectCore(app));
  },

  page: async ({ page, settings: { language = 'en' } }, use) => {
    // Keys pressed before the program listens to them would be lost.
    await expect(page.getByRole('combobox', { name: wordsIn(language)('search.label') })).toBeVisible();
    // Where the program begins depends on what there is to do: a base filled meanwhile would begin elsewhere.
    await page.waitForURL((url) => url.pathname !== '/');
    await use(page);
  },
});
