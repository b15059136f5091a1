import { expect, test } from './shop.ts';
import { say } from './words.ts';

test('two windows show the same thing', async ({ page, context, core, app }) => {
  const { id } = await core.contact.create({ givenName: 'Ana', familyName: 'López' });
  const other = await context.newPage();
  await other.goto(new URL(`/contacts/${id}`, app.url).href);
  await expect(other.getByRole('heading', { name: 'Ana López' })).toBeVisible();

  await page.getByRole('row', { name: /Ana López/ }).click();
  await page.getByRole('textbox', { name: say('activity.text') }).fill('Seen from both');
  await page
    .getByRole('region', { name: say('activity.timeline') })
    .getByRole('button', { name: say('common.save') })
    .click();
  await expect(other.getByRole('listitem').filter({ hasText: 'Seen from both' })).toBeVisible();

  await other.getByRole('link', { name: say('nav.contacts') }).click();
  await expect(other.getByRole('row', { name: /Ana López/ })).toBeVisible();
  await page.keyboard.press('e');
  await page.getByRole('textbox', { name: say('party.field.givenName') }).fill('Anna');
  await page.keyboard.press('Enter');
  await expect(other.getByRole('row', { name: /Anna López/ })).toBeVisible();

  await core.contact.create({ givenName: 'Eva', familyName: 'Ruiz' });
  await expect(other.getByRole('row', { name: /Eva Ruiz/ })).toBeVisible();
  await core.contact.delete({ id });
  await expect(other.getByRole('row', { name: /Anna López/ })).toHaveCount(0);
  await expect(page.getByRole('button', { name: say('card.restore') })).toBeVisible();
});
