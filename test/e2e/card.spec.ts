import { fieldOf } from './field-of.ts';
import { expect, test } from './shop.ts';
import { say } from './words.ts';

test.describe('on a card', () => {
  test.beforeEach(async ({ page, core }) => {
    const { id } = await core.contact.create({
      givenName: 'Ana',
      familyName: 'López',
      phones: [{ label: 'mobile', raw: '+34 600 100 200' }],
    });
    await page.goto(new URL(`/contacts/${id}`, page.url()).href);
    await expect(page.getByRole('heading', { name: 'Ana López' })).toBeVisible();
  });

  test('a value is edited in place, and what it was is kept', async ({ page }) => {
    const jobTitle = fieldOf(page, 'party.field.jobTitle');
    await jobTitle.click();
    await page.getByRole('textbox', { name: say('party.field.jobTitle') }).fill('Accountant');
    await page.keyboard.press('Enter');
    await expect(jobTitle).toContainText('Accountant');
    await expect(jobTitle).toBeFocused();

    await jobTitle.click();
    await page.getByRole('textbox', { name: say('party.field.jobTitle') }).fill('Something else');
    await page.keyboard.press('Escape');
    await expect(jobTitle).toContainText('Accountant');

    await page.reload();
    await expect(jobTitle).toContainText('Accountant');
    await expect(page.getByRole('region', { name: say('activity.timeline') })).toContainText('Accountant');
  });

  test('whoever goes on while a value is being saved is left where she is', async ({ page }) => {
    const { promise: isTyping, resolve: save } = Promise.withResolvers<void>();
    await page.route('**/rpc/contact/update', async (route) => {
      await isTyping;
      await route.continue();
    });
    await fieldOf(page, 'party.field.jobTitle').click();
    await page.getByRole('textbox', { name: say('party.field.jobTitle') }).fill('Accountant');
    await page.keyboard.press('Enter');
    const note = page.getByRole('textbox', { name: say('activity.text') });
    await note.click();
    save();
    await expect(fieldOf(page, 'party.field.jobTitle')).toContainText('Accountant');
    await page.keyboard.type('Wants oak');
    await expect(note).toHaveValue('Wants oak');
  });

  test('name, phone and tags are edited by keyboard alone', async ({ page }) => {
    await page.keyboard.press('e');
    await expect(page.getByRole('textbox', { name: say('party.field.givenName') })).toBeFocused();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('Anna');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('Lopes');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Anna Lopes' })).toBeVisible();

    await page.getByRole('button', { name: say('card.add.to', { what: say('card.add.phones') }) }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: say('card.add.phones') })).toBeFocused();
    await page.keyboard.type('(0034) 911.22.33.44');
    await page.keyboard.press('Enter');
    await expect(
      page.getByRole('region', { name: say('party.field.phones') }).getByRole('link', { name: '911 22 33 44', exact: true }),
    ).toBeVisible();

    await fieldOf(page, 'party.field.tags').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('VIP');
    await page.keyboard.press('Tab');
    await expect(fieldOf(page, 'party.field.tags')).toContainText('VIP');
  });

  test('what cannot be saved stays in its field with the reason', async ({ page }) => {
    const birthday = fieldOf(page, 'party.field.birthday');
    await birthday.click();
    const field = page.getByRole('textbox', { name: say('party.field.birthday') });
    await field.fill('some day');
    await page.keyboard.press('Enter');
    await expect(field).toHaveValue('some day');
    await expect(field).toHaveAccessibleDescription(/14/);
    await field.fill('14/3/1980');
    await page.keyboard.press('Enter');
    await expect(birthday).toContainText('1980');
  });

  test('a note and a call are written on the timeline, and stay there', async ({ page }) => {
    const timeline = page.getByRole('region', { name: say('activity.timeline') });
    const text = page.getByRole('textbox', { name: say('activity.text') });
    await text.fill('Wants three windows');
    await timeline.getByRole('button', { name: say('common.save') }).click();
    await expect(timeline.getByRole('listitem').filter({ hasText: 'Wants three windows' })).toContainText(
      say('activity.type.note'),
    );
    await expect(text).toHaveValue('');

    await timeline.getByRole('button', { name: say('activity.type.call'), exact: true }).click();
    await text.fill('Agreed on Tuesday');
    await page.getByRole('combobox', { name: say('activity.outcome') }).click();
    await page.getByRole('option', { name: say('activity.outcome.reached') }).click();
    await page.getByRole('textbox', { name: say('activity.minutes') }).fill('4');
    await timeline.getByRole('button', { name: say('common.save') }).click();
    const call = timeline.getByRole('listitem').filter({ hasText: 'Agreed on Tuesday' });
    await expect(call).toContainText(say('activity.outcome.reached'));
    await expect(call).toContainText(say('activity.duration', { minutes: 4 }));

    await page.reload();
    await expect(timeline.getByRole('listitem').first()).toContainText('Agreed on Tuesday');
    await expect(timeline.getByRole('listitem').nth(1)).toContainText('Wants three windows');
  });

  test('a note begun is still there after a look at another page', async ({ page }) => {
    await page.getByRole('textbox', { name: say('activity.text') }).fill('Half a thought');
    await page.getByRole('link', { name: say('nav.companies') }).click();
    await expect(page.getByRole('heading', { name: say('list.empty.title') })).toBeVisible();
    await page.goBack();
    await expect(page.getByRole('textbox', { name: say('activity.text') })).toHaveValue('Half a thought');
  });

  test('a deleted note comes back with an undo', async ({ page }) => {
    const timeline = page.getByRole('region', { name: say('activity.timeline') });
    await page.getByRole('textbox', { name: say('activity.text') }).fill('Keep this');
    await timeline.getByRole('button', { name: say('common.save') }).click();
    await timeline.getByRole('button', { name: say('activity.menu', { what: say('activity.type.note') }) }).click();
    await page.getByRole('menuitem', { name: say('common.delete') }).click();
    await expect(timeline.getByRole('listitem').filter({ hasText: 'Keep this' })).toHaveCount(0);
    await page
      .getByRole('alert')
      .getByRole('button', { name: say('common.undo') })
      .click();
    await expect(timeline.getByRole('listitem').filter({ hasText: 'Keep this' })).toBeVisible();
  });

  test('a company is linked with a role', async ({ page }) => {
    await page.getByRole('button', { name: say('link.add.company') }).click();
    await page.getByRole('textbox', { name: say('link.find.company') }).fill('Cristales Sur');
    await page.getByRole('option', { name: say('link.create.company', { name: 'Cristales Sur' }) }).click();
    await page.getByRole('textbox', { name: say('link.role', { name: 'Cristales Sur' }) }).fill('Storekeeper');
    await page.keyboard.press('Enter');
    const related = page.getByRole('region', { name: say('card.related') });
    await expect(related).toContainText('Storekeeper');
    await related.getByRole('link', { name: 'Cristales Sur' }).click();
    await expect(page.getByRole('heading', { name: 'Cristales Sur' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Ana López' })).toBeVisible();
  });

  test('a file is attached and comes back as it was', async ({ page }) => {
    await page.getByLabel(say('file.choose'), { exact: true }).setInputFiles({
      name: 'plan.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('120 x 80'),
    });
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: say('file.download', { name: 'plan.txt' }) }).click();
    expect((await download).suggestedFilename()).toBe('plan.txt');
  });
});
