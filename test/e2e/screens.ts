import { expect } from '@playwright/test';
import { branchScreens } from './branch-screens.ts';
import { reportScreens } from './report-screens.ts';
import { requestScreens } from './request-screens.ts';
import { messyWorkbook } from './samples/messy-workbook.ts';
import { closeDialogs, pageAt, rowsAreShown } from './screen.ts';
import type { Screen } from './screen.ts';

export const screens: readonly Screen[] = [
  pageAt('contacts', () => '/contacts', rowsAreShown),
  pageAt('companies', () => '/companies', rowsAreShown),
  pageAt('everyone', () => '/all', rowsAreShown),
  pageAt(
    'a list without anybody',
    () => '/contacts?city=Nowhere',
    async ({ page, say }) => {
      await expect(page.getByRole('heading', { name: say('list.noMatches.title') })).toBeVisible();
    },
  ),
  {
    name: 'a list with some selected',
    open: async ({ page, say, base }) => {
      await pageAt('', () => '/contacts', rowsAreShown).open({ page, say, base });
      await page.getByRole('checkbox', { name: say('list.selectAll') }).click();
      await expect(page.getByRole('group', { name: say('list.bulk.label') })).toBeVisible();
    },
  },
  {
    name: 'the columns of a list',
    open: async ({ page, say, base }) => {
      await pageAt('', () => '/all', rowsAreShown).open({ page, say, base });
      await page.getByRole('button', { name: say('list.columns') }).click();
      await expect(page.getByRole('dialog', { name: say('list.columns') })).toBeVisible();
    },
  },
  pageAt(
    'a contact',
    ({ contactId }) => `/contacts/${contactId}`,
    async ({ page }) => {
      await expect(page.getByRole('listitem').filter({ hasText: 'Agreed' })).toBeVisible();
      await expect(page.getByText('plan.txt')).toBeVisible();
      await expect(page.getByRole('link', { name: 'Cristales Sur' })).toBeVisible();
    },
  ),
  {
    name: 'a contact with a note being written',
    open: async ({ page, say }) => {
      await page.getByRole('textbox', { name: say('activity.text') }).click();
      await page.getByRole('button', { name: say('activity.type.call'), exact: true }).click();
      await expect(page.getByRole('combobox', { name: say('activity.outcome') })).toBeVisible();
    },
  },
  {
    name: 'a contact with a phone being added',
    open: async ({ page, say }) => {
      await page.getByRole('button', { name: say('card.add.to', { what: say('card.add.phones') }) }).click();
      await expect(page.getByRole('textbox', { name: say('card.add.phones') })).toBeFocused();
    },
  },
  pageAt(
    'a company',
    ({ companyId }) => `/companies/${companyId}`,
    async ({ page }) => {
      await expect(page.getByRole('link', { name: /Núñez/ })).toBeVisible();
    },
  ),
  pageAt(
    'the documents and payments of a deal',
    ({ dealId }) => `/deals/${dealId}`,
    async ({ page, say }) => {
      await expect(page.getByText('Too dear')).toBeVisible();
      await expect(page.getByText(say('payment.takenBack'))).toBeVisible();
    },
  ),
  {
    name: 'what can be done with a document',
    open: async ({ page, say }) => {
      const documents = page.getByRole('region', { name: say('document.title') });
      await documents.getByRole('listitem').first().getByRole('button').last().click();
      await expect(page.getByRole('menuitem', { name: say('document.newVersion') })).toBeVisible();
    },
  },
  {
    name: 'a document being made',
    open: async ({ page, say }) => {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: say('document.makeQuote') }).click();
      await expect(page.getByRole('textbox', { name: say('document.notes') })).toBeFocused();
    },
  },
  {
    name: 'a payment being entered',
    open: async ({ page, say }) => {
      await closeDialogs(page);
      await page.getByRole('button', { name: say('payment.enter') }).click();
      await expect(page.getByRole('textbox', { name: say('payment.amount') })).toBeFocused();
    },
  },
  {
    name: 'a payment being taken back',
    open: async ({ page, say }) => {
      await closeDialogs(page);
      const payments = page.getByRole('region', { name: say('payment.title') });
      await payments.getByRole('listitem').last().getByRole('button').click();
      await expect(page.getByRole('textbox', { name: say('payment.takeBack.why') })).toBeFocused();
    },
  },
  pageAt(
    'the settings of documents',
    () => '/settings',
    async ({ page, say }) => {
      await page.getByRole('button', { name: say('document.fields') }).click();
      await expect(page.getByText('{#lines}{/lines}')).toBeVisible();
    },
  ),
  pageAt(
    'my day',
    () => '/day',
    async ({ page }) => {
      await expect(page.getByRole('button', { name: 'Call about the quote', exact: true })).toBeVisible();
    },
  ),
  {
    name: 'a task being closed',
    open: async ({ page, say }) => {
      await page.getByRole('button', { name: say('task.complete', { title: 'Call about the quote' }) }).click();
      await expect(page.getByRole('textbox', { name: say('task.close.result') })).toBeFocused();
    },
  },
  {
    name: 'a new task',
    open: async ({ page, say }) => {
      await closeDialogs(page);
      await page.keyboard.press('t');
      await expect(page.getByRole('textbox', { name: say('task.field.title') })).toBeFocused();
      await page.getByRole('button', { name: say('task.more'), exact: true }).click();
      await expect(page.getByRole('textbox', { name: say('task.field.location') })).toBeVisible();
    },
  },
  {
    name: 'a call',
    open: async ({ page }) => {
      await closeDialogs(page);
      await page.getByRole('listitem').filter({ hasText: 'Call about the quote' }).getByRole('button', { name: /600/ }).click();
      await expect(page.getByRole('timer')).toBeVisible();
    },
  },
  {
    name: 'the calendar of a week',
    open: async (visit) => {
      await closeDialogs(visit.page);
      await pageAt(
        '',
        () => '/calendar',
        async ({ page }) => {
          await expect(page.getByRole('button', { name: /Tidy the workshop/ }).first()).toBeVisible();
        },
      ).open(visit);
    },
  },
  {
    name: 'the calendar of a month',
    open: async ({ page, say }) => {
      await page.getByText(say('calendar.view.month'), { exact: true }).click();
      await expect(page.getByRole('button', { name: /Tidy the workshop/ }).first()).toBeVisible();
    },
  },
  {
    name: 'notices',
    open: async ({ page, say }) => {
      await page.getByText(say('calendar.view.week'), { exact: true }).click();
      await page.getByRole('button', { name: new RegExp(`^${say('notice.bell')}`) }).click();
      await expect(page.getByRole('heading', { name: say('notice.bell') })).toBeVisible();
    },
  },
  {
    name: 'the report of calls',
    open: async (visit) => {
      await closeDialogs(visit.page);
      await pageAt(
        '',
        () => '/reports/calls',
        async ({ page, say }) => {
          await expect(page.getByRole('heading', { name: say('callReport.byDay') })).toBeVisible();
        },
      ).open(visit);
    },
  },
  pageAt(
    'the board of deals',
    () => '/deals',
    async ({ page }) => {
      await expect(page.getByRole('link', { name: /^Kitchen windows/ })).toBeVisible();
    },
  ),
  pageAt('the list of deals', () => '/deals?view=list', rowsAreShown),
  pageAt(
    'the forecast',
    () => '/deals?view=forecast',
    async ({ page, say }) => {
      await expect(page.getByRole('heading', { name: say('deal.forecast') })).toBeVisible();
      await expect(page.getByRole('columnheader', { name: say('deal.statistics.averageTime') })).toBeVisible();
    },
  ),
  pageAt(
    'products',
    () => '/products',
    async ({ page, say }) => {
      await expect(page.getByRole('heading', { name: say('product.none') })).toBeVisible();
    },
  ),
  {
    name: 'the lines of a deal',
    open: async ({ page, say, base }) => {
      await pageAt(
        '',
        () => `/deals/${base.dealId}`,
        async () => {},
      ).open({ page, say, base });
      await page.getByRole('button', { name: say('deal.lines.edit') }).click();
      await expect(page.getByRole('dialog').getByRole('textbox').first()).toBeFocused();
    },
  },
  ...requestScreens,
  ...reportScreens,
  pageAt('recycle bin', () => '/recycle-bin', rowsAreShown),
  pageAt(
    'recent changes',
    () => '/history',
    async ({ page }) => {
      await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
    },
  ),
  pageAt(
    'settings',
    () => '/settings',
    async ({ page, say }) => {
      await expect(page.getByRole('heading', { name: say('settings.fields') })).toBeVisible();
      await expect(page.getByText('Plate', { exact: true })).toBeVisible();
    },
  ),
  pageAt(
    'import: the file',
    () => '/import',
    async ({ page, say }) => {
      await expect(page.getByRole('button', { name: say('import.drop.choose') })).toBeVisible();
    },
  ),
  {
    name: 'import: the columns',
    open: async ({ page, say }) => {
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: say('import.drop.choose') }).click();
      await (await chooser).setFiles({ ...messyWorkbook() });
      await page.getByRole('button', { name: say('import.reading.title') }).click();
      await expect(page.getByRole('combobox', { name: say('import.reading.country') })).toBeVisible();
    },
  },
  {
    name: 'import: what will happen',
    open: async ({ page, say }) => {
      await page.getByRole('button', { name: say('import.next'), exact: true }).click();
      await expect(page.getByRole('row', { name: /José/ })).toBeVisible();
    },
  },
  {
    name: 'import: done',
    open: async ({ page, say }) => {
      await page
        .getByRole('button', { name: say('import.run', { count: 6 }) })
        .or(page.getByRole('button', { name: say('import.run', { count: 5 }) }))
        .click();
      await expect(page.getByRole('button', { name: say('import.done.undo') })).toBeVisible();
    },
  },
  {
    name: 'search',
    open: async ({ page, say }) => {
      await page.getByRole('combobox', { name: say('search.label') }).fill('600100');
      await expect(page.getByRole('option').first()).toBeVisible();
    },
  },
  {
    name: 'search without an answer',
    open: async ({ page, say }) => {
      await page.getByRole('combobox', { name: say('search.label') }).fill('xyzzy');
      await expect(page.getByRole('button', { name: say('search.createContact') })).toBeVisible();
    },
  },
  {
    name: 'quick add with a duplicate',
    open: async ({ page, say }) => {
      await page.getByRole('combobox', { name: say('search.label') }).fill('');
      await page.getByRole('button', { name: say('frame.new') }).click();
      await page.getByRole('menuitem', { name: say('frame.newContact') }).click();
      await page
        .getByRole('dialog')
        .getByRole('textbox', { name: say('party.field.phone') })
        .fill('600100200');
      await expect(page.getByRole('button', { name: say('quickAdd.createAnyway') })).toBeVisible();
      await expect(page.getByRole('dialog').getByRole('status')).toContainText('600 10 02 00');
    },
  },
  {
    name: 'a new deal',
    open: async ({ page, say, base }) => {
      await closeDialogs(page);
      await pageAt(
        '',
        () => '/deals',
        async () => {},
      ).open({ page, say, base });
      await page.getByRole('button', { name: say('deal.new'), exact: true }).click();
      await expect(page.getByRole('textbox', { name: say('deal.field.partyId') })).toBeFocused();
    },
  },
  {
    name: 'all commands',
    open: async ({ page, say }) => {
      await closeDialogs(page);
      await page.keyboard.press('ControlOrMeta+k');
      await expect(page.getByRole('dialog', { name: say('shortcut.palette') })).toBeVisible();
    },
  },
  {
    name: 'keyboard shortcuts',
    open: async ({ page, say }) => {
      await closeDialogs(page);
      await page.getByRole('button', { name: say('frame.help') }).click();
      await expect(page.getByRole('dialog', { name: say('frame.help') })).toBeVisible();
    },
  },
  {
    name: 'keyboard shortcuts, closed again',
    open: async ({ page }) => closeDialogs(page),
  },
  pageAt(
    'no conflicts yet',
    () => '/conflicts',
    async ({ page, say }) => {
      await expect(page.getByRole('heading', { name: say('conflict.empty.open.title') })).toBeVisible();
    },
  ),
  pageAt(
    'joining with a branch file',
    () => '/settings#office',
    async ({ page, say }) => {
      await page.getByText(say('sync.join.byFile'), { exact: true }).click();
      await expect(page.getByRole('textbox', { name: say('sync.join.passphrase') })).toBeVisible();
    },
  ),
  ...branchScreens,
];
