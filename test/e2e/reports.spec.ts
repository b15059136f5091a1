import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { dateAt } from '#shared/time/zone.ts';
import type { Core } from './core-client.ts';
import { expect, test } from './shop.ts';
import { say } from './words.ts';

async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href);
}

/** Three clients who bought windows, two of them sills too; one deal is open and late. */
async function sell(core: Core): Promise<{ readonly anaId: string; readonly openId: string }> {
  await core.settings.update({ timeZone: 'Europe/Madrid' });
  const window = await core.product.create({ name: 'Oak window' });
  const sill = await core.product.create({ name: 'Marble sill' });
  const line = (productId: string) => ({ productId, unitPrice: 100_000, taxRate: 0 });
  const ids = [];
  for (const givenName of ['Ana', 'Eva', 'Luis']) {
    const { id } = await core.contact.create({ givenName });
    const productIds = givenName === 'Ana' ? [window.id] : [window.id, sill.id];
    const deal = await core.deal.create({
      partyId: id,
      title: `${givenName}'s house`,
      source: 'Fair',
      lines: productIds.map(line),
    });
    await core.deal.win({ id: deal.id });
    ids.push(id);
  }
  const [anaId = ''] = ids;
  const yesterday = dateAt(Date.now() - 86_400_000, 'Europe/Madrid');
  const open = await core.deal.create({
    partyId: anaId,
    title: 'Balcony',
    source: 'Site',
    expectedClose: yesterday,
    lines: [line(window.id)],
  });
  return { anaId, openId: open.id };
}

test('sales are counted by source, lead to their deals, and are saved as a table', async ({ page, core }) => {
  await sell(core);
  await page
    .getByRole('navigation', { name: say('nav.label') })
    .getByRole('link', { name: say('nav.reports') })
    .click();
  const row = page.getByRole('row', { name: /^Fair/ });
  await expect(row).toContainText('€5,000');
  await expect(row).toContainText('100 %');
  await expect(page.getByRole('row', { name: say('report.total') })).toContainText('€5,000');

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: say('report.export') }).click();
  const saved = await readFile(await (await download).path(), 'utf8');
  expect(saved).toMatch(/^\uFEFFSource;.*\r\nFair;0;0;3;3;0;1;5000;1666,67;/);

  await page.getByRole('combobox', { name: say('report.by'), exact: true }).click();
  await page.getByRole('option', { name: say('report.by.product') }).click();
  await expect(page.getByRole('row', { name: /^Oak window/ })).toContainText('€3,000');

  await goTo(page, '/reports/sales');
  await page.getByRole('link', { name: 'Fair' }).click();
  await expect(page.getByRole('grid').getByRole('rowheader')).toHaveText([/house/, /house/, /house/]);
});

test('a late order is seen, on paper without the menu', async ({ page, core }) => {
  await sell(core);
  await goTo(page, '/reports/orders');
  await expect(page.getByRole('row', { name: /Balcony/ })).toContainText(say('report.orders.lateBy', { days: 1 }));
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('row', { name: /Balcony/ })).toBeVisible();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByRole('banner')).toBeHidden();
});

test('the card says what a client bought, and a deal offers what others bought with it', async ({ page, core }) => {
  const { anaId, openId } = await sell(core);
  await goTo(page, `/contacts/${anaId}`);
  const purchases = page.getByRole('region', { name: say('report.purchases') });
  await expect(purchases).toContainText('€1,000');
  await expect(purchases.getByRole('link', { name: 'Oak window' })).toBeVisible();
  await expect(purchases.getByText('Marble sill')).toBeVisible();

  await goTo(page, `/deals/${openId}`);
  await page.getByRole('button', { name: say('deal.lines.edit') }).click();
  await page.getByRole('button', { name: say('report.boughtWith.add', { name: 'Marble sill' }) }).click();
  await page.getByRole('button', { name: say('common.save') }).click();
  await expect(page.getByText('Marble sill')).toBeVisible();
  expect((await core.deal.get({ id: openId })).lines.map(({ name }) => name)).toEqual(['Oak window', 'Marble sill']);
});

test('a seller sees orders only', async ({ page, core }) => {
  const { id } = await core.people.create({ name: 'Pedro', role: 'seller' });
  await page.evaluate((user) => window.localStorage.setItem('cartera:acting-user', user), id);
  await goTo(page, '/reports');
  await expect(page.getByRole('heading', { name: say('report.orders.title') })).toBeVisible();
});
