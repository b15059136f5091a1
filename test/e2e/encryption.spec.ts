import { rm } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { connectCore } from './core-client.ts';
import { faultsOfAccess, faultsOfLook } from './look.ts';
import { createDataDirectory, startApp } from './start-app.ts';
import type { RunningApp } from './start-app.ts';
import { say } from './words.ts';

test.use({ allowedConsoleErrors: [/503|422|429|ERR_CONNECTION|ERR_INCOMPLETE_CHUNKED/] });

const passphrase = 'correct horse battery';
const newPassphrase = 'another long phrase';

let dataDirectory: string;
let app: RunningApp;

test.beforeEach(async ({ shell }) => {
  test.skip(shell === 'desktop', 'the shell of this spec is started again and again');
  dataDirectory = await createDataDirectory();
  app = await startApp({ dataDirectory });
  const core = connectCore(app);
  await core.settings.update({ firstRunDone: true, ownerName: 'Ana', shopName: 'Ventanas Ana', language: 'en', country: 'ES' });
  await core.contact.create({ givenName: 'Marcada' });
});
test.afterEach(async ({ shell }) => {
  // Of what was skipped nothing was started.
  if (shell === 'desktop') return;
  await app.close();
  await rm(dataDirectory, { recursive: true, force: true, maxRetries: 5 });
});

/** Ends the program, starts it on the same data, and opens its page. */
async function restart(page: Page) {
  await app.close();
  app = await startApp({ dataDirectory });
  await page.goto(app.url);
}

async function typeNewPassphrase(page: Page, chosen: string) {
  await page.getByRole('textbox', { name: say('entrance.newPassphrase') }).fill(chosen);
  await page.getByRole('textbox', { name: say('entrance.again') }).fill(chosen);
}

/** Reads the code that is shown, and types the two groups that are asked for. */
async function confirmCode(page: Page): Promise<string> {
  const code = (await page.getByTestId('recovery-code').innerText()).trim();
  for (const [at, group] of code.split('-').entries()) {
    const field = page.getByRole('textbox', { name: say('encryption.code.group', { number: at + 1 }) });
    if (await field.isVisible()) await field.fill(group);
  }
  return code;
}

async function expectOpen(page: Page) {
  await expect(page.getByRole('button', { name: say('entrance.open') })).toBeHidden({ timeout: 30_000 });
  await page.goto(new URL('/contacts', app.url).href);
  await expect(page.getByRole('link', { name: 'Marcada' }).first()).toBeVisible({ timeout: 30_000 });
}

async function encrypt(page: Page): Promise<string> {
  await page.goto(app.url);
  await page.goto(new URL('/settings/safety', app.url).href);
  await page.getByRole('button', { name: say('encryption.task.turnOn') }).click();
  await typeNewPassphrase(page, passphrase);
  await page.getByRole('button', { name: say('encryption.next') }).click();
  const code = await confirmCode(page);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('encryption.task.turnOn') })
    .click();
  await expect(page.getByText(say('encryption.isOn.passphrase'))).toBeVisible({ timeout: 30_000 });
  return code;
}

test('encrypts the data, asks for the passphrase at the next start, and says when it is wrong', async ({ page }) => {
  await encrypt(page);
  await expectOpen(page);
  await restart(page);
  await expect(page.getByRole('heading', { name: say('entrance.locked.title') })).toBeVisible();
  expect(await faultsOfLook(page)).toEqual([]);
  expect(await faultsOfAccess(page)).toEqual([]);
  const field = page.getByRole('textbox', { name: say('entrance.passphrase') });
  await field.fill('something else');
  await page.getByRole('button', { name: say('entrance.open') }).click();
  await expect(page.getByText(say('entrance.error.WRONG_PASSPHRASE'))).toBeVisible();
  await field.fill(passphrase);
  await page.getByRole('button', { name: say('entrance.open') }).click();
  await expectOpen(page);
});

test('opens by the recovery code when the passphrase is lost', async ({ page }) => {
  const code = await encrypt(page);
  await restart(page);
  await page.getByRole('button', { name: say('entrance.lost') }).click();
  const field = page.getByRole('textbox', { name: say('entrance.code') });
  await field.fill(code.slice(0, -2));
  await typeNewPassphrase(page, newPassphrase);
  await page.getByRole('button', { name: say('entrance.open') }).click();
  await expect(page.getByText(say('entrance.error.MISTYPED_RECOVERY_CODE'))).toBeVisible();
  await field.fill(code.toLowerCase());
  await page.getByRole('button', { name: say('entrance.open') }).click();
  await expectOpen(page);
  await restart(page);
  await page.getByRole('textbox', { name: say('entrance.passphrase') }).fill(newPassphrase);
  await page.getByRole('button', { name: say('entrance.open') }).click();
  await expectOpen(page);
});

test('changes the key, after which the former recovery code opens nothing', async ({ page }) => {
  const former = await encrypt(page);
  await page.getByRole('button', { name: say('encryption.task.changeKey') }).click();
  await page.getByRole('textbox', { name: say('encryption.current') }).fill(passphrase);
  await page.getByRole('button', { name: say('encryption.next') }).click();
  const code = await confirmCode(page);
  expect(code).not.toBe(former);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('encryption.task.changeKey') })
    .click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByText(say('encryption.isOn.passphrase'))).toBeVisible({ timeout: 30_000 });
  await restart(page);
  await page.getByRole('button', { name: say('entrance.lost') }).click();
  const field = page.getByRole('textbox', { name: say('entrance.code') });
  await field.fill(former);
  await typeNewPassphrase(page, passphrase);
  await page.getByRole('button', { name: say('entrance.open') }).click();
  await expect(page.getByText(say('entrance.error.WRONG_RECOVERY_CODE'))).toBeVisible();
  await field.fill(code);
  await page.getByRole('button', { name: say('entrance.open') }).click();
  await expectOpen(page);
});
