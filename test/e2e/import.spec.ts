import type { Page } from '@playwright/test';
import { messyWorkbook } from './samples/messy-workbook.ts';
import type { SampleFile } from './samples/messy-workbook.ts';
import { shortCyrillicList } from './samples/short-cyrillic-list.ts';
import { expect, test } from './shop.ts';
import { say } from './words.ts';

async function choose(page: Page, file: SampleFile): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: say('nav.import') })
    .click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: say('import.drop.choose') }).click();
  await (await chooser).setFiles({ ...file });
  await expect(page.getByRole('button', { name: say('import.next'), exact: true })).toBeVisible();
}

/** The table of the first rows as read. */
function preview(page: Page) {
  return page.getByRole('region', { name: say('import.columns.preview') });
}

async function runImport(page: Page): Promise<void> {
  await page.getByRole('button', { name: say('import.run', { count: 5 }) }).click();
  await expect(page.getByRole('heading', { name: say('import.done.title') })).toBeVisible();
}

test.describe('a messy workbook', () => {
  test.beforeEach(async ({ page }) => {
    await choose(page, messyWorkbook());
    const town = page.getByRole('combobox', { name: say('import.columns.becomes', { name: 'Contacto / Empresa' }) });
    await town.fill(say('party.field.city'));
    await page.getByRole('option', { name: say('party.field.city') }).click();
    await expect(town).toHaveValue(say('party.field.city'));
  });

  test('is understood without its titles, blank rows and totals', async ({ page }) => {
    await expect(preview(page)).toContainText('López Ruiz');
    await expect(preview(page)).not.toContainText('LISTADO');
    const becomes = (name: string) => page.getByRole('combobox', { name: say('import.columns.becomes', { name }) });
    await expect(becomes('Cliente / Nombre')).toHaveValue(say('party.field.givenName'));
    await expect(becomes('Cliente / Apellidos')).toHaveValue(say('party.field.familyName'));
    await expect(becomes('Contacto / Tel.')).toHaveValue(say('party.field.phone'));
    await expect(becomes('Contacto / Observaciones')).toHaveValue(say('party.field.notes'));
  });

  test('shows what will happen row by row, and writes nothing until told so', async ({ page, core }) => {
    await page.getByRole('button', { name: say('import.next'), exact: true }).click();
    await expect(page.getByRole('listitem').filter({ hasText: say('import.card.contacts', { count: 4 }) })).toHaveText(/^4/);
    await expect(page.getByRole('listitem').filter({ hasText: say('import.card.duplicates', { count: 2 }) })).toHaveText(/^2/);
    const rows = page.getByRole('grid', { name: say('import.rows.label') });
    await expect(rows.getByRole('row', { name: /^10 Ana/ })).toContainText(say('import.match.phone'));
    await expect(rows.getByText('TOTAL')).toHaveCount(0);
    expect((await core.party.list({})).total).toBe(0);
  });

  test('comes in, shows who was brought in, and goes out again whole', async ({ page, core }) => {
    await page.getByRole('button', { name: say('import.next'), exact: true }).click();
    await runImport(page);
    await page.getByRole('link', { name: say('import.done.see') }).click();
    const list = page.getByRole('grid', { name: say('list.title.all') });
    await expect(list.getByRole('row')).toHaveCount(1 + 4);
    await expect(list.getByRole('row', { name: /Ana López Ruiz/ })).toContainText('Sevilla');
    await list.getByRole('row', { name: /Ana López Ruiz/ }).click();
    const phones = page.getByRole('region', { name: say('party.field.phones') });
    await expect(phones.getByRole('link', { name: '600 10 02 00', exact: true })).toHaveCount(1);

    await page
      .getByRole('navigation')
      .getByRole('link', { name: say('nav.import') })
      .click();
    await page.getByRole('button', { name: say('import.done.undo') }).click();
    await expect(page.getByRole('heading', { name: say('import.done.undone') })).toBeVisible();
    expect((await core.party.list({})).total).toBe(0);
  });

  test('brings nobody in a second time', async ({ page, core }) => {
    await page.getByRole('button', { name: say('import.next'), exact: true }).click();
    await runImport(page);
    await page.getByRole('button', { name: say('import.done.another') }).click();
    await choose(page, messyWorkbook());
    const town = page.getByRole('combobox', { name: say('import.columns.becomes', { name: 'Contacto / Empresa' }) });
    await town.fill(say('party.field.city'));
    await page.getByRole('option', { name: say('party.field.city') }).click();
    await page.getByRole('button', { name: say('import.next'), exact: true }).click();
    await expect(page.getByText(say('import.nothingToImport'))).toBeVisible();
    expect((await core.party.list({})).total).toBe(4);
  });

  test('keeps what was chosen while another page is looked at', async ({ page }) => {
    await page
      .getByRole('navigation')
      .getByRole('link', { name: say('nav.contacts') })
      .click();
    await page
      .getByRole('navigation')
      .getByRole('link', { name: say('nav.import') })
      .click();
    const town = page.getByRole('combobox', { name: say('import.columns.becomes', { name: 'Contacto / Empresa' }) });
    await expect(town).toHaveValue(say('party.field.city'));
  });
});

test.describe('a list whose letters cannot be told', () => {
  test.use({ settings: { country: 'RU' } });

  test('is read as the user says, who sees the words in each way', async ({ page }) => {
    await choose(page, shortCyrillicList());
    const letters = (encoding: 'windows-1250' | 'windows-1251') =>
      page.getByRole('radio', { name: say(`import.encoding.${encoding}`) });
    await letters('windows-1250').click();
    await expect(preview(page)).toContainText('Ć. Ů.');
    await expect(letters('windows-1251')).toHaveAccessibleName(/Ж\. Щ\./);
    await letters('windows-1251').click();
    await expect(preview(page)).toContainText('Ж. Щ.');
    await page.getByRole('button', { name: say('import.next'), exact: true }).click();
    await expect(page.getByRole('row', { name: /Ж\. Щ\./ })).toBeVisible();
  });
});

test.describe('what is no list', () => {
  // The answer that it can't be read is an error, which the browser writes to its console.
  test.use({ allowedConsoleErrors: [/422/] });

  test('is refused with the reason, and another file can be chosen', async ({ page }) => {
    await page
      .getByRole('navigation')
      .getByRole('link', { name: say('nav.import') })
      .click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: say('import.drop.choose') }).click();
    const picture = Buffer.from(
      '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000049454e44ae426082',
      'hex',
    );
    await (await chooser).setFiles({ name: 'clientes.xlsx', mimeType: '', buffer: picture });
    await expect(page.getByRole('alert')).toContainText('clientes.xlsx');
    await choose(page, messyWorkbook());
  });
});
