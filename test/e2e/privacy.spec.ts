import { expect, test } from './shop.ts';
import { say } from './words.ts';

test('what a client allows and forbids is written on the card, and shown before they are called', async ({ page, core }) => {
  const { id } = await core.contact.create({ givenName: 'Luis', familyName: 'Mora' });
  await page.goto(new URL(`/contacts/${id}`, page.url()).href);
  const consents = page.getByRole('region', { name: say('privacy.consents') });
  await expect(consents.getByText(say('privacy.noConsents'))).toBeVisible();
  await consents.getByRole('button', { name: say('privacy.addConsent') }).click();
  await consents.getByRole('combobox', { name: say('privacy.purpose') }).click();
  await page.getByRole('option', { name: say('privacy.purpose.phone') }).click();
  await consents.getByRole('combobox', { name: say('privacy.consents') }).click();
  await page.getByRole('option', { name: say('privacy.withdrawn') }).click();
  await consents.getByRole('textbox', { name: say('privacy.source') }).fill('By phone');
  await consents.getByRole('button', { name: say('privacy.save') }).click();
  await expect(consents.getByText('By phone')).toBeVisible();
  await expect(page.getByText(say('privacy.dontCall'))).toBeVisible();
  expect(await core.privacy.consents({ id })).toMatchObject([{ purpose: 'phone', given: false }]);
});

test('a consent is withdrawn on its row, and what was said before stays as proof', async ({ page, core }) => {
  const { id } = await core.contact.create({ givenName: 'Luis', familyName: 'Mora' });
  await core.privacy.addConsent({ id, purpose: 'mail', given: true, saidOn: '2026-01-05', source: 'Fair' });
  await page.goto(new URL(`/contacts/${id}`, page.url()).href);
  const consents = page.getByRole('region', { name: say('privacy.consents') });
  const name = say('privacy.purpose.mail');
  await consents.getByRole('button', { name: say('privacy.withdrawNamed', { name }) }).click();
  const day = consents.getByRole('textbox', { name: say('privacy.saidOn') });
  await day.fill('4/1/2026');
  const withdraw = consents.getByRole('button', { name: say('privacy.withdraw'), exact: true });
  await expect(withdraw).toBeDisabled();
  await expect(consents.getByText(say('privacy.tooEarly'))).toBeVisible();
  await day.fill('1/2/2026');
  await consents.getByRole('textbox', { name: say('privacy.source') }).fill('By phone');
  await withdraw.click();
  await expect(consents.getByText(say('privacy.takenBack'))).toBeVisible();
  await expect(consents.getByText('Fair')).toBeVisible();
  await expect(withdraw).toBeHidden();
  await expect(page.getByText(say('privacy.dontMail'))).toBeVisible();
  const where = { all: [{ field: 'allows', is: 'hasAnyOf' as const, value: ['mail'] }] };
  expect((await core.party.list({ where })).rows).toEqual([]);
});

test.describe('who is erased', () => {
  // The card that is open may ask once more for what is gone, before the page leaves it.
  test.use({ allowedConsoleErrors: [/404/] });

  test('a client takes their data along, is erased for good in two steps, and leaves a certificate', async ({ page, core }) => {
    const { id } = await core.contact.create({ givenName: 'Luis', familyName: 'Mora', notes: 'Third floor' });
    const deal = await core.deal.create({ partyId: id, title: 'Balcony of Luis' });
    await core.payment.create({ dealId: deal.id, amount: 50_000, paidOn: '2026-11-22', method: 'cash' });
    await page.goto(new URL(`/contacts/${id}`, page.url()).href);
    await page.getByRole('button', { name: say('card.menu'), exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: say('privacy.export') }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('Luis Mora.zip');

    await page.getByRole('button', { name: say('card.menu'), exact: true }).click();
    await page.getByRole('menuitem', { name: say('privacy.erase') }).click();
    const dialog = page.getByRole('dialog', { name: say('privacy.eraseNamed', { name: 'Luis Mora' }) });
    await expect(dialog.getByRole('radio', { name: say('privacy.booksKeep') })).toBeChecked();
    await dialog.getByRole('button', { name: say('privacy.next') }).click();
    const erase = dialog.getByRole('button', { name: say('privacy.erase'), exact: true });
    await expect(erase).toBeDisabled();
    await dialog.getByRole('textbox', { name: say('privacy.typeName', { name: 'Luis Mora' }) }).fill('luis mora');
    await erase.click();
    await expect(page.getByText(say('privacy.erasedDone'))).toBeVisible();
    await expect(page).toHaveURL(/\/contacts$/);
    const [offered] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: say('privacy.certificateOf') }).click(),
    ]);
    expect(offered.suggestedFilename()).toMatch(/^certificate-[0-9a-f]{16}\.html$/);
    expect(await core.deal.get({ id: deal.id })).toMatchObject({ title: say('privacy.erasedClient'), paid: 50_000 });

    await page.goto(new URL('/settings/safety#privacy', page.url()).href);
    const [certificate] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: say('privacy.printNamed', { name: 'L. M.' }) }).click(),
    ]);
    expect(certificate.suggestedFilename()).toMatch(/^certificate-[0-9a-f]{16}\.html$/);
  });
});

test('who did what is listed, narrowed and taken out, and never changed', async ({ page, core }) => {
  const { id } = await core.contact.create({ givenName: 'Luis' });
  await core.party.deleteMany({ ids: [id] });
  await core.export.archive();
  await page.goto(new URL('/settings/safety#audit', page.url()).href);
  const audit = page.getByRole('region', { name: say('audit.title') });
  await expect(audit.getByRole('row')).toHaveCount(3);
  await audit.getByRole('textbox', { name: say('audit.search') }).fill('luis');
  await expect(audit.getByRole('row')).toHaveCount(2);
  await expect(audit.getByRole('cell', { name: say('audit.kind.delete') })).toBeVisible();
  await audit.getByRole('textbox', { name: say('audit.search') }).fill('nothing like it');
  await expect(audit.getByText(say('audit.nothingFits'))).toBeVisible();
  await audit.getByRole('button', { name: say('audit.clear') }).click();
  await expect(audit.getByRole('row')).toHaveCount(3);
  const [table] = await Promise.all([
    page.waitForEvent('download'),
    audit.getByRole('button', { name: say('audit.export') }).click(),
  ]);
  expect(table.suggestedFilename()).toBe('audit.csv');
});
