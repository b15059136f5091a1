import type { Page } from '@playwright/test';
import { expect, test } from './shop.ts';
import type { Core } from './core-client.ts';
import { say } from './words.ts';

async function fillShop(core: Core) {
  const eva = await core.people.create({ name: 'Eva Gil', role: 'seller' });
  const luis = await core.contact.create({
    givenName: 'Luis',
    familyName: 'Mora',
    ownerId: eva.id,
    phones: [{ raw: '600 111 222' }],
  });
  const marta = await core.contact.create({ givenName: 'Marta', familyName: 'Mora', phones: [{ raw: '600 333 444' }] });
  const [pipeline] = await core.pipeline.list();
  const pipelineId = pipeline?.id ?? '';
  await core.deal.create({ title: 'Balcony', partyId: luis.id, pipelineId, ownerId: eva.id });
  await core.deal.create({ title: 'Terrace', partyId: marta.id, pipelineId });
  return { eva, luis, marta };
}

const go = (page: Page, path: string) => page.goto(new URL(path, page.url()).href);
const reachOf = (page: Page, object: 'client' | 'deal', action: 'see' | 'edit') =>
  page.getByRole('combobox', { name: `${say(`roles.object.${object}`)}: ${say(`roles.action.${action}`)}` });

async function makeRole(page: Page) {
  await go(page, '/settings#roles');
  await page.getByRole('button', { name: say('roles.new'), exact: true }).click();
  await page.getByRole('textbox', { name: say('roles.name') }).fill('Seller of own clients');
  for (const object of ['client', 'deal'] as const)
    for (const action of ['see', 'edit'] as const)
      await reachOf(page, object, action).selectOption({ label: say('roles.reach.own') });
  await page.getByRole('combobox', { name: say('roles.group.phones') }).selectOption({ label: say('roles.field.hide') });
  await expect(page.getByText('Sees only their own clients')).toBeVisible();
  await page.getByRole('button', { name: say('common.save'), exact: true }).click();
  await expect(page.getByText(say('roles.saved'))).toBeVisible();
}

async function giveRole(page: Page) {
  const team = page.getByRole('region', { name: say('people.title') });
  await team.getByRole('button', { name: say('people.edit', { name: 'Eva Gil' }) }).click();
  await page.getByRole('radio', { name: 'Seller of own clients' }).check();
  await page.getByRole('button', { name: say('common.save'), exact: true }).click();
  await expect(team.getByText('Seller of own clients')).toBeVisible();
}

test('whoever sees her own clients only finds nobody else’s, wherever she looks', async ({ page, core }) => {
  const { luis } = await fillShop(core);
  await page.reload();
  await makeRole(page);
  await giveRole(page);

  await page.getByRole('button', { name: say('people.working', { name: 'Ana' }) }).click();
  await page.getByRole('menuitem', { name: 'Eva Gil' }).click();
  await expect(page.getByRole('button', { name: say('people.working', { name: 'Eva Gil' }) })).toBeVisible();

  await go(page, '/contacts');
  await expect(page.getByRole('link', { name: 'Luis Mora' })).toBeVisible();
  await expect(page.getByText(say('list.count', { count: 1 }))).toBeVisible();
  await expect(page.getByText('Marta Mora')).toHaveCount(0);
  await expect(page.getByRole('columnheader', { name: say('party.field.phone') })).toHaveCount(0);

  await page.keyboard.press('/');
  await page.keyboard.type('mora');
  await expect(page.getByRole('option', { name: 'Luis Mora', exact: true })).toBeVisible();
  await expect(page.getByRole('option', { name: /Marta/ })).toHaveCount(0);
  await page.keyboard.press('Escape');

  await go(page, '/deals');
  await expect(page.getByRole('link', { name: /Balcony/ })).toBeVisible();
  await expect(page.getByText('Terrace')).toHaveCount(0);

  await go(page, `/contacts/${luis.id}`);
  await expect(page.getByRole('heading', { name: 'Luis Mora' })).toBeVisible();
  await expect(page.getByText(/600 ?11/)).toHaveCount(0);
  await expect(page.getByRole('button', { name: say('card.add.to', { what: say('card.add.phones') }) })).toHaveCount(0);
  await expect(page.getByRole('button', { name: say('card.add.to', { what: say('card.add.emails') }) })).toBeVisible();

  // Neither by its address nor by the palette does anybody come to what her role has no part in.
  await go(page, '/import');
  await expect(page.getByRole('heading', { name: say('page.notYours') })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('option', { name: say('palette.goTo', { page: say('nav.contacts') }) })).toBeVisible();
  await expect(page.getByRole('option', { name: say('palette.goTo', { page: say('nav.import') }) })).toHaveCount(0);
  await expect(page.getByRole('option', { name: say('palette.dark') })).toHaveCount(0);
});

test.describe('looking as somebody else', () => {
  test.use({ allowedConsoleErrors: [/403/] });

  test('shows what she sees under a banner, changes nothing, and ends', async ({ page, core }) => {
    const { luis } = await fillShop(core);
    await go(page, '/settings#people');
    await page.getByRole('button', { name: say('people.seeAs', { name: 'Eva Gil' }) }).click();
    const banner = page.getByText(say('people.seeAs.banner', { name: 'Eva Gil' }));
    await expect(banner).toBeVisible();
    // A seller keeps no team.
    await expect(page.getByRole('button', { name: say('people.add') })).toHaveCount(0);
    await page.reload();
    await expect(banner).toBeVisible();

    await go(page, `/contacts/${luis.id}`);
    await expect(page.getByRole('heading', { name: 'Luis' })).toBeVisible();
    // Nothing is offered that would be refused.
    const edit = page.locator('[data-field="jobTitle"]').getByRole('button', { name: say('common.add') });
    await expect(edit).toHaveCount(0);
    await expect(page.getByRole('button', { name: say('frame.new'), exact: true })).toHaveCount(0);
    await go(page, '/settings/safety');
    await expect(page.getByRole('region', { name: say('session.sectionTitle') })).toBeVisible();
    await expect(page.getByRole('button', { name: say('session.set'), exact: true })).toHaveCount(0);

    await page.getByRole('button', { name: say('people.seeAs.stop'), exact: true }).click();
    await expect(banner).toHaveCount(0);
    await expect(page.getByRole('button', { name: say('people.working', { name: 'Ana' }) })).toBeVisible();
    await expect(page.getByRole('button', { name: say('session.set'), exact: true })).toBeVisible();
    await go(page, `/contacts/${luis.id}`);
    await expect(edit).toBeVisible();
  });
});
