import { languageNames } from '#renderer/app/languages.ts';
import { languages } from '#shared/settings/contract.ts';
import { expect, test } from './app.ts';
import { faultsOfAccess, faultsOfLook } from './look.ts';
import { say, wordsIn } from './words.ts';

test.use({ freshApp: true });

test('begins in the language of the system, and in each of the five that is chosen', async ({ page }) => {
  await expect(page.getByRole('heading', { name: say('firstRun.welcome') })).toBeVisible();
  for (const language of languages) {
    await page.getByRole('radiogroup').getByText(languageNames[language], { exact: true }).click();
    await expect(page.getByRole('heading', { name: wordsIn(language)('firstRun.welcome') })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.getByRole('button', { name: wordsIn(language)('firstRun.continue') })).toBeVisible();
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`has room for its words in five languages, and can be used by everybody, in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 1280, height: 720 });
    for (const language of languages) {
      const words = wordsIn(language);
      await page.getByRole('radiogroup').getByText(languageNames[language], { exact: true }).click();
      await expect(page.getByRole('heading', { name: words('firstRun.welcome') })).toBeVisible();
      expect.soft(await faultsOfLook(page), language).toEqual([]);
      await page.getByRole('button', { name: words('firstRun.continue') }).click();
      await expect(page.getByRole('heading', { name: words('firstRun.ready') })).toBeVisible();
      expect.soft(await faultsOfLook(page), language).toEqual([]);
      await page.getByRole('button', { name: words('common.back'), exact: true }).click();
    }
    expect(await faultsOfAccess(page)).toEqual([]);
    await page.getByRole('button', { name: say('firstRun.continue') }).click();
    await expect(page.getByRole('heading', { name: say('firstRun.ready') })).toBeVisible();
    expect(await faultsOfAccess(page)).toEqual([]);
  });
}

test.describe('after a few words about the shop', () => {
  test.beforeEach(async ({ page }) => {
    await page.getByRole('textbox', { name: say('settings.ownerName') }).fill('Ana');
    await page.getByRole('textbox', { name: say('settings.shopName') }).fill('Ventanas Ana');
    await page.getByRole('combobox', { name: say('settings.country') }).fill('spain');
    await page.getByRole('option', { name: 'Spain' }).click();
    await page.getByRole('radio', { name: say('settings.trade.windows') }).click();
    await page.getByRole('button', { name: say('firstRun.continue') }).click();
    await expect(page.getByRole('heading', { name: say('firstRun.readyNamed', { name: 'Ana' }) })).toBeVisible();
  });

  test('goes on to bring in a list', async ({ page }) => {
    await page.getByRole('button', { name: say('firstRun.import') }).click();
    await expect(page.getByRole('heading', { name: say('import.title') })).toBeVisible();
    await expect(page.getByRole('banner')).toContainText('Ventanas Ana');
  });

  test('goes on with invented people, who can be taken away again', async ({ page }) => {
    await page.getByRole('button', { name: say('firstRun.demo') }).click();
    const list = page.getByRole('grid', { name: say('party.types.contact') });
    await expect(list.getByRole('row').nth(10)).toBeVisible();
    await page
      .getByRole('alert')
      .getByRole('button', { name: say('common.undo') })
      .click();
    await expect(page.getByRole('heading', { name: say('list.empty.title') })).toBeVisible();
  });

  test('goes on with an empty base, and never asks again', async ({ page }) => {
    await page.getByRole('button', { name: say('firstRun.empty') }).click();
    await expect(page.getByRole('heading', { name: say('list.empty.title') })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { name: say('list.empty.title') })).toBeVisible();
  });

  test('goes back without losing what was typed', async ({ page }) => {
    await page.getByRole('button', { name: say('common.back'), exact: true }).click();
    await expect(page.getByRole('textbox', { name: say('settings.ownerName') })).toHaveValue('Ana');
    await expect(page.getByRole('combobox', { name: say('settings.country') })).toHaveValue('Spain');
    await expect(page.getByRole('radio', { name: say('settings.trade.windows') })).toBeChecked();
  });
});
