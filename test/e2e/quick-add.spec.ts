import { expect, test } from './shop.ts';
import { say } from './words.ts';

test.beforeEach(async ({ page, core }) => {
  await core.contact.create({ givenName: 'Ana', familyName: 'López', phones: [{ label: 'mobile', raw: '600 100 200' }] });
  await page.getByRole('button', { name: say('frame.new') }).click();
  await page.getByRole('menuitem', { name: say('frame.newContact') }).click();
  await page
    .getByRole('dialog')
    .getByRole('textbox', { name: say('quickAdd.name') })
    .fill('Anita Pérez');
});

test('adds a card and opens it', async ({ page }) => {
  const form = page.getByRole('dialog');
  await form.getByRole('textbox', { name: say('party.field.phone') }).fill('911 22 33 44');
  await form.getByRole('combobox', { name: say('party.field.company') }).fill('Cristales Sur');
  await form.getByRole('textbox', { name: say('quickAdd.note') }).fill('Calls on Monday');
  await form.getByRole('button', { name: say('common.save') }).click();
  await expect(page.getByRole('heading', { name: 'Anita Pérez' })).toBeVisible();
  await expect(page.getByRole('region', { name: say('card.related') })).toContainText('Cristales Sur');
  await expect(page.getByRole('article')).toContainText('Calls on Monday');
});

test('says while one types that somebody has this phone already, and opens that card', async ({ page }) => {
  const form = page.getByRole('dialog');
  await form.getByRole('textbox', { name: say('party.field.phone') }).fill('0034 600-100-200');
  await expect(form.getByRole('status')).toContainText('Ana López');
  await form.getByRole('button', { name: say('quickAdd.openNamed', { name: 'Ana López' }) }).click();
  await expect(page.getByRole('heading', { name: 'Ana López' })).toBeVisible();
});

test('adds the card anyway when the user says so', async ({ page, core }) => {
  const form = page.getByRole('dialog');
  await form.getByRole('textbox', { name: say('party.field.phone') }).fill('0034 600-100-200');
  await form.getByRole('button', { name: say('quickAdd.createAnyway') }).click();
  await expect(page.getByRole('heading', { name: 'Anita Pérez' })).toBeVisible();
  await expect(page.getByRole('region', { name: say('card.related') })).toContainText('Ana López');
  expect((await core.party.list({})).total).toBe(2);
});

test('keeps what was typed when it is closed by accident', async ({ page }) => {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.reload();
  await expect(page.getByRole('grid')).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByRole('dialog').getByRole('textbox', { name: say('quickAdd.name') })).toHaveValue('Anita Pérez');
});
