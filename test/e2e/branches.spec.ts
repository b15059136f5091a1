import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { Page } from '@playwright/test';
import { faultsOfAccess } from './look.ts';
import { freePort } from './free-port.ts';
import { expect, test } from './shop.ts';
import { say } from './words.ts';

async function openBranches(page: Page): Promise<void> {
  await page.goto(new URL('/branches', page.url()).href);
}

test('a shop that is alone becomes head office from the settings, on a port of its choice', async ({ page, core }) => {
  await expect(page.getByRole('link', { name: say('nav.branches'), exact: true })).toHaveCount(0);
  await page.goto(new URL('/settings#branches', page.url()).href);
  await page.getByRole('link', { name: say('branch.section.begin') }).click();
  await expect(page.getByRole('heading', { name: say('branch.alone.title') })).toBeVisible();
  await expect(page.getByRole('textbox', { name: say('branch.start.name') })).toHaveValue('Ventanas Ana');
  const port = await freePort();
  await page.getByRole('button', { name: say('branch.start.more'), exact: true }).click();
  await page.getByRole('textbox', { name: say('branch.start.port') }).fill(String(port));
  await page.getByRole('button', { name: say('branch.start.button') }).click();
  await expect(page.getByText(say('branch.thisIsOffice'))).toBeVisible();
  await expect(page.getByRole('navigation').getByRole('link', { name: say('nav.branches'), exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: say('branch.none') })).toBeVisible();
  expect(await core.branch.hub(undefined)).toMatchObject({ isHere: true, isRunning: true, port });
});

test.describe('a port that another program uses', () => {
  test.use({ allowedConsoleErrors: [/409/] });

  test('is said in plain words, and another one is asked for', async ({ page, core }) => {
    const other = createServer().listen(0);
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    await openBranches(page);
    await page.getByRole('button', { name: say('branch.start.more'), exact: true }).click();
    await page.getByRole('textbox', { name: say('branch.start.port') }).fill(String(port));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText(say('branch.trouble.portTaken'));
    expect((await core.sync.status(undefined)).role).toBe('alone');
    await page.getByRole('textbox', { name: say('branch.start.port') }).fill(String(await freePort()));
    await page.keyboard.press('Enter');
    await expect(page.getByText(say('branch.thisIsOffice'))).toBeVisible();
    other.close();
  });
});

test.describe('a server that nobody answers at', () => {
  test.use({ allowedConsoleErrors: [/409/] });

  test('is said in plain words, and nothing is changed', async ({ page, core }) => {
    await openBranches(page);
    await page.getByRole('button', { name: say('branch.start.more'), exact: true }).click();
    await page.getByRole('button', { name: say('branch.elsewhere') }).click();
    await expect(page.getByRole('textbox', { name: say('branch.code.address') })).toBeFocused();
    await page.keyboard.type(`127.0.0.1:${String(await freePort())}`);
    await page.keyboard.press('Tab');
    await page.keyboard.type('K7QD-M2XP-9RTB-4HWA');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText(say('branch.trouble.unreachable'));
    expect((await core.sync.status(undefined)).role).toBe('alone');
    await page.getByRole('button', { name: say('common.back') }).click();
    await expect(page.getByRole('button', { name: say('branch.start.button') })).toBeVisible();
  });
});

test.describe('head office', () => {
  test.beforeEach(async ({ core, page }) => {
    await core.branch.startHub({ companyName: 'Ventanas Ana', port: await freePort() });
    await openBranches(page);
  });

  test('adds a branch, gives out a code for its computer, and makes it void, by keys alone', async ({ page, core }) => {
    await page.getByRole('button', { name: say('branch.addFirst') }).click();
    await page.keyboard.type('Sevilla');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Calle Mayor 1');
    await page.keyboard.press('Tab');
    await page.keyboard.type('955 123 456');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: say('branch.connect') });
    await expect(dialog).toContainText(say('branch.added', { number: 1, name: 'Sevilla' }));
    await expect(dialog.getByRole('textbox', { name: say('branch.computer.name') })).toBeFocused();
    await page.keyboard.type('Counter');
    await page.keyboard.press('Enter');
    await expect(dialog.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/)).toBeVisible();
    await expect(dialog.getByRole('img', { name: say('branch.code.qr') })).toBeVisible();
    await expect(dialog.getByRole('button', { name: say('branch.code.copyLink') })).toBeFocused();
    expect(await faultsOfAccess(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    expect((await core.branch.list(undefined)).map(({ name, address, phone }) => [name, address, phone])).toEqual([
      ['Sevilla', 'Calle Mayor 1', '955 123 456'],
    ]);
    await expect(page.getByText(say('branch.state.noComputer'))).toBeVisible();
    await page.getByRole('button', { name: say('branch.codes.cancelNamed', { name: 'Counter' }) }).click();
    await expect(page.getByRole('heading', { name: say('branch.codes') })).toBeHidden();
    expect((await core.branch.invites(undefined)).map(({ state }) => state)).toEqual(['cancelled']);
  });

  test.describe('with a name that is taken', () => {
    test.use({ allowedConsoleErrors: [/422/] });

    test('says so at the field, and keeps what was typed', async ({ page, core }) => {
      await core.branch.create({ name: 'Sevilla' });
      await page.getByRole('button', { name: say('branch.add'), exact: true }).click();
      await page.keyboard.type('sevilla');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog')).toContainText(say('branch.field.nameTaken'));
      await expect(page.getByRole('textbox', { name: say('branch.field.name') })).toHaveValue('sevilla');
    });
  });

  test('edits a branch, closes it after saying what that means, and opens it again', async ({ page, core }) => {
    const { id } = await core.branch.create({ name: 'Sevilla' });
    await expect(page.getByRole('rowheader', { name: /Sevilla/ })).toBeVisible();
    await page.getByRole('button', { name: say('branch.edit'), exact: true }).click();
    await page.getByRole('textbox', { name: say('branch.field.name') }).fill('Triana');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('rowheader', { name: /Triana/ })).toBeVisible();
    await page.getByRole('button', { name: say('branch.close'), exact: true }).click();
    await expect(page.getByRole('dialog')).toContainText(say('branch.close.text'));
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('branch.close'), exact: true })
      .click();
    await expect(page.getByRole('rowheader', { name: /Triana/ })).toBeHidden();
    await page.getByText(say('branch.shown.closed', { count: 1 })).click();
    // It stands alone there, and so is open already.
    await page.getByRole('button', { name: say('branch.reopen') }).click();
    await expect.poll(async () => (await core.branch.list(undefined)).find((one) => one.id === id)?.archivedAt).toBeNull();
  });

  test('makes a branch as a file, with a password that it makes up and shows', async ({ page, core }) => {
    await core.branch.create({ name: 'Sevilla' });
    await page.getByRole('button', { name: say('branch.file'), exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: say('branch.computer.name') }).fill('Counter');
    const make = dialog.getByRole('button', { name: say('branch.file.make') });
    await dialog.getByLabel(say('branch.file.passphrase')).and(page.locator('input')).fill('short');
    await expect(dialog.getByText(say('branch.file.strength.short'))).toBeVisible();
    await expect(make).toBeDisabled();
    await dialog.getByRole('button', { name: say('branch.file.suggest') }).click();
    await expect(dialog.getByText(say('branch.file.strength.good'))).toBeVisible();
    const download = page.waitForEvent('download');
    await make.click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/\.cartera/);
    expect((await readFile(await file.path())).length).toBeGreaterThan(1000);
    await expect(dialog.getByText(say('branch.file.step.passphrase'))).toBeVisible();
    await expect(dialog.getByText(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/)).toBeVisible();
    expect(await faultsOfAccess(page)).toEqual([]);
  });

  test('has nothing to decide at first, and says who sees what before it is changed', async ({ page, core }) => {
    await core.branch.create({ name: 'Sevilla' });
    await page.getByText(say('branch.tab.notTaken', { count: 0 }), { exact: true }).click();
    await expect(page.getByRole('heading', { name: say('branch.notTaken.none') })).toBeVisible();
    await page.getByText(say('branch.tab.rules'), { exact: true }).click();
    await page.getByRole('radio', { name: say('branch.cards.private') }).click();
    await expect(page.getByRole('dialog')).toContainText(say('branch.cards.private.follows'));
    expect((await core.settings.get(undefined)).clientCards).toBe('common');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('branch.cards.change') })
      .click();
    await expect(page.getByRole('radio', { name: say('branch.cards.private') })).toBeChecked();
    expect((await core.settings.get(undefined)).clientCards).toBe('private');
  });

  test.describe('that is stopped', () => {
    // Its page asks it how branches are doing, which the browser writes to its console.
    test.use({ allowedConsoleErrors: [/503/] });

    test('stops answering, says what that means, and starts again', async ({ page, core }) => {
      await page.getByRole('button', { name: say('branch.office.menu') }).click();
      await page.getByRole('menuitem', { name: say('branch.stop') }).click();
      await expect(page.getByText(say('branch.stopped.text'))).toBeVisible();
      await expect.poll(async () => (await core.branch.hub(undefined)).isRunning).toBe(false);
      await page.getByRole('button', { name: say('branch.startAgain') }).click();
      await expect(page.getByText(say('branch.thisIsOffice'))).toBeVisible();
    });
  });

  test('says in reports up to when the numbers of a branch are known', async ({ page, core }) => {
    await core.branch.create({ name: 'Sevilla' });
    await core.pipeline.addReady({ trade: 'windows' });
    const { id: partyId } = await core.contact.create({ givenName: 'Ana' });
    const { id } = await core.deal.create({ partyId, title: 'Kitchen', lines: [{ name: 'Window', unitPrice: 30_000 }] });
    await core.deal.win({ id });
    await page.goto(new URL('/reports/sales?by=branch', page.url()).href);
    await expect(page.getByText(say('branch.asOf.nothing', { branches: 'Sevilla' }))).toBeVisible();
    await expect(page.getByRole('rowheader', { name: say('branch.office') })).toBeVisible();
    expect(await faultsOfAccess(page)).toEqual([]);
  });
});
