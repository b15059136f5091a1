import { expect, test } from './shop.ts';
import { say } from './words.ts';

test.beforeEach(async ({ core }) => {
  await core.contact.create({
    givenName: 'Ángela',
    familyName: 'Núñez',
    phones: [{ label: 'mobile', raw: '600 100 200' }],
    emails: [{ label: 'work', address: 'angela@example.es' }],
  });
  await core.contact.create({ givenName: 'Γεώργιος', familyName: 'Παπαδόπουλος' });
  await core.contact.create({
    givenName: 'Артём',
    familyName: 'Ёлкин',
    phones: [{ label: 'mobile', raw: '+7 (495) 123-45-67' }],
  });
  await core.company.create({ name: 'Cristales Sur', taxId: 'B12345678' });
});

test('finds by a phone written another way, by any part of it, and by names without accents', async ({ page }) => {
  for (const [typed, found] of [
    ['0034 600.10.02.00', 'Ángela Núñez'],
    ['(600) 100-2', 'Ángela Núñez'],
    ['00200', 'Ángela Núñez'],
    ['+7495123', 'Артём Ёлкин'],
    ['nunez angela', 'Ángela Núñez'],
    ['γεωργιοσ', 'Γεώργιος Παπαδόπουλος'],
    ['ΠΑΠΑΔΟ', 'Γεώργιος Παπαδόπουλος'],
    ['елкин', 'Артём Ёлкин'],
    ['angela@ex', 'Ángela Núñez'],
    ['B1234', 'Cristales Sur'],
  ] as const) {
    const box = page.getByRole('combobox', { name: say('search.label') });
    await page.keyboard.press('/');
    await expect(box).toBeFocused();
    await page.keyboard.type(typed);
    await expect(page.getByRole('option'), typed).toHaveText([new RegExp(found)]);
    await page.keyboard.press('Enter');
    await expect(box).toHaveValue('');
    await expect(page.getByRole('heading', { name: found })).toBeVisible();
  }
});

test.describe('in a Russian shop', () => {
  test.use({ settings: { country: 'RU' } });

  test('finds a phone by the 8 that is dialled at home', async ({ page }) => {
    await page.keyboard.press('/');
    await page.keyboard.type('8 (495) 123');
    await expect(page.getByRole('option')).toHaveText([/Ёлкин/]);
  });
});

test('Enter opens what was typed even before the answer is there', async ({ page }) => {
  await page.keyboard.press('/');
  await page.keyboard.type('elkin');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('nunez');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Ángela Núñez' })).toBeVisible();
});

test('arrows choose among several, Escape closes', async ({ page, core }) => {
  await core.contact.create({ givenName: 'Ana', familyName: 'Núñez' });
  await page.keyboard.press('/');
  await page.keyboard.type('nunez');
  await expect(page.getByRole('option')).toHaveCount(2);
  await page.keyboard.press('ArrowDown');
  const second = page.getByRole('option').nth(1);
  await expect(second).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('option')).toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option')).toHaveCount(2);
});

test('who is not there can be added with what was typed', async ({ page }) => {
  await page.keyboard.press('/');
  await page.keyboard.type('611 22 33 44');
  await page.getByRole('button', { name: say('search.createContact') }).click();
  await expect(page.getByRole('dialog').getByRole('textbox', { name: say('party.field.phone') })).toHaveValue('611 22 33 44');
});

test('finds deals by their title and by their client, and opens them by keyboard', async ({ page, core }) => {
  const { id: partyId } = await core.contact.create({ givenName: 'Lucía', familyName: 'Vega' });
  await core.deal.create({ partyId, title: '3 ventanas, Calle Mayor 12', estimate: 120_000 });
  const group = page.getByText(say('nav.deals'), { exact: true }).last();
  await page.keyboard.press('/');
  await page.keyboard.type('vega lucia');
  await expect(page.getByRole('option')).toHaveText([/Lucía Vega/, /3 ventanas, Calle Mayor 12.*Lucía Vega.*1,?200/]);
  await expect(group).toBeVisible();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('mayor');
  await expect(page.getByRole('option')).toHaveText([/3 ventanas/]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '3 ventanas, Calle Mayor 12' })).toBeVisible();
});
