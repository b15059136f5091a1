import type { Locator, Page } from '@playwright/test';
import type { Core } from './core-client.ts';
import { fieldOf } from './field-of.ts';
import { expect, test } from './shop.ts';
import { say } from './words.ts';

interface Shop {
  readonly partyId: string;
  readonly pipelineId: string;
  readonly stageIds: readonly string[];
}

/** A pipeline of three stages, the last of which asks for an address, and a client. */
async function openSales(core: Core): Promise<Shop> {
  for (const { id } of await core.pipeline.list()) await core.pipeline.delete({ id });
  const stage = (name: string, requiredFields: 'siteAddress'[] = []) => ({ name, probability: 50, requiredFields });
  const pipeline = await core.pipeline.create({
    name: 'Windows',
    cardFields: ['amount', 'nextTask'],
    stages: [stage('Asked'), stage('Agreed'), stage('Work', ['siteAddress'])],
  });
  await core.pipeline.setLostReasons({ reasons: [{ name: 'Too dear' }, { name: 'Bought elsewhere' }] });
  const party = await core.contact.create({
    givenName: 'Ana',
    familyName: 'López',
    phones: [{ label: 'mobile', raw: '+34 600 100 200' }],
  });
  return { partyId: party.id, pipelineId: pipeline.id, stageIds: pipeline.stages.map(({ id }) => id) };
}

async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href);
}

function column(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true });
}

function card(page: Page, title: string): Locator {
  return page.getByRole('link', { name: new RegExp(`^${title}`) });
}

/** Drags as a person does: the browser begins a drag only when the pointer has moved. */
async function drag(page: Page, from: Locator, to: () => Locator): Promise<void> {
  await from.hover();
  await page.mouse.down();
  const { x = 0, y = 0 } = (await from.boundingBox()) ?? {};
  await page.mouse.move(x + 40, y + 30, { steps: 4 });
  await to().hover();
  await to().hover();
  await page.mouse.up();
}

test.describe('on the board', () => {
  let shop: Shop;

  test.beforeEach(async ({ page, core }) => {
    shop = await openSales(core);
    const { partyId, pipelineId } = shop;
    await core.deal.create({ partyId, pipelineId, title: 'Balcony', estimate: 120_000 });
    await core.deal.create({ partyId, pipelineId, title: 'Kitchen', estimate: 30_000 });
    await goTo(page, '/deals');
    await expect(column(page, 'Asked').getByRole('listitem')).toHaveCount(2);
  });

  test('a deal is added into a column, and its client made on the way', async ({ page, core }) => {
    await page.getByRole('button', { name: say('deal.addTo', { stage: 'Agreed' }) }).click();
    const form = page.getByRole('dialog', { name: say('deal.new') });
    await form.getByRole('textbox', { name: say('deal.field.partyId') }).fill('Luis Gil');
    await page.getByRole('option', { name: say('deal.client.create', { name: 'Luis Gil' }) }).click();
    await form.getByRole('textbox', { name: say('deal.field.title') }).fill('Shop front');
    await form.getByRole('textbox', { name: say('deal.field.estimateIn', { currency: 'EUR' }) }).fill('1.250,50');
    await form.getByRole('button', { name: say('deal.create') }).click();
    await expect(page.getByRole('heading', { name: 'Shop front' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Luis Gil' })).toBeVisible();
    const { rows } = await core.deal.list({ filter: { text: 'Shop front' } });
    expect(rows[0]).toMatchObject({ estimate: 125_050, stageName: 'Agreed' });
  });

  test('a card is dragged to another column, sums follow, and the move is undone', async ({ page, core }) => {
    await drag(page, card(page, 'Balcony'), () => column(page, 'Agreed'));
    await expect(column(page, 'Agreed').getByRole('link', { name: /^Balcony/ })).toBeVisible();
    await expect(column(page, 'Agreed')).toContainText('1,200');
    await expect(column(page, 'Asked')).not.toContainText('1,500');
    await expect.poll(async () => (await core.deal.list({ filter: { text: 'Balcony' } })).rows[0]?.stageName).toBe('Agreed');
    await page
      .getByRole('alert')
      .getByRole('button', { name: say('common.undo') })
      .click();
    await expect(column(page, 'Asked').getByRole('link', { name: /^Balcony/ })).toBeVisible();
    await expect(column(page, 'Agreed').getByRole('listitem')).toHaveCount(0);
  });

  test('a card dropped on "lost" asks why, and is gone', async ({ page, core }) => {
    await drag(page, card(page, 'Kitchen'), () => page.getByText(say('deal.status.lost'), { exact: true }));
    const dialog = page.getByRole('dialog', { name: say('deal.lost.why') });
    await dialog.getByRole('radio', { name: 'Too dear' }).check();
    await dialog.getByRole('textbox', { name: say('deal.lost.note') }).fill('A neighbour is cheaper');
    await dialog.getByRole('button', { name: say('deal.lose') }).click();
    await expect(card(page, 'Kitchen')).toHaveCount(0);
    await expect(page.getByRole('alert')).toContainText([say('deal.lost.done', { title: 'Kitchen' })]);
    const { rows } = await core.deal.list({ filter: { status: 'lost' } });
    expect(rows[0]).toMatchObject({ title: 'Kitchen', lostNote: 'A neighbour is cheaper' });
    expect(rows[0]?.lostReasonId).not.toBeNull();
  });

  test('a card is moved by keyboard, and keeps the focus', async ({ page }) => {
    await card(page, 'Balcony').focus();
    await page.keyboard.press('m');
    await page.getByRole('menuitem', { name: 'Agreed' }).press('Enter');
    await expect(column(page, 'Agreed').getByRole('link', { name: /^Balcony/ })).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await expect(card(page, 'Kitchen')).toBeFocused();
    await page.keyboard.press('w');
    await expect(page.getByRole('alert')).toContainText([say('deal.won.done', { title: 'Kitchen' })]);
    await expect(card(page, 'Kitchen')).toHaveCount(0);
  });

  test.describe('into a stage that asks for something', () => {
    // The first try is refused, which the browser writes to its console.
    test.use({ allowedConsoleErrors: [/409/] });

    test('what a stage asks for is filled in on the way', async ({ page, core }) => {
      await card(page, 'Balcony').focus();
      await page.keyboard.press('m');
      await page.getByRole('menuitem', { name: 'Work' }).click();
      const dialog = page.getByRole('dialog', { name: say('deal.missing.title') });
      await dialog.getByRole('textbox', { name: say('deal.asked.siteAddress') }).fill('Calle Mayor 1');
      await dialog.getByRole('button', { name: say('deal.missing.save') }).click();
      await expect(column(page, 'Work').getByRole('link', { name: /^Balcony/ })).toBeVisible();
      // The board shows the move at once, and says so once it is saved.
      await expect(page.getByRole('alert')).toContainText([say('deal.moved.done', { title: 'Balcony', stage: 'Work' })]);
      const { rows } = await core.deal.list({ filter: { text: 'Balcony' } });
      expect(rows[0]).toMatchObject({ stageName: 'Work', siteAddress: 'Calle Mayor 1' });
    });
  });

  test.describe('made straight into a stage that asks for something', () => {
    // The first try is refused, which the browser writes to its console.
    test.use({ allowedConsoleErrors: [/409/] });

    test('a deal is asked for it in its form, and its client is made once', async ({ page, core }) => {
      await core.customField.create({ label: 'Panes', type: 'number', partyType: 'deal' });
      const [field] = await core.customField.list();
      const [pipeline] = await core.pipeline.list();
      const wanted = ['siteAddress', 'workAt', `custom.${field?.key ?? ''}`] as const;
      const stages = (pipeline?.stages ?? []).map(({ id, name, probability }) => ({
        id,
        name,
        probability,
        requiredFields: name === 'Work' ? [...wanted] : [],
      }));
      await core.pipeline.update({ id: pipeline?.id ?? '', stages });
      await page.reload();
      await page.getByRole('button', { name: say('deal.addTo', { stage: 'Work' }) }).click();
      const form = page.getByRole('dialog', { name: say('deal.new') });
      await form.getByRole('textbox', { name: say('deal.field.partyId') }).fill('Luis Gil');
      await page.getByRole('option', { name: say('deal.client.create', { name: 'Luis Gil' }) }).click();
      await form.getByRole('button', { name: say('deal.create') }).click();
      await form.getByRole('textbox', { name: say('deal.asked.siteAddress') }).fill('Calle Mayor 1');
      await form.getByRole('textbox', { name: say('deal.asked.workAt') }).fill('3/12/2026 8:30');
      await form.getByRole('textbox', { name: 'Panes' }).fill('2,5');
      await form.getByRole('button', { name: say('deal.create') }).click();
      await expect(page.getByRole('heading', { name: 'Luis Gil' })).toBeVisible();
      const { rows } = await core.deal.list({ filter: { text: 'Luis' } });
      expect(rows[0]).toMatchObject({ stageName: 'Work', siteAddress: 'Calle Mayor 1', custom: { [field?.key ?? '']: 2.5 } });
      expect(rows[0]?.workAt).toBe(new Date(2026, 11, 3, 8, 30).getTime());
      expect((await core.search.find({ text: 'Luis Gil' })).results).toHaveLength(1);
    });
  });

  test('a column of hundreds reads on as it is scrolled', async ({ page, core }) => {
    const { partyId, pipelineId } = shop;
    for (let number = 0; number < 70; number += 1) await core.deal.create({ partyId, pipelineId, title: `Window ${number}` });
    await page.reload();
    const asked = column(page, 'Asked');
    await expect(asked).toContainText(say('deal.count', { count: 72 }));
    expect(await asked.getByRole('link').count()).toBeLessThan(72);
    await asked.getByRole('list').hover();
    await expect(async () => {
      await page.mouse.wheel(0, 4000);
      await expect(asked.getByRole('link')).toHaveCount(72, { timeout: 500 });
    }).toPass();
  });
});

test.describe('on its card', () => {
  test.beforeEach(async ({ page, core }) => {
    const { partyId, pipelineId } = await openSales(core);
    await core.settings.update({ taxRate: 2100, pricesIncludeTax: false });
    await core.product.create({ name: 'Oak window', unit: 'squareMetre' });
    const { id } = await core.deal.create({ partyId, pipelineId, title: 'Balcony', estimate: 120_000 });
    await goTo(page, `/deals/${id}`);
    await expect(page.getByRole('heading', { name: 'Balcony' })).toBeVisible();
  });

  test('values are edited in place, and its stage with a click', async ({ page, core }) => {
    await fieldOf(page, 'deal.field.source').click();
    await page.getByRole('textbox', { name: say('deal.field.source') }).fill('Web');
    await page.keyboard.press('Enter');
    await expect(fieldOf(page, 'deal.field.source')).toContainText('Web');
    await page.getByRole('button', { name: say('deal.moveToStage', { stage: 'Agreed' }) }).click();
    await expect(page.getByRole('listitem').filter({ hasText: 'Agreed' }).and(page.locator('[aria-current=step]'))).toBeVisible();
    await expect(page.getByRole('alert')).toContainText([say('deal.moved.done', { title: 'Balcony', stage: 'Agreed' })]);
    const [deal] = (await core.deal.list({})).rows;
    expect(deal).toMatchObject({ source: 'Web', stageName: 'Agreed' });
    await expect(page.getByRole('region', { name: say('activity.timeline') })).toContainText(say('deal.change.moved'));
  });

  test('days and moments are typed as in the country, and the shop’s own fields stand on it', async ({ page, core }) => {
    await core.customField.create({ label: 'Colour', type: 'choice', options: ['White', 'Oak'], partyType: 'deal' });
    await page.reload();
    await fieldOf(page, 'deal.field.expectedClose').click();
    const close = page.getByRole('textbox', { name: say('deal.field.expectedClose') });
    await close.fill('soon');
    await close.press('Enter');
    await expect(page.getByText(say('date.unreadable', { example: '14/03/2027' }))).toBeVisible();
    await close.fill('24/12/2026');
    await close.press('Enter');
    await expect(fieldOf(page, 'deal.field.expectedClose')).toContainText('24 Dec 2026');
    await fieldOf(page, 'deal.field.visitAt').click();
    const visit = page.getByRole('textbox', { name: say('deal.field.visitAt') });
    await visit.fill('1 dec 2026 9:30');
    await visit.press('Enter');
    await expect(fieldOf(page, 'deal.field.visitAt')).toContainText('09:30');
    await page.getByRole('button', { name: /^Colour/ }).click();
    await page.getByRole('option', { name: 'Oak' }).click();
    await expect(page.getByRole('button', { name: /^Colour/ })).toContainText('Oak');
    const [deal] = (await core.deal.list({})).rows;
    expect(deal).toMatchObject({ expectedClose: '2026-12-24', visitAt: new Date(2026, 11, 1, 9, 30).getTime() });
    expect(Object.values(deal?.custom ?? {})).toEqual(['Oak']);
  });

  test('lines are typed like a sheet, with a decimal comma, and summed up', async ({ page, core }) => {
    await page.getByRole('button', { name: say('deal.lines.add') }).click();
    const sheet = page.getByRole('dialog');
    const cell = (name: 'name' | 'width' | 'height' | 'pieces' | 'unitPrice', row: number) =>
      sheet.getByRole('textbox', { name: say('deal.line.cell', { column: say(`deal.line.${name}`), row }) });
    await expect(cell('name', 1)).toBeFocused();
    await page.keyboard.type('oak');
    await page.getByRole('option', { name: 'Oak window' }).click();
    await expect(cell('name', 1)).toHaveValue('Oak window');
    await cell('width', 1).fill('1200');
    await cell('height', 1).fill('800');
    await cell('unitPrice', 1).fill('100,50');
    await page.keyboard.press('Enter');
    await expect(cell('name', 2)).toBeFocused();
    await page.keyboard.type('Fitting');
    await cell('unitPrice', 2).fill('50');
    await expect(sheet).toContainText('177.24');
    await sheet.getByRole('button', { name: say('common.save') }).click();
    await expect(sheet).toBeHidden();
    const [row] = (await core.deal.list({})).rows;
    const deal = await core.deal.get({ id: row?.id ?? '' });
    expect(deal.lines.map(({ name, width, unitPrice }) => [name, width, unitPrice])).toEqual([
      ['Oak window', 1200, 10_050],
      ['Fitting', null, 5000],
    ]);
    expect([deal.net, deal.tax, deal.amount]).toEqual([14_648, 3076, 17_724]);
  });
});
