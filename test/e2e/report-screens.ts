import { expect } from '@playwright/test';
import type { Core } from './core-client.ts';
import { pageAt } from './screen.ts';
import type { Screen } from './screen.ts';

/** Gives a client something bought, for her card and the reports. */
export async function fillPurchases(core: Core, partyId: string): Promise<void> {
  const lines = [{ name: 'Shower screen', unitPrice: 30_000 }];
  const { id } = await core.deal.create({ partyId, title: 'Bathroom', source: 'Fair', lines });
  await core.deal.win({ id });
}

export const reportScreens: readonly Screen[] = [
  pageAt(
    'sales by source',
    () => '/reports/sales',
    async ({ page }) => {
      await expect(page.getByRole('link', { name: 'Fair' })).toBeVisible();
    },
  ),
  pageAt(
    'sales by month of a year',
    () => '/reports/sales?by=month&period=year',
    async ({ page, say }) => {
      await expect(page.getByRole('columnheader', { name: say('report.by.month') })).toBeVisible();
    },
  ),
  pageAt(
    'a report of nothing',
    () => '/reports/sales?period=own&from=2020-01-01&to=2020-01-01',
    async ({ page, say }) => {
      await expect(page.getByRole('heading', { name: say('report.sales.empty') })).toBeVisible();
    },
  ),
  pageAt(
    'orders',
    () => '/reports/orders',
    async ({ page }) => {
      await expect(page.getByRole('link', { name: 'Kitchen windows' })).toBeVisible();
    },
  ),
];
