import type { Page } from '@playwright/test';
import { expect, test } from './shop.ts';
import { say } from './words.ts';

/** Presses a key of a keyboard that types another letter with it, as the system reports it. */
async function pressKey(
  page: Page,
  press: { readonly code: string; readonly key: string; readonly control?: boolean },
): Promise<void> {
  const { code, key, control = false } = press;
  const session = await page.context().newCDPSession(page);
  const event = { code, key, windowsVirtualKeyCode: code.charCodeAt(3), modifiers: control ? 2 : 0 };
  await session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...event, ...(control ? {} : { text: key }) });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
  await session.detach();
}

for (const [layout, keys] of [
  ['Greek', { n: 'ν', k: 'κ', e: 'ε' }],
  ['Russian', { n: 'т', k: 'л', e: 'у' }],
] as const) {
  test(`shortcuts work on a ${layout} keyboard`, async ({ page, core }) => {
    await pressKey(page, { code: 'KeyN', key: keys.n });
    const name = page.getByRole('dialog').getByRole('textbox', { name: say('quickAdd.name') });
    await expect(name).toBeFocused();
    await expect(name).toHaveValue('');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();

    await pressKey(page, { code: 'KeyK', key: keys.k, control: true });
    await expect(page.getByRole('dialog', { name: say('shortcut.palette') })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();

    await core.contact.create({ givenName: 'Ana' });
    await page.getByRole('row', { name: /Ana/ }).click();
    await expect(page.getByRole('heading', { name: 'Ana' })).toBeVisible();
    await pressKey(page, { code: 'KeyE', key: keys.e });
    await expect(page.getByRole('textbox', { name: say('party.field.givenName') })).toHaveValue('Ana');
  });
}

for (const [chord, field] of [
  ['n', 'quickAdd.name'],
  ['t', 'task.field.title'],
  ['ControlOrMeta+k', 'palette.placeholder'],
] as const) {
  test(`what is typed at once after ${chord} is in the dialog that it opens`, async ({ page }) => {
    // No timer rings: the field must not wait for one.
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 60_000);
    await page.keyboard.press(chord);
    await page.keyboard.type('Luis');
    await expect(page.getByRole('dialog').getByLabel(say(field)).and(page.locator('input'))).toHaveValue('Luis');
  });
}

test('the palette goes anywhere, and "?" lists the keys', async ({ page }) => {
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('combobox', { name: say('palette.placeholder') })).toBeFocused();
  await page.keyboard.type(say('nav.recycleBin'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: say('recycleBin.nothing.title') })).toBeVisible();
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: say('frame.help') });
  await expect(help).toContainText(say('shortcut.search'));
  await expect(help).toContainText(say('shortcut.palette'));
});
