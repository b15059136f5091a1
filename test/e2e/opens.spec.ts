import { expect, test } from './app.ts';

test('opens without an error in the page', async ({ page }) => {
  await expect(page).toHaveTitle(/Cartera/);
  await expect(page.locator('#root')).not.toBeEmpty();
});

test('opens again at the address of any of its pages', async ({ page }) => {
  await page.goto(new URL('/recycle-bin', page.url()).href);
  await expect(page.locator('#root')).not.toBeEmpty();
});
