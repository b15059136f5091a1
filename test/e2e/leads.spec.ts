import { expect, test } from './shop.ts';
import { say } from './words.ts';

test.beforeEach(async ({ core }) => {
  await core.pipeline.addReady({ trade: 'windows' });
});

test('a request taken down by hand is accepted with the keyboard and becomes a deal', async ({ page, core }) => {
  await page.goto(new URL('/leads', page.url()).href);
  await expect(page.getByRole('heading', { name: say('lead.empty.new.title') })).toBeVisible();
  await page
    .getByRole('button', { name: say('lead.add') })
    .first()
    .click();
  await page.getByRole('textbox', { name: say('lead.new.who') }).fill('Rosa Vega');
  await page.getByRole('textbox', { name: say('party.field.phone') }).fill('622 33 44 55');
  await page.getByRole('textbox', { name: say('lead.new.what') }).fill('Four screens');
  await page.getByRole('button', { name: say('lead.new.save') }).click();
  await expect(page.getByRole('heading', { name: 'Rosa Vega', level: 2 })).toBeVisible();
  await expect(page.getByRole('img', { name: say('lead.newCount', { count: 1 }) })).toBeVisible();

  await page.keyboard.press('a');
  await page.getByRole('textbox', { name: say('lead.estimate') }).fill('1250');
  await page.getByRole('button', { name: say('lead.accept.save') }).click();
  await expect(page).toHaveURL(/\/deals\//);
  const { rows } = await core.lead.list({ status: 'accepted' });
  expect(rows.map(({ name }) => name)).toEqual(['Rosa Vega']);
  const deal = await core.deal.get({ id: rows[0]?.dealId ?? '' });
  expect(deal).toMatchObject({ title: 'Four screens', estimate: 125_000 });
});

test('a request that the list doesn’t show is turned down by its key', async ({ page, core }) => {
  const lead = await core.lead.create({ name: 'Luis', phones: ['600100200'] });
  await page.goto(new URL(`/leads/${lead.id}?text=somebody`, page.url()).href);
  await expect(page.getByRole('heading', { name: 'Luis', level: 2 })).toBeVisible();
  await expect(page.getByRole('list', { name: say('lead.list') }).getByRole('listitem')).toHaveCount(0);
  await page.keyboard.press('r');
  await page.getByRole('dialog').getByText(say('lead.reject.why.notOurs')).click();
  await page.getByRole('button', { name: say('lead.reject.save'), exact: true }).click();
  await expect.poll(async () => (await core.lead.get({ id: lead.id })).status).toBe('rejected');
});

test.describe('a stage that asks for something', () => {
  // The core says by 409 what is missing.
  test.use({ allowedConsoleErrors: [/409/] });

  test('has it filled in while accepting', async ({ page, core }) => {
    const [pipeline] = await core.pipeline.list();
    const stages = (pipeline?.stages ?? []).map((stage, index) => ({
      ...stage,
      requiredFields: index === 1 ? (['siteAddress', 'client.email'] as const) : [],
    }));
    await core.pipeline.update({
      id: pipeline?.id ?? '',
      stages: stages.map((stage) => ({ ...stage, requiredFields: [...stage.requiredFields] })),
    });
    const lead = await core.lead.create({ name: 'Luis', phones: ['600100200'] });
    await page.goto(new URL(`/leads/${lead.id}`, page.url()).href);
    await page.getByRole('button', { name: say('lead.accept') }).click();
    await page.getByRole('combobox', { name: say('lead.stage') }).click();
    await page.getByRole('option', { name: stages[1]?.name ?? '' }).click();
    await page.getByRole('button', { name: say('lead.accept.save') }).click();
    await expect(page.getByText(say('lead.accept.unreadable'))).toBeVisible();
    await page.getByRole('textbox', { name: say('deal.asked.siteAddress') }).fill('Calle Mayor 1');
    await page.getByRole('textbox', { name: say('deal.asked.client.email') }).fill('luis@example.es');
    await page.getByRole('button', { name: say('lead.accept.save') }).click();
    await expect(page).toHaveURL(/\/deals\//);
    expect((await core.contact.get({ id: lead.partyId ?? '' })).emails.map(({ address }) => address)).toEqual([
      'luis@example.es',
    ]);
  });
});

test('a request is turned down with a reason, and that is undone', async ({ page, core }) => {
  const known = await core.contact.create({
    givenName: 'Ángela',
    familyName: 'Núñez',
    phones: [{ label: 'mobile', raw: '600 100 200' }],
  });
  await core.lead.create({ name: 'Angela', phones: ['+34600100200'], text: 'Hello' });
  await core.lead.create({ name: 'Carmen', emails: ['carmen@example.es'], receivedAt: Date.now() - 3_600_000 });
  await page.goto(new URL('/leads', page.url()).href);
  await expect(page.getByRole('list', { name: say('lead.list') }).getByRole('listitem')).toHaveCount(2);

  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('link', { name: say('lead.knownNamed', { name: 'Ángela Núñez' }) })).toHaveAttribute(
    'href',
    `/contacts/${known.id}`,
  );
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('heading', { name: 'Carmen', level: 2 })).toBeVisible();
  await page.keyboard.press('r');
  await page.getByRole('dialog').getByText(say('lead.reject.why.notOurs')).click();
  await page.getByRole('button', { name: say('lead.reject.save'), exact: true }).click();
  await expect(page.getByRole('list', { name: say('lead.list') }).getByRole('listitem')).toHaveCount(1);
  expect((await core.lead.list({ status: 'rejected' })).rows[0]?.rejectReason).toBe(say('lead.reject.why.notOurs'));

  await page.getByRole('button', { name: say('common.undo') }).click();
  await expect(page.getByRole('list', { name: say('lead.list') }).getByRole('listitem')).toHaveCount(2);
});

test('a request is put to a client who is there, and its own card goes', async ({ page, core }) => {
  await core.contact.create({ givenName: 'Ángela', familyName: 'Núñez' });
  const lead = await core.lead.create({ name: 'A. N.', emails: ['new@example.es'], text: 'My other address' });
  await page.goto(new URL(`/leads/${lead.id}`, page.url()).href);
  await page.getByRole('button', { name: say('lead.merge') }).click();
  await page
    .getByRole('dialog')
    .getByRole('textbox', { name: say('lead.merge.client') })
    .fill('angela');
  await page.getByRole('option', { name: /Núñez/ }).click();
  await page.getByRole('button', { name: say('lead.merge.save'), exact: true }).click();
  await expect.poll(async () => (await core.lead.get({ id: lead.id })).partyTitle).toBe('Ángela Núñez');
});

test('a file of requests is taken in, and says which rows were left out', async ({ page, core }) => {
  await page.goto(new URL('/leads', page.url()).href);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: say('lead.import') }).click();
  const said = [
    { name: 'Eva', phone: '611000111', message: 'Door' },
    { message: 'Nobody to call' },
    { name: 'Pau', phone: '611000222' },
  ];
  const buffer = Buffer.from(JSON.stringify(said));
  await (await chooser).setFiles({ name: 'requests.json', mimeType: 'application/json', buffer });
  await expect(page.getByText(say('lead.import.done', { created: 2, known: 0 }))).toBeVisible();
  await expect(page.getByText(say('lead.import.problems', { count: 1 }))).toBeVisible();
  expect((await core.lead.list({ status: 'new' })).total).toBe(2);
});

test('the list of clients is asked by any conditions, and its address keeps them', async ({ page, core }) => {
  await core.contact.create({ givenName: 'Ana', jobTitle: 'Storekeeper' });
  await core.contact.create({ givenName: 'Luis', jobTitle: 'Driver' });
  await page.goto(new URL('/contacts', page.url()).href);
  await page.getByRole('button', { name: say('filter.more') }).click();
  await page.getByRole('combobox', { name: say('filter.add') }).click();
  await page.getByRole('option', { name: say('party.field.jobTitle') }).click();
  await page.getByRole('textbox', { name: say('filter.value') }).fill('driver');
  await page.getByRole('button', { name: say('filter.apply') }).click();
  await expect(page.getByRole('row', { name: /Luis/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /Ana/ })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('button', { name: say('filter.moreActive', { count: 1 }) })).toBeVisible();
  await expect(page.getByRole('row', { name: /Ana/ })).toHaveCount(0);
});
