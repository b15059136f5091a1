import { expect, test } from './shop.ts';
import { say } from './words.ts';

test('a shop of one shows nobody to choose from', async ({ page }) => {
  await page.goto(new URL('/settings#people', page.url()).href);
  const team = page.getByRole('region', { name: say('people.title') });
  await expect(team.getByText(say('people.alone'))).toBeVisible();
  await expect(page.getByRole('button', { name: say('people.working', { name: 'Ana' }) })).toHaveCount(0);
});

test('somebody is added, begins to work in two clicks, and is in charge of what she adds', async ({ page, core }) => {
  await page.goto(new URL('/settings#people', page.url()).href);
  const team = page.getByRole('region', { name: say('people.title') });
  await team.getByRole('button', { name: say('people.add') }).click();
  await page.getByRole('textbox', { name: say('people.name'), exact: true }).fill('Eva Gil');
  await page.getByRole('button', { name: say('common.save'), exact: true }).click();
  await expect(team.getByText('Eva Gil')).toBeVisible();

  await page.getByRole('button', { name: say('people.working', { name: 'Ana' }) }).click();
  await page.getByRole('menuitem', { name: 'Eva Gil' }).click();
  await expect(page.getByRole('button', { name: say('people.working', { name: 'Eva Gil' }) })).toBeVisible();
  // A seller keeps no team.
  await expect(team.getByRole('button', { name: say('people.add') })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('button', { name: say('people.working', { name: 'Eva Gil' }) })).toBeVisible();

  await page.keyboard.press('n');
  await page.keyboard.type('Luis Mora');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await core.party.list({ filter: {}, sort: { field: 'title' } })).rows.length).toBe(1);
  const people = await core.people.list();
  const { rows } = await core.party.list({ filter: {}, sort: { field: 'title' } });
  const luis = await core.contact.get({ id: rows[0]?.id ?? '' });
  expect(luis.ownerId).toBe(people.find(({ name }) => name === 'Eva Gil')?.id);
});

test('a card is given to somebody else where its owner stands', async ({ page, core }) => {
  const eva = await core.people.create({ name: 'Eva Gil', role: 'seller' });
  const { id } = await core.contact.create({ givenName: 'Luis' });
  await page.goto(new URL(`/contacts/${id}`, page.url()).href);
  await page.locator('[data-field="ownerId"]').getByRole('button', { name: 'Ana' }).click();
  await page.getByRole('option', { name: 'Eva Gil' }).click();
  await expect(page.locator('[data-field="ownerId"]').getByRole('button', { name: 'Eva Gil' })).toBeVisible();
  await expect.poll(async () => (await core.contact.get({ id })).ownerId).toBe(eva.id);
});

test.describe('a window whose person left the team', () => {
  test.use({ allowedConsoleErrors: [/403/] });

  test('is the owner’s again', async ({ page, core }) => {
    const eva = await core.people.create({ name: 'Eva Gil', role: 'seller' });
    await core.people.create({ name: 'Pau', role: 'seller' });
    await page.reload();
    await page.getByRole('button', { name: say('people.working', { name: 'Ana' }) }).click();
    await page.getByRole('menuitem', { name: 'Eva Gil' }).click();
    await expect(page.getByRole('button', { name: say('people.working', { name: 'Eva Gil' }) })).toBeVisible();
    await core.people.archive({ id: eva.id });
    await expect(page.getByRole('button', { name: say('people.working', { name: 'Ana' }) })).toBeVisible();
  });
});
