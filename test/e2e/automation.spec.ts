import { expect, test } from './shop.ts';
import { say } from './words.ts';

test.beforeEach(async ({ core }) => {
  await core.pipeline.addReady({ trade: 'windows' });
});

test('a rule made by hand is tried on the past, fires, and is in the log', async ({ page, core }) => {
  await core.lead.create({ name: 'Before', phones: ['611000111'], source: 'site' });
  await core.lead.create({ name: 'Elsewhere', phones: ['611000222'], source: 'street' });
  await page.goto(new URL('/automations/new', page.url()).href);
  await page.getByRole('textbox', { name: say('automation.name') }).fill('Call back');

  await page.getByRole('combobox', { name: say('filter.add') }).click();
  await page
    .getByRole('option', { name: say('lead.field.source'), exact: true })
    .first()
    .click();
  await page.getByRole('textbox', { name: say('filter.value') }).fill('site');

  await page.getByRole('combobox', { name: say('automation.add') }).click();
  await page.getByRole('option', { name: say('automation.action.createTask') }).click();
  const title = page.getByRole('textbox', { name: say('automation.task.title') });
  await title.fill('Call');
  await page
    .getByRole('button', { name: say('automation.insert') })
    .first()
    .click();
  await page.getByRole('menuitem', { name: say('automation.insert.client.name'), exact: true }).click();
  await expect(title).toHaveValue('Call {client.name}');

  await page.getByRole('button', { name: say('automation.try'), exact: true }).click();
  await expect(page.getByRole('status').getByText(say('automation.try.result', { fired: 1, days: 90 }))).toBeVisible();
  await expect(page.getByRole('link', { name: 'Before' })).toBeVisible();

  await page.getByRole('button', { name: say('automation.save') }).click();
  await expect(page).toHaveURL(/\/automations$/);
  await expect(page.getByRole('switch', { name: say('automation.on', { name: 'Call back' }) })).toBeChecked();

  await core.lead.create({ name: 'Rosa Vega', phones: ['611000333'], source: 'site' });
  const { rows } = await core.task.list({ filter: {} });
  expect(rows.map((task) => task.title)).toEqual(['Call Rosa Vega']);
  await page.getByText(say('automation.tab.log')).click();
  await expect(
    page.getByRole('listitem').filter({ hasText: 'Call back' }).getByRole('link', { name: 'Rosa Vega' }),
  ).toBeVisible();
});

test('what is wrong is said where it is, and nothing typed is lost by leaving', async ({ page, core }) => {
  await page.goto(new URL('/automations/new', page.url()).href);
  await page.getByRole('button', { name: say('automation.save') }).click();
  await expect(page.getByText(say('automation.nameMissing'))).toBeVisible();
  await page.getByRole('textbox', { name: say('automation.name') }).fill('Win it');
  await page.getByRole('combobox', { name: say('automation.add') }).click();
  await page.getByRole('option', { name: say('automation.action.moveStage') }).click();
  await page.getByRole('button', { name: say('automation.save') }).click();
  const step = page.getByRole('region', { name: say('automation.action', { number: 1 }) });
  await expect(step.getByRole('alert')).toBeVisible();

  await page.getByRole('link', { name: say('automation.all') }).click();
  await page.goto(new URL('/automations/new', page.url()).href);
  await expect(page.getByRole('textbox', { name: say('automation.name') })).toHaveValue('Win it');

  await page.getByRole('combobox', { name: say('automation.add') }).click();
  await page.getByRole('option', { name: say('automation.action.winDeal') }).click();
  await page.getByRole('button', { name: say('automation.move.up', { number: 2 }) }).click();
  await page.getByRole('button', { name: say('automation.removeAction', { number: 2 }) }).click();
  await page.getByRole('button', { name: say('automation.save') }).click();
  await expect(page).toHaveURL(/\/automations$/);
  expect((await core.automation.list()).map(({ actions }) => actions)).toEqual([[{ type: 'winDeal' }]]);
});

test('a ready process is at work after one dialog, and a rule of it is switched off', async ({ page, core }) => {
  await page.goto(new URL('/automations', page.url()).href);
  await page
    .getByRole('button', { name: say('automation.ready.use') })
    .first()
    .click();
  await page.getByRole('button', { name: say('automation.ready.install') }).click();
  await expect(page.getByText(say('automation.ready.installed')).first()).toBeVisible();
  const [first] = await core.automation.list();
  await page.getByRole('switch', { name: say('automation.on', { name: first?.name ?? '' }) }).press('Space');
  await expect.poll(async () => (await core.automation.list())[0]?.isOn).toBe(false);
});
