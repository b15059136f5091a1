import type { Page } from '@playwright/test';
import { expect, test } from './shop.ts';
import { say } from './words.ts';

/** Names of the rows in view, from the top. */
function names(page: Page) {
  return page.getByRole('grid').getByRole('rowheader');
}

test.describe('a short list', () => {
  test.beforeEach(async ({ page, core }) => {
    for (const [givenName, city, kind] of [
      ['Ana', 'Sevilla', 'client'],
      ['Bea', 'Cádiz', 'supplier'],
      ['Eva', 'Sevilla', 'client'],
      ['Iris', 'Huelva', 'partner'],
      ['Olga', 'Cádiz', 'client'],
      ['Ulla', 'Sevilla', 'supplier'],
    ] as const) {
      await core.contact.create({
        givenName,
        kind,
        addresses: [{ label: 'main', city, street: '', region: '', postalCode: '', country: '' }],
      });
    }
    await expect(names(page)).toHaveText(['Ana', 'Bea', 'Eva', 'Iris', 'Olga', 'Ulla']);
  });

  test('is sorted by a column, and keeps its order after a look at a card', async ({ page }) => {
    const title = page.getByRole('columnheader', { name: say('party.field.title') });
    await title.getByRole('button').click();
    await expect(names(page)).toHaveText(['Ulla', 'Olga', 'Iris', 'Eva', 'Bea', 'Ana']);
    await expect(title).toHaveAttribute('aria-sort', 'descending');
    await page
      .getByRole('columnheader', { name: say('party.field.city') })
      .getByRole('button')
      .click();
    await expect(names(page)).toHaveText(['Bea', 'Olga', 'Iris', 'Ana', 'Eva', 'Ulla']);
    await page.getByRole('row', { name: /Iris/ }).click();
    await expect(page.getByRole('heading', { name: 'Iris' })).toBeVisible();
    await page.goBack();
    await expect(names(page)).toHaveText(['Bea', 'Olga', 'Iris', 'Ana', 'Eva', 'Ulla']);
  });

  test('is filtered by kind and town, and shows everybody again', async ({ page }) => {
    const filters = page.getByRole('group', { name: say('list.filter.label') });
    await filters.getByRole('combobox', { name: say('party.field.kind') }).click();
    await page.getByRole('option', { name: say('party.kinds.client') }).click();
    await expect(names(page)).toHaveText(['Ana', 'Eva', 'Olga']);
    await filters.getByLabel(say('party.field.city'), { exact: true }).fill('Cádiz');
    await expect(names(page)).toHaveText(['Olga']);
    await page.reload();
    await expect(names(page)).toHaveText(['Olga']);
    await page.getByRole('button', { name: say('list.filter.clear') }).click();
    await expect(names(page)).toHaveCount(6);
  });

  test('is selected from one row to another, tagged, and the tag is undone', async ({ page, core }) => {
    await page.getByRole('checkbox', { name: say('list.selectRow', { name: 'Bea' }) }).click();
    await page.getByRole('checkbox', { name: say('list.selectRow', { name: 'Olga' }) }).click({ modifiers: ['Shift'] });
    const bulk = page.getByRole('group', { name: say('list.bulk.label') });
    await expect(bulk.getByRole('status')).toHaveText(say('list.selected', { count: 4 }));
    await bulk.getByRole('button', { name: say('list.bulk.addTag') }).click();
    await page
      .getByRole('dialog', { name: say('list.bulk.addTag') })
      .getByRole('combobox')
      .fill('Newsletter');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('row', { name: /Newsletter/ })).toHaveCount(4);
    await page
      .getByRole('alert')
      .getByRole('button', { name: say('common.undo') })
      .click();
    await expect(page.getByRole('row', { name: /Newsletter/ })).toHaveCount(0);
    expect((await core.party.words()).tags).toEqual([]);
  });

  test('loses those deleted, and has them back after an undo', async ({ page }) => {
    await page.getByRole('checkbox', { name: say('list.selectAll') }).click();
    const bulk = page.getByRole('group', { name: say('list.bulk.label') });
    await expect(bulk.getByRole('status')).toHaveText(say('list.selected', { count: 6 }));
    await page.getByRole('checkbox', { name: say('list.selectRow', { name: 'Ana' }) }).click();
    await bulk.getByRole('button', { name: say('common.delete') }).click();
    await expect(names(page)).toHaveText(['Ana']);
    await page
      .getByRole('alert')
      .getByRole('button', { name: say('common.undo') })
      .click();
    await expect(names(page)).toHaveCount(6);
  });

  test('shows other columns in another order, and keeps them', async ({ page }) => {
    const heads = page.getByRole('grid').getByRole('columnheader');
    const menu = page.getByRole('dialog', { name: say('list.columns') });
    await page.getByRole('button', { name: say('list.columns') }).click();
    await menu.getByRole('checkbox', { name: say('list.columns.show', { name: say('party.field.kind') }) }).click();
    await expect(heads.last()).toHaveText(say('party.field.kind'));
    await menu.getByRole('button', { name: say('list.columns.left', { name: say('party.field.kind') }) }).click();
    await expect(heads.last()).not.toHaveText(say('party.field.kind'));
    await page.reload();
    await expect(page.getByRole('columnheader', { name: say('party.field.kind') })).toBeVisible();
    await expect(heads.last()).not.toHaveText(say('party.field.kind'));
  });

  test('is gone through, ticked and opened by keyboard alone', async ({ page }) => {
    await page.getByRole('grid').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    const bulk = page.getByRole('group', { name: say('list.bulk.label') });
    await expect(bulk.getByRole('status')).toHaveText(say('list.selected', { count: 2 }));
    await page.keyboard.press('Escape');
    await expect(bulk).toBeHidden();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Ulla' })).toBeVisible();
  });
});

test('a list of thousands is scrolled to its end, drawing only what is in view', async ({ page, core }) => {
  await core.demo.create({ contacts: 5_000 });
  const grid = page.getByRole('grid', { name: say('party.types.contact') });
  await expect(grid).toHaveAttribute('aria-rowcount', '5001');
  const last =
    (await core.party.list({ filter: { type: 'contact' }, sort: { field: 'title' }, offset: 4_999 })).rows[0]?.title ?? '';
  await grid.hover();
  await page.mouse.wheel(0, 5_000 * 100);
  await expect(names(page).last()).toHaveText(last);
  await expect(grid.getByRole('row').last()).toHaveAttribute('aria-rowindex', '5001');
  expect(await grid.getByRole('row').count()).toBeLessThan(100);

  await grid.focus();
  await page.keyboard.press('Home');
  await expect(grid.getByRole('row').nth(1)).toHaveAttribute('aria-rowindex', '2');
  await page.keyboard.press('End');
  await expect(names(page).last()).toHaveText(last);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article', { name: last })).toBeVisible();
});
