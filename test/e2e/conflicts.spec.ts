import type { Page } from '@playwright/test';
import { branchName, companyName, joinBranch, makeConflicts, startOffice, syncUntilEqual } from './company.ts';
import type { Office } from './company.ts';
import { expect, test as base } from './shop.ts';
import { say } from './words.ts';

/** `core` and `page` are those of a shop that may become a branch of this head office. */
const test = base.extend<{ readonly office: Office }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern
  office: async ({}, use) => {
    const office = await startOffice();
    await use(office);
    await office.app.close();
  },
});

const openAt = (page: Page, path: string) => page.goto(new URL(path, page.url()).href);
const chip = (page: Page) => page.getByRole('banner').getByRole('button', { name: say('sync.chip', { state: '' }).trim() });

test.describe('a computer that joins', () => {
  test.use({ allowedConsoleErrors: [/422/] });

  test('is told what is wrong with a code, and joins by the link; then somebody says who she is', async ({
    page,
    core,
    office,
  }) => {
    await office.core.people.create({ name: 'Eva Gil', role: 'owner', branchId: office.branchId });
    await office.core.people.create({ name: 'Luis Mora', role: 'seller', branchId: office.branchId });
    await syncUntilEqual(office.core);
    await openAt(page, '/settings#office');
    await expect(chip(page)).toHaveCount(0);
    const join = page.getByRole('region', { name: say('sync.join') });
    await join.getByRole('textbox', { name: say('sync.join.code') }).fill('AAAA-BBBB-CCCC-DDDD');
    await join.getByRole('textbox', { name: say('sync.join.address') }).fill('127.0.0.1:1');
    await join.getByRole('textbox', { name: say('sync.join.computerName') }).fill('Counter');
    await join.getByRole('button', { name: say('sync.join.go'), exact: true }).click();
    await expect(join.getByRole('alert')).toHaveText(say('sync.join.fault.unreachable'));

    await join.getByRole('textbox', { name: say('sync.join.code') }).fill(await office.invite('Counter'));
    await expect(join.getByRole('textbox', { name: say('sync.join.address') })).toHaveCount(0);
    await page.keyboard.press('Enter');
    await page
      .getByRole('dialog', { name: say('sync.join.who') })
      .getByRole('button', { name: /Luis Mora/ })
      .click();
    await expect(page.getByRole('button', { name: say('people.working', { name: 'Luis Mora' }) })).toBeVisible();
    await expect.poll(async () => (await core.sync.status(undefined)).state).toBe('synced');
    await chip(page).click();
    const panel = page.getByRole('dialog', { name: say('sync.section') });
    await expect(panel).toContainText(companyName);
    await expect(panel).toContainText(branchName);
    await expect(panel).toContainText(say('sync.main', { name: 'Counter' }));
  });
});

test('the chip says what waits, and that head office is the same only once it is', async ({ page, core, office }) => {
  await joinBranch(core, office);
  await page.reload();
  await expect(chip(page)).toContainText(say('sync.state.synced', { when: '' }).trim());
  await core.contact.create({ givenName: 'Luis' });
  await expect(chip(page)).toContainText(say('sync.state.waitingNever', { count: 1 }));
  await chip(page).click();
  await page.getByRole('button', { name: say('sync.now') }).click();
  await expect(chip(page)).toContainText(say('sync.state.synced', { when: '' }).trim());
});

test('what two wrote is settled by keys: the other one taken, a third one written, and undone', async ({
  page,
  core,
  office,
}) => {
  await joinBranch(core, office);
  const { id } = await core.contact.create({ givenName: 'Ángela', jobTitle: 'Seller' });
  await syncUntilEqual(core);
  await syncUntilEqual(office.core);
  const { id: companyId } = await core.company.create({ name: 'Cristales Sur' });
  await syncUntilEqual(core);
  await syncUntilEqual(office.core);
  await makeConflicts({
    office: office.core,
    branch: core,
    write: async (one, where) => {
      await one.contact.update({ id, jobTitle: where === 'office' ? 'Accountant' : 'Storekeeper' });
      await one.company.update({ id: companyId, industry: where === 'office' ? 'Glass' : 'Windows' });
    },
  });
  await openAt(page, '/conflicts');
  const rows = page.getByRole('main').getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await expect(page.getByRole('navigation').getByRole('img', { name: say('conflict.count', { count: 2 }) })).toBeVisible();
  const jobTitle = rows.filter({ has: page.getByRole('heading', { name: say('party.field.jobTitle') }) });
  await expect(jobTitle).toContainText('Storekeeper');
  await expect(jobTitle).toContainText('Accountant');
  await expect(jobTitle).toContainText(branchName);
  await expect(jobTitle).toContainText(`Ana, ${say('sync.office')}`);

  await openAt(page, `/contacts/${id}`);
  await page.getByRole('link', { name: say('conflict.link', { count: 1 }) }).click();
  await expect(rows).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('t');
  await expect.poll(async () => (await core.contact.get({ id })).jobTitle).toBe('Accountant');
  await expect(rows).toHaveCount(0);
  await page.getByRole('button', { name: say('common.undo') }).click();
  await expect.poll(async () => (await core.contact.get({ id })).jobTitle).toBe('Storekeeper');
  await expect(rows).toHaveCount(1);

  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('e');
  await page.getByRole('textbox', { name: say('conflict.edit.label') }).fill('Head of the workshop');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await core.contact.get({ id })).jobTitle).toBe('Head of the workshop');
  expect((await core.conflict.count(undefined)).open).toBe(1);
  await openAt(page, '/conflicts?tab=edited');
  await expect(rows).toHaveCount(1);
});

test('conflicts are settled by hundreds at once', async ({ page, core, office }) => {
  await joinBranch(core, office);
  const ids: string[] = [];
  for (let count = 0; count < 60; count++) ids.push((await core.contact.create({ givenName: `Client ${String(count)}` })).id);
  await syncUntilEqual(core);
  await syncUntilEqual(office.core);
  await makeConflicts({
    office: office.core,
    branch: core,
    write: async (one, where) => {
      for (const id of ids) await one.contact.update({ id, jobTitle: where });
    },
  });
  await openAt(page, '/conflicts');
  await page.getByRole('button', { name: say('conflict.selectAll', { count: '60' }) }).click();
  await expect(page.getByText(say('conflict.selected', { count: 60 }))).toBeVisible();
  await page.getByRole('button', { name: say('conflict.takeAll') }).click();
  await expect(page.getByRole('heading', { name: say('conflict.empty.open.title') })).toBeVisible();
  const titles = await Promise.all(ids.map(async (id) => (await core.contact.get({ id })).jobTitle));
  expect(new Set(titles)).toEqual(new Set(['office']));
});

test('what was removed there and changed here is told in words, and brought back', async ({ page, core, office }) => {
  await joinBranch(core, office);
  const { id } = await core.contact.create({ givenName: 'Pepe' });
  await syncUntilEqual(core);
  await syncUntilEqual(office.core);
  await makeConflicts({
    office: office.core,
    branch: core,
    write: async (one, where) => {
      if (where === 'office') return one.contact.update({ id, notes: 'Wants a call' });
      await one.contact.delete({ id });
      return one.party.purgeMany({ ids: [id] });
    },
  });
  await openAt(page, '/conflicts');
  const row = page.getByRole('main').getByRole('listitem');
  await expect(row).toContainText(say('conflict.removed.field'));
  await expect(row).toContainText('Wants a call');
  await row.getByRole('button', { name: say('conflict.removed.take') }).click();
  await expect.poll(async () => (await core.contact.get({ id })).notes).toBe('Wants a call');
});

test.describe('changes as files', () => {
  test.use({ allowedConsoleErrors: [/422/] });

  test('one dropped on the window is taken in, and says what was in it', async ({ page, core, office }) => {
    await joinBranch(core, office);
    await office.core.contact.create({ givenName: 'Nuria', familyName: 'Vega' });
    await syncUntilEqual(office.core);
    const computer = (await office.core.branch.overview({})).devices.find(({ branchId }) => branchId === office.branchId);
    const file = await office.core.sync.exportBundle({ deviceId: computer?.id ?? '' });
    await page.reload();
    await expect(chip(page)).toBeVisible();
    await drop(page, file);
    const dialog = page.getByRole('dialog', { name: say('sync.bundle.title') });
    await expect(dialog.getByText(say('sync.bundle.applied', { count: 1 }))).toBeVisible();
    await page.keyboard.press('Escape');
    const { rows } = await core.party.list({ filter: {}, sort: { field: 'title' } });
    expect(rows.map(({ title }) => title)).toContain('Nuria Vega');

    await drop(page, new File(['no such thing'], 'holiday.cartera'));
    await expect(dialog.getByRole('alert')).toHaveText(say('sync.bundle.fault.notABundle'));
  });
});

/** Drops a file in the middle of the page, as from the desktop. */
async function drop(page: Page, file: File): Promise<void> {
  const bytes = [...new Uint8Array(await file.arrayBuffer())];
  const dataTransfer = await page.evaluateHandle(
    (given) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(given.bytes)], given.name));
      return transfer;
    },
    { bytes, name: file.name },
  );
  await page.dispatchEvent('main', 'drop', { dataTransfer });
}
