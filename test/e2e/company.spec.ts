import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { fieldOf } from './field-of.ts';
import { freePort } from './free-port.ts';
import { addClient, chipOf, goTo, isSynced, test } from './two-computers.ts';
import type { Computer } from './two-computers.ts';
import { expect } from './app.ts';
import { say } from './words.ts';

test.describe.configure({ timeout: 240_000 });
// A wrong password is refused, a client is gone, and head office is away while it changes its port.
test.use({ allowedConsoleErrors: [/404|422|503/], actionTimeout: 20_000 });

const companyName = 'Ventanas Ana';

/** A row of a list of clients. */
const rowOf = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) });

/** The owner makes her computer head office, and adds a branch; the window for the branch's computer is open then. */
async function becomeOffice({ page, core }: Computer, branchName: string): Promise<void> {
  await goTo(page, '/branches');
  await page.getByRole('button', { name: say('branch.start.more'), exact: true }).click();
  await page.getByRole('textbox', { name: say('branch.start.port') }).fill(String(await freePort()));
  await page.getByRole('button', { name: say('branch.start.button') }).click();
  await expect(page.getByText(say('branch.thisIsOffice'))).toBeVisible();
  await expect.poll(async () => (await core.sync.status(undefined)).role).toBe('office');
  await page.getByRole('button', { name: say('branch.addFirst') }).click();
  await page.getByRole('textbox', { name: say('branch.field.name') }).fill(branchName);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: say('branch.connect') })).toBeVisible();
}

/** Gives out a code for a computer, and reads it off the screen with the address. */
async function readCode(page: Page, computerName: string): Promise<{ readonly code: string; readonly address: string }> {
  const dialog = page.getByRole('dialog', { name: say('branch.connect') });
  await dialog.getByRole('textbox', { name: say('branch.computer.name') }).fill(computerName);
  await page.keyboard.press('Enter');
  const code = await dialog.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/).innerText();
  const address = await dialog.getByText(/^https?:\/\/\S+:\d+$/).innerText();
  await dialog.getByRole('button', { name: say('branch.code.done') }).click();
  return { code, address };
}

/** Fields of the one client that both know. */
async function writeField(page: Page, label: 'party.field.notes' | 'party.field.jobTitle', value: string): Promise<void> {
  await fieldOf(page, label).click();
  const box = page.getByRole('textbox', { name: say(label) });
  await box.fill(value);
  await box.press(label === 'party.field.notes' ? 'ControlOrMeta+Enter' : 'Enter');
  await expect(fieldOf(page, label)).toContainText(value);
}

async function setAutomatic(page: Page, isOn: boolean): Promise<void> {
  await goTo(page, '/settings#office');
  const automatic = page.getByRole('switch', { name: say('sync.automatic') });
  await expect(automatic).toBeChecked({ checked: !isOn });
  await automatic.click();
  await expect(automatic).toBeChecked({ checked: isOn });
  await expect(page.getByRole('combobox', { name: say('sync.interval') })).toHaveCount(isOn ? 1 : 0);
}

async function openCard(page: Page, name: string): Promise<void> {
  await goTo(page, '/contacts');
  await rowOf(page, name).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
}

async function syncNow(page: Page): Promise<void> {
  await chipOf(page).click();
  await page.getByRole('button', { name: say('sync.now') }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: say('sync.section') })).toBeHidden();
}

const conflictsOn = (page: Page) => page.getByRole('main').getByRole('listitem');

interface CarriedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** What a press of a button has the browser save. */
async function downloadOf(page: Page, press: () => Promise<void>): Promise<CarriedFile> {
  const download = page.waitForEvent('download');
  await press();
  const file = await download;
  return { name: file.suggestedFilename(), mimeType: 'application/octet-stream', buffer: await readFile(await file.path()) };
}

/** Chooses a file in the system's window that a press opens. */
async function choose(page: Page, press: () => Promise<void>, file: CarriedFile): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await press();
  await (await chooser).setFiles(file);
}

test.describe('a company', () => {
  test('begins, takes in a branch by a code, works apart and together, and parts with a computer', async ({ office, branch }) => {
    const both = [office, branch];

    await test.step('this computer becomes head office, with a branch and a code for its computer', async () => {
      await becomeOffice(office, 'Sevilla');
      const sevilla = (await office.core.branch.list(undefined))[0];
      for (const name of ['Eva Gil', 'Luis Mora'])
        await office.core.people.create({ name, role: name === 'Eva Gil' ? 'owner' : 'seller', branchId: sevilla?.id ?? null });
      await office.core.contact.create({ givenName: 'Ángela', familyName: 'Núñez', notes: 'Likes oak' });
    });

    await test.step('the fresh computer joins in its first run, and somebody says who she is', async () => {
      const { code, address } = await readCode(office.page, 'Counter');
      const { page } = branch;
      await page.getByRole('button', { name: say('sync.join.branch') }).click();
      await page.getByRole('textbox', { name: say('sync.join.code') }).fill(code);
      await page.getByRole('textbox', { name: say('sync.join.address') }).fill(address);
      await page.getByRole('textbox', { name: say('sync.join.computerName') }).fill('Counter');
      await page.keyboard.press('Enter');
      await page
        .getByRole('dialog', { name: say('sync.join.who') })
        .getByRole('button', { name: /Eva Gil/ })
        .click();
      await expect(page.getByRole('button', { name: say('people.working', { name: 'Eva Gil' }) })).toBeVisible();
      await expect(rowOf(page, 'Ángela Núñez')).toBeVisible();
      await isSynced(branch);
      await expect(page.getByRole('banner')).toContainText(companyName);
      // Half a minute otherwise, in which nothing is to be seen.
      for (const { core } of both) await core.sync.update({ intervalSeconds: 5 });
    });

    await test.step('a client added at the branch shows up at head office by itself', async () => {
      await goTo(office.page, '/contacts');
      await addClient(branch.page, 'Pedro Ruiz');
      await expect(rowOf(office.page, 'Pedro Ruiz')).toBeVisible({ timeout: 45_000 });
      await isSynced(branch);
    });

    await test.step('what both wrote while the branch was off is shown to both, and settled at head office', async () => {
      await setAutomatic(branch.page, false);
      for (const { page } of both) await openCard(page, 'Pedro Ruiz');
      await writeField(office.page, 'party.field.notes', 'Wants a call in the morning');
      await writeField(office.page, 'party.field.jobTitle', 'Storekeeper');
      await isSynced(office);
      await writeField(branch.page, 'party.field.notes', 'Never call');
      await writeField(branch.page, 'party.field.jobTitle', 'Accountant');
      await expect(chipOf(branch.page)).toHaveText(/^1 waiting/);
      await expect(fieldOf(office.page, 'party.field.jobTitle')).toContainText('Storekeeper');

      await syncNow(branch.page);
      await isSynced(branch);
      await expect(fieldOf(office.page, 'party.field.jobTitle')).toContainText('Accountant', { timeout: 45_000 });
      for (const { page } of both) {
        await page.getByRole('link', { name: say('conflict.link', { count: 2 }) }).click();
        await expect(conflictsOn(page)).toHaveCount(2);
        await expect(conflictsOn(page).first()).toContainText('Eva Gil, Sevilla');
        await expect(conflictsOn(page).first()).toContainText(`Ana, ${say('sync.office')}`);
      }
      for (const left of [1, 0]) {
        await conflictsOn(office.page)
          .first()
          .getByRole('button', { name: say('conflict.take') })
          .click();
        await expect(conflictsOn(office.page)).toHaveCount(left);
      }
      await setAutomatic(branch.page, true);
      await goTo(branch.page, '/conflicts');
      await expect(branch.page.getByRole('heading', { name: say('conflict.empty.open.title') })).toBeVisible({ timeout: 45_000 });
      await openCard(branch.page, 'Pedro Ruiz');
      await expect(fieldOf(branch.page, 'party.field.jobTitle')).toContainText('Storekeeper');
      await expect(fieldOf(branch.page, 'party.field.notes')).toContainText('Wants a call in the morning');
    });

    await test.step('cards made private leave the branches that they are not of', async () => {
      await goTo(branch.page, '/contacts');
      await expect(rowOf(branch.page, 'Ángela Núñez')).toBeVisible();
      await goTo(office.page, '/branches?tab=rules');
      await office.page.getByRole('radio', { name: say('branch.cards.private') }).click();
      await office.page
        .getByRole('dialog')
        .getByRole('button', { name: say('branch.cards.change') })
        .click();
      await expect(rowOf(branch.page, 'Ángela Núñez')).toHaveCount(0, { timeout: 45_000 });
      await expect(rowOf(branch.page, 'Pedro Ruiz')).toBeVisible();
    });

    await test.step('a client moved to another branch leaves the list and the search of the first', async () => {
      await office.core.branch.create({ name: 'Cádiz' });
      await openCard(branch.page, 'Pedro Ruiz');
      await goTo(office.page, '/contacts');
      await openCard(office.page, 'Pedro Ruiz');
      await office.page.getByRole('button', { name: say('card.menu'), exact: true }).click();
      await office.page.getByRole('menuitem', { name: say('sync.move') }).click();
      const dialog = office.page.getByRole('dialog', { name: say('sync.move.title') });
      await dialog.getByRole('combobox', { name: say('sync.move.to') }).click();
      await office.page.getByRole('option', { name: 'Cádiz' }).click();
      await dialog.getByRole('button', { name: say('sync.move.go') }).click();
      await expect(dialog).toBeHidden();
      await expect(branch.page.getByRole('heading', { name: say('contact.notFound') })).toBeVisible({ timeout: 45_000 });
      await goTo(branch.page, '/contacts');
      await expect(branch.page.getByRole('heading', { name: say('list.empty.title') })).toBeVisible();
      await branch.page.getByRole('combobox', { name: say('search.label') }).fill('Pedro');
      await expect(branch.page.getByText(say('search.nobody', { text: 'Pedro' }))).toBeVisible();
      await branch.page.keyboard.press('Escape');
      await isSynced(branch);
      await expect(office.page.getByRole('heading', { name: 'Pedro Ruiz' })).toBeVisible();
    });

    await test.step('the computer that head office shuts out says so, and works on by itself', async () => {
      await goTo(office.page, '/branches');
      await office.page.getByRole('button', { name: say('branch.named', { number: 1, name: 'Sevilla' }) }).click();
      await office.page.getByRole('button', { name: say('branch.computer.menu', { name: 'Counter' }) }).click();
      await office.page.getByRole('menuitem', { name: say('branch.shutOut') }).click();
      await office.page
        .getByRole('dialog')
        .getByRole('button', { name: say('branch.shutOut') })
        .click();
      await expect(chipOf(branch.page)).toHaveText(say('sync.state.revoked'), { timeout: 45_000 });
      await chipOf(branch.page).click();
      await expect(branch.page.getByRole('dialog', { name: say('sync.section') })).toContainText(say('sync.trouble.revoked'));
      await expect(branch.page.getByRole('button', { name: say('sync.now') })).toHaveCount(0);
      await branch.page.keyboard.press('Escape');
      await addClient(branch.page, 'Nuria Vega');
      await goTo(branch.page, '/contacts');
      await expect(rowOf(branch.page, 'Nuria Vega')).toBeVisible();
      await goTo(office.page, '/contacts');
      await expect(rowOf(office.page, 'Pedro Ruiz')).toBeVisible();
      await expect(rowOf(office.page, 'Nuria Vega')).toHaveCount(0);
    });
  });

  test('goes on with files alone, from a branch file with a password to the answer of head office', async ({
    office,
    branch,
  }) => {
    const open = await test.step('head office makes the branch as a file', async () => {
      await office.core.contact.create({ givenName: 'Ángela', familyName: 'Núñez' });
      await becomeOffice(office, 'Sevilla');
      await office.page.keyboard.press('Escape');
      await office.page.getByRole('button', { name: say('branch.file'), exact: true }).click();
      const dialog = office.page.getByRole('dialog', { name: say('branch.file.title', { name: 'Sevilla' }) });
      await dialog.getByRole('textbox', { name: say('branch.computer.name') }).fill('Counter');
      await dialog.getByRole('button', { name: say('branch.file.suggest') }).click();
      const password = await dialog.getByText(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/).innerText();
      const file = await downloadOf(office.page, () => dialog.getByRole('button', { name: say('branch.file.make') }).click());
      await dialog.getByRole('button', { name: say('branch.code.done') }).click();
      return { password, file };
    });
    // Nobody answers where the file says that head office is.
    await office.core.branch.stopHub(undefined);
    await office.core.branch.startHub({ companyName: 'Ventanas Ana', port: await freePort() });

    await test.step('the fresh computer opens it', async () => {
      const { page } = branch;
      await page.getByRole('button', { name: say('sync.join.branch') }).click();
      await page.getByText(say('sync.join.byFile'), { exact: true }).click();
      await choose(page, () => page.getByRole('button', { name: say('sync.join.file') }).click(), open.file);
      const password = page.getByLabel(say('sync.join.passphrase')).and(page.locator('input'));
      await password.fill('not the right one');
      await password.press('Enter');
      await expect(page.getByRole('alert')).toHaveText(say('sync.join.fault.wrongPassphrase'));
      await password.fill(open.password);
      await password.press('Enter');
      await expect(rowOf(page, 'Ángela Núñez')).toBeVisible();
      await expect(chipOf(page)).not.toHaveText(/Synced/);
    });

    const changes = await test.step('its changes go into a file', async () => {
      await addClient(branch.page, 'Pedro Ruiz');
      await setAutomatic(branch.page, false);
      await chipOf(branch.page).click();
      return downloadOf(branch.page, () =>
        branch.page
          .getByRole('dialog', { name: say('sync.section') })
          .getByRole('button', { name: say('sync.export') })
          .click(),
      );
    });

    const answer = await test.step('head office takes it in, and gives an answer', async () => {
      await office.core.contact.create({ givenName: 'Nuria', familyName: 'Vega' });
      await goTo(office.page, '/branches');
      await choose(office.page, () => office.page.getByRole('button', { name: say('sync.import') }).click(), changes);
      const dialog = office.page.getByRole('dialog', { name: say('sync.bundle.title') });
      await expect(dialog.getByText(say('sync.bundle.answerText', { from: 'Counter' }))).toBeVisible();
      const file = await downloadOf(office.page, () => dialog.getByRole('button', { name: say('sync.bundle.answer') }).click());
      await dialog
        .getByRole('button', { name: say('common.close') })
        .last()
        .click();
      await goTo(office.page, '/contacts');
      await expect(rowOf(office.page, 'Pedro Ruiz')).toBeVisible();
      return file;
    });

    await test.step('the branch takes that in, and is the same as head office', async () => {
      await chipOf(branch.page).click();
      const panel = branch.page.getByRole('dialog', { name: say('sync.section') });
      await choose(branch.page, () => panel.getByRole('button', { name: say('sync.import') }).click(), answer);
      const dialog = branch.page.getByRole('dialog', { name: say('sync.bundle.title') });
      await expect(dialog.getByRole('status')).toContainText(companyName);
      await branch.page.keyboard.press('Escape');
      await goTo(branch.page, '/contacts');
      await expect(rowOf(branch.page, 'Nuria Vega')).toBeVisible();
      await isSynced(branch);
    });
  });
});
