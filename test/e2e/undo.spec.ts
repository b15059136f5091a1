import { fieldOf } from './field-of.ts';
import { expect, test } from './shop.ts';
import { say } from './words.ts';

test('a deleted card comes back from the notice, with everything', async ({ page, core }) => {
  const { id } = await core.contact.create({ givenName: 'Ana', familyName: 'López', tags: ['VIP'] });
  await core.activity.create({ partyId: id, type: 'note', text: 'Likes oak' });
  await page.goto(new URL(`/contacts/${id}`, page.url()).href);
  await page.getByRole('button', { name: say('card.menu'), exact: true }).click();
  await page.getByRole('menuitem', { name: say('common.delete') }).click();
  await expect(page.getByRole('heading', { name: say('list.empty.title') })).toBeVisible();
  await page
    .getByRole('alert')
    .getByRole('button', { name: say('common.undo') })
    .click();
  await page.getByRole('row', { name: 'Ana López' }).click();
  await expect(fieldOf(page, 'party.field.tags')).toContainText('VIP');
  await expect(page.getByRole('listitem').filter({ hasText: 'Likes oak' })).toBeVisible();
});

test('a deleted card is restored from the recycle bin', async ({ page, core }) => {
  const { id } = await core.contact.create({ givenName: 'Ana', familyName: 'López' });
  await core.contact.delete({ id });
  await page.getByRole('link', { name: say('nav.recycleBin') }).click();
  await page.getByRole('button', { name: say('recycleBin.restoreOne', { name: 'Ana López' }) }).click();
  await expect(page.getByRole('heading', { name: say('recycleBin.nothing.title') })).toBeVisible();
  await page.getByRole('link', { name: say('nav.contacts') }).click();
  await expect(page.getByRole('row', { name: 'Ana López' })).toBeVisible();
});

test('a deleted card says that it is in the recycle bin, and is restored there', async ({ page, core }) => {
  const { id } = await core.contact.create({ givenName: 'Ana', familyName: 'López' });
  await core.contact.delete({ id });
  await page.goto(new URL(`/contacts/${id}`, page.url()).href);
  await page.getByRole('button', { name: say('card.restore') }).click();
  await expect(page.getByRole('button', { name: say('card.restore') })).toBeHidden();
  await expect(page.getByRole('textbox', { name: say('activity.text') })).toBeVisible();
});

test('emptying the recycle bin asks first, and can be undone on the page of recent changes', async ({ page, core }) => {
  const { id } = await core.contact.create({ givenName: 'Ana', familyName: 'López' });
  await core.contact.delete({ id });
  await page.getByRole('link', { name: say('nav.recycleBin') }).click();
  await page.getByRole('button', { name: say('recycleBin.empty') }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('recycleBin.cancel') })
    .click();
  await expect(page.getByRole('row', { name: 'Ana López' })).toBeVisible();
  await page.getByRole('button', { name: say('recycleBin.empty') }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('recycleBin.purge') })
    .click();
  await expect(page.getByRole('heading', { name: say('recycleBin.nothing.title') })).toBeVisible();

  await page.getByRole('link', { name: say('nav.history') }).click();
  const purge = page.getByRole('listitem').filter({ hasText: say('history.kind.purge') });
  await purge.getByRole('button').click();
  await expect(purge).toContainText(say('history.wasUndone'));
  await page.getByRole('link', { name: say('nav.recycleBin') }).click();
  await expect(page.getByRole('row', { name: 'Ana López' })).toBeVisible();
});

test.describe('undoing on the page of recent changes', () => {
  // The answer that some were edited since is a conflict, which the browser writes to its console.
  test.use({ allowedConsoleErrors: [/409/] });

  test('names what was edited since, and undoes the rest', async ({ page, core }) => {
    const ana = await core.contact.create({ givenName: 'Ana', familyName: 'López' });
    const eva = await core.contact.create({ givenName: 'Eva', familyName: 'Ruiz' });
    await core.party.changeMany({ ids: [ana.id, eva.id], change: { type: 'setKind', kind: 'supplier' } });
    await core.contact.update({ id: eva.id, kind: 'partner' });
    await page.getByRole('link', { name: say('nav.history') }).click();
    const many = page.getByRole('listitem').filter({ hasText: say('history.kind.changeMany') });
    await many.getByRole('button').click();
    const question = page.getByRole('dialog', { name: say('history.edited.title') });
    await expect(question).toContainText('Eva Ruiz');
    await expect(question).not.toContainText('Ana López');
    await question.getByRole('button', { name: say('history.edited.rest') }).click();
    await expect(many).toContainText(say('history.wasUndone'));
    expect((await core.contact.get({ id: ana.id })).kind).toBe(ana.kind);
    expect((await core.contact.get({ id: eva.id })).kind).toBe('partner');
  });
});
