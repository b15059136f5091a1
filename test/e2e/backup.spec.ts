import { cp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { connectCore } from './core-client.ts';
import { createDataDirectory, startApp } from './start-app.ts';
import type { RunningApp } from './start-app.ts';
import { say } from './words.ts';

// Calls are refused while the data is closed or can't be opened, and the page says so in its own way.
test.use({ allowedConsoleErrors: [/503|409|422|ERR_CONNECTION|ERR_INCOMPLETE/], viewport: { width: 1280, height: 720 } });

let dataDirectory: string;
let app: RunningApp;

test.beforeEach(async ({ shell }) => {
  test.skip(shell === 'desktop', 'the shell of this spec is started again and again');
  dataDirectory = await createDataDirectory();
  app = await startApp({ dataDirectory });
  const core = connectCore(app);
  await core.settings.update({ firstRunDone: true, ownerName: 'Ana', shopName: 'Ventanas Ana', language: 'en', country: 'ES' });
  await core.contact.create({ givenName: 'Before' });
});
test.afterEach(async ({ shell }) => {
  // Of what was skipped nothing was started.
  if (shell === 'desktop') return;
  await app.close();
  await rm(dataDirectory, { recursive: true, force: true, maxRetries: 5 });
});

async function backUp(page: Page) {
  await page.goto(app.url);
  await page.goto(new URL('/settings/safety', app.url).href);
  await page.getByRole('button', { name: say('backup.now') }).click();
  await expect(page.getByText(say('backup.done'))).toBeVisible({ timeout: 30_000 });
}

/** Who is in the list of contacts. */
async function expectContacts(page: Page, ...names: readonly string[]) {
  await page.goto(new URL('/contacts', app.url).href);
  for (const name of names) await expect(page.getByRole('link', { name }).first()).toBeVisible({ timeout: 30_000 });
}

interface Damage {
  readonly damage: (bytes: Buffer) => void;
  readonly told?: 'damaged' | 'notUpdated';
}

/** Ends the program, spoils its file, and starts it again. */
async function damageAndStart(page: Page, { told = 'damaged', damage }: Damage) {
  await app.close();
  const path = join(dataDirectory, 'cartera.db');
  const bytes = await readFile(path);
  damage(bytes);
  await writeFile(path, bytes);
  app = await startApp({ dataDirectory });
  await page.goto(app.url);
  await expect(page.getByRole('heading', { name: say(`rescue.${told}`) })).toBeVisible({ timeout: 30_000 });
}

test('backs up, shows what is in a backup and what would go, and brings it back', async ({ page }) => {
  await backUp(page);
  await connectCore(app).contact.create({ givenName: 'After' });
  await page.reload();
  await page
    .getByRole('button', { name: say('backup.restore'), exact: true })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(say('backup.restore.lost', { acts: 1, parties: 1, deals: 0, tasks: 0 }))).toBeVisible();
  await dialog.getByRole('button', { name: say('backup.restore'), exact: true }).click();
  await expect(dialog).toBeHidden({ timeout: 60_000 });
  await expectContacts(page, 'Before');
  await expect(page.getByRole('link', { name: 'After' })).toHaveCount(0);
  // What was there before is a backup itself.
  await page.goto(new URL('/settings/safety', app.url).href);
  await expect(page.getByText(say('backup.reason.beforeRestore'))).toBeVisible();
});

test('opens a damaged file’s backup when asked, and keeps the damaged file', async ({ page }) => {
  await backUp(page);
  await damageAndStart(page, { damage: (bytes) => bytes.fill(0xff, 0, 64) });
  await page.getByRole('button', { name: say('rescue.last') }).click();
  await expect(page.getByRole('combobox', { name: say('search.label') })).toBeVisible({ timeout: 60_000 });
  await expectContacts(page, 'Before');
  const [aside] = await readdir(join(dataDirectory, 'set-aside'));
  expect((await stat(join(dataDirectory, 'set-aside', aside ?? '', 'cartera.db'))).size).toBeGreaterThan(0);
});

test('saves what can be saved of a damaged file, and says how much', async ({ page }) => {
  await connectCore(app).contact.create({ givenName: 'Since' });
  await damageAndStart(page, { damage: (bytes) => bytes.fill(0, 0, 100) });
  await expect(page.getByText(say('rescue.none'))).toBeVisible();
  // Told before: both people can be read, nobody is lost.
  const clients = page.getByRole('row', { name: say('backup.restore.clients') });
  await expect(clients.getByRole('cell')).toHaveText(['2', '0'], { timeout: 30_000 });
  await page.getByRole('button', { name: say('rescue.repair') }).click();
  await expect(page.getByRole('combobox', { name: say('search.label') })).toBeVisible({ timeout: 60_000 });
  await expectContacts(page, 'Before', 'Since');
});

test('offers to save nothing of a file of which nothing can be read', async ({ page }) => {
  await damageAndStart(page, { damage: (bytes) => bytes.fill(0, 0, bytes.length) });
  await expect(page.getByText(say('rescue.survey.nothing'))).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('button', { name: say('rescue.repair') })).toHaveCount(0);
});

test('says that the data couldn’t be brought up to date, and where its copy is', async ({ page }) => {
  // As if an older version had saved it: the steps since then can't be done twice.
  await damageAndStart(page, { told: 'notUpdated', damage: (bytes) => void bytes.writeUInt32BE(130, 60) });
  await expect(page.getByText('.beforeMigration.db')).toBeVisible();
  await expect(page.getByRole('button', { name: say('rescue.repair') })).toHaveCount(0);
  await page.getByRole('button', { name: say('common.retry') }).click();
  await expect(page.getByText('.beforeMigration.db')).toBeVisible();
});

test('tells a second program that the data is open already', async ({ page }) => {
  const second = await startApp({ dataDirectory });
  try {
    await page.goto(second.url);
    await expect(page.getByRole('heading', { name: say('rescue.openElsewhere') })).toBeVisible({ timeout: 30_000 });
    await app.close();
    await page.getByRole('button', { name: say('common.retry') }).click();
    await page.goto(new URL('/contacts', second.url).href);
    await expect(page.getByRole('link', { name: 'Before' }).first()).toBeVisible({ timeout: 30_000 });
  } finally {
    await second.close();
  }
});

test('adds a place for backups, and says why another can’t be one', async ({ page }) => {
  const stick = await createDataDirectory();
  try {
    await page.goto(app.url);
    await page.goto(new URL('/settings/safety', app.url).href);
    const field = page.getByRole('textbox', { name: say('backup.place.path') });
    await field.fill('/nowhere/at/all');
    await page.getByRole('button', { name: say('backup.place.add') }).click();
    await expect(page.getByText(say('backup.refused.notThere'))).toBeVisible();
    await field.fill(stick);
    await page.getByRole('button', { name: say('backup.place.add') }).click();
    await expect(page.locator('#backups').getByText(stick, { exact: true })).toBeVisible();
    await page.getByRole('button', { name: say('backup.now') }).click();
    await expect
      .poll(async () => (await readdir(stick, { recursive: true })).some((name) => name.endsWith('.db')), { timeout: 30_000 })
      .toBe(true);
  } finally {
    await rm(stick, { recursive: true, force: true });
  }
});

test('on a new computer brings back an encrypted backup, by the passphrase it was made with', async ({ page }) => {
  const passphrase = 'correcto caballo';
  const core = connectCore(app);
  const { recoveryCode, ask } = await core.encryption.prepareCode();
  const [one, other] = ask.map((number) => recoveryCode.split('-')[number - 1] ?? '');
  await core.encryption.turnOn({ passphrase, confirmed: [one ?? '', other ?? ''] });
  const isOn = () =>
    core.encryption.status().then(
      (status) => status.isOn,
      () => false,
    );
  await expect.poll(isOn, { timeout: 60_000 }).toBe(true);
  await core.backup.run();
  const made = async () => (await core.backup.list()).filter(({ isEncrypted }) => isEncrypted).length;
  await expect.poll(made, { timeout: 60_000 }).toBeGreaterThan(0);
  const stick = await createDataDirectory();
  await cp(join(dataDirectory, 'backups'), stick, { recursive: true });
  await app.close();
  await rm(dataDirectory, { recursive: true, force: true, maxRetries: 5 });
  dataDirectory = await createDataDirectory();
  app = await startApp({ dataDirectory });
  try {
    await page.goto(app.url);
    await page.getByRole('button', { name: say('firstRun.bringBack') }).click({ timeout: 60_000 });
    await page.getByRole('textbox', { name: say('backup.folder.path') }).fill(stick);
    await page.getByRole('button', { name: say('backup.folder.look') }).click();
    await page
      .getByRole('button', { name: say('backup.restore'), exact: true })
      .first()
      .click({ timeout: 30_000 });
    const dialog = page.getByRole('dialog');
    const field = dialog.getByLabel(say('entrance.passphrase'), { exact: true });
    await field.fill('not this one');
    await dialog.getByRole('button', { name: say('backup.restore'), exact: true }).click();
    await expect(dialog.getByText(say('entrance.error.WRONG_PASSPHRASE'))).toBeVisible({ timeout: 30_000 });
    await field.fill(passphrase);
    await dialog.getByRole('button', { name: say('backup.restore'), exact: true }).click();
    await expect(page.getByRole('combobox', { name: say('search.label') })).toBeVisible({ timeout: 60_000 });
    await expectContacts(page, 'Before');
    expect(await readdir(dataDirectory)).toContain('keys.json');
  } finally {
    await rm(stick, { recursive: true, force: true });
  }
});
