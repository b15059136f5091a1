import { expect } from '@playwright/test';
import { freePort } from './free-port.ts';
import { closeDialogs, pageAt } from './screen.ts';
import type { Screen } from './screen.ts';

const computer = 'Counter';

/** Head office; from the second screen on the shop is one. */
export const branchScreens: readonly Screen[] = [
  pageAt(
    'before there are branches',
    () => '/branches',
    async ({ page, say }) => {
      await page.getByRole('button', { name: say('branch.start.more'), exact: true }).click();
      await expect(page.getByRole('textbox', { name: say('branch.start.port') })).toBeVisible();
    },
  ),
  {
    name: 'head office on a server',
    open: async ({ page, say }) => {
      await page.getByRole('button', { name: say('branch.elsewhere') }).click();
      await expect(page.getByRole('textbox', { name: say('branch.elsewhere.key') })).toBeVisible();
    },
  },
  {
    name: 'head office without branches',
    open: async ({ page, say }) => {
      await page.getByRole('button', { name: say('common.back'), exact: true }).click();
      await page.getByRole('button', { name: say('branch.start.more'), exact: true }).click();
      await page.getByRole('textbox', { name: say('branch.start.port') }).fill(String(await freePort()));
      await page.getByRole('button', { name: say('branch.start.button') }).click();
      await page.getByRole('button', { name: say('branch.help') }).click();
      await expect(page.getByRole('heading', { name: say('branch.none') })).toBeVisible();
    },
  },
  {
    name: 'a branch being added',
    open: async ({ page, say }) => {
      await page.getByRole('button', { name: say('branch.addFirst') }).click();
      await expect(page.getByRole('textbox', { name: say('branch.field.name') })).toBeFocused();
    },
  },
  {
    name: 'a computer being connected',
    open: async ({ page, say }) => {
      await page.getByRole('textbox', { name: say('branch.field.name') }).fill('Sevilla Este');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('textbox', { name: say('branch.computer.name') })).toBeFocused();
    },
  },
  {
    name: 'the code of a computer',
    open: async ({ page, say }) => {
      await page.getByRole('textbox', { name: say('branch.computer.name') }).fill(computer);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('img', { name: say('branch.code.qr') })).toBeVisible();
    },
  },
  {
    name: 'branches',
    open: async ({ page, say }) => {
      await closeDialogs(page);
      await expect(page.getByRole('heading', { name: say('branch.codes') })).toBeVisible();
      await expect(page.getByRole('rowheader', { name: 'Sevilla Este' })).toBeVisible();
    },
  },
  {
    name: 'a branch as a file',
    open: async ({ page, say }) => {
      await page.getByRole('button', { name: say('branch.file'), exact: true }).click();
      await page.getByRole('button', { name: say('branch.file.suggest') }).click();
      await expect(page.getByText(say('branch.file.strength.good'))).toBeVisible();
    },
  },
  {
    name: 'a branch being closed',
    open: async ({ page, say }) => {
      await closeDialogs(page);
      await page.getByRole('button', { name: say('branch.close'), exact: true }).click();
      await expect(page.getByRole('dialog')).toContainText(say('branch.close.text'));
    },
  },
  {
    name: 'a computer being shut out',
    open: async ({ page, say }) => {
      await closeDialogs(page);
      await page
        .getByRole('rowheader', { name: say('branch.office') })
        .getByRole('button')
        .click();
      await page
        .getByRole('list', { name: say('branch.column.computers') })
        .getByRole('button')
        .first()
        .click();
      await page.getByRole('menuitem', { name: say('branch.shutOut') }).click();
      await expect(page.getByRole('dialog')).toContainText(say('branch.shutOut.there'));
    },
  },
  {
    name: 'who sees what',
    open: async (visit) => {
      await closeDialogs(visit.page);
      await pageAt(
        '',
        () => '/branches?tab=rules',
        async ({ page, say }) => {
          await expect(page.getByRole('radio', { name: say('branch.cards.common') })).toBeChecked();
        },
      ).open(visit);
    },
  },
  {
    name: 'client cards being made private',
    open: async ({ page, say }) => {
      await page.getByRole('radio', { name: say('branch.cards.private') }).click();
      await expect(page.getByRole('dialog')).toContainText(say('branch.cards.private.follows'));
    },
  },
  {
    name: 'nothing that was not taken',
    open: async (visit) => {
      await closeDialogs(visit.page);
      await pageAt(
        '',
        () => '/branches?tab=notTaken',
        async ({ page, say }) => {
          await expect(page.getByRole('heading', { name: say('branch.notTaken.none') })).toBeVisible();
        },
      ).open(visit);
    },
  },
];
