import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { say } from './words.ts';

test.use({ freshApp: true });

/** Goes on with Tab until something is reached, as somebody without a mouse does. */
async function tabTo(page: Page, role: 'button' | 'link' | 'textbox', name: string): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: true });
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < 60; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${role} "${name}" was not reached by Tab.`);
}

test('a whole round needs no mouse: first run, a new contact, search, card, note', async ({ page }) => {
  await expect(page.getByRole('textbox', { name: say('settings.ownerName') })).toBeFocused();
  await page.keyboard.type('Ana');
  await tabTo(page, 'button', say('firstRun.continue'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: say('firstRun.readyNamed', { name: 'Ana' }) })).toBeVisible();
  await tabTo(page, 'button', `${say('firstRun.empty')} ${say('firstRun.emptyText')}`);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: say('list.empty.title') })).toBeVisible();

  await page.keyboard.press('n');
  await expect(page.getByRole('textbox', { name: say('quickAdd.name') })).toBeFocused();
  await page.keyboard.type('Eva Ruiz');
  await page.keyboard.press('Tab');
  await page.keyboard.type('600 100 200');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Eva Ruiz' })).toBeVisible();

  await tabTo(page, 'link', say('nav.contacts'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('grid')).toBeVisible();

  await page.keyboard.press('/');
  await page.keyboard.type('100 200');
  await expect(page.getByRole('option', { name: /Eva Ruiz/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article', { name: 'Eva Ruiz' })).toBeVisible();

  await page.keyboard.press('w');
  await expect(page.getByRole('textbox', { name: say('activity.text') })).toBeFocused();
  await page.keyboard.type('Called, wants two doors');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('listitem').filter({ hasText: 'Called, wants two doors' })).toBeVisible();
});
