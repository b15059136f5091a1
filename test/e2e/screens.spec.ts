import { languages } from '#shared/settings/contract.ts';
import { faultsOfAccess, faultsOfLook } from './look.ts';
import { fillBase } from './fill-base.ts';
import { screens } from './screens.ts';
import { expect, test } from './shop.ts';
import { wordsIn } from './words.ts';

// All screens one after another take long on a busy machine.
test.describe.configure({ timeout: 240_000 });

// Words take the same room in the dark.
for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ settings: { language } });

    test('every screen has all its words, and room for them', async ({ page, core }) => {
      const base = await fillBase(core);
      for (const screen of screens) {
        await test.step(screen.name, async () => {
          await screen.open({ page, base, say: wordsIn(language) });
          expect.soft(await faultsOfLook(page), screen.name).toEqual([]);
        });
      }
    });
  });
}

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in ${theme}`, () => {
    test.use({ settings: { theme } });

    test('every screen can be used by everybody: axe finds nothing', async ({ page, core }) => {
      const base = await fillBase(core);
      for (const screen of screens) {
        await test.step(screen.name, async () => {
          await screen.open({ page, base, say: wordsIn('en') });
          expect.soft(await faultsOfAccess(page), screen.name).toEqual([]);
        });
      }
    });
  });
}
