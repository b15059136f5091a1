import type { Locator } from '@playwright/test';
import type { MessageKey } from '#shared/messages/catalogue.ts';
import { expect } from '#test/e2e/walkthrough/clocked-shop.ts';
import type { Shop } from '#test/e2e/walkthrough/clocked-shop.ts';
import { client, products } from '#test/e2e/walkthrough/shop-life.ts';
import { sizes } from '#test/walkthrough/steps/shop-data.ts';

/** Opens the client's deal from a task in My day. */
export async function openDeal({ page }: Shop, task: Locator): Promise<void> {
  await task.getByRole('link', { name: client.wish }).click();
  await expect(page.getByRole('heading', { name: client.wish })).toBeVisible();
}

/** The client's deal, in all of the board or in one column. */
export function dealOnBoard(within: Locator): Locator {
  return within.getByRole('link', { name: new RegExp(`^${client.wish}`) });
}

export async function openDealOnBoard({ page, goTo }: Shop): Promise<void> {
  await goTo('/deals');
  await dealOnBoard(page.getByRole('main')).click();
  await expect(page.getByRole('heading', { name: client.wish })).toBeVisible();
}

export async function expectStage({ page, say }: Shop, stage: MessageKey): Promise<void> {
  await expect(page.locator('[aria-current=step]')).toContainText(say(stage));
}

type Column = 'name' | 'place' | 'width' | 'height' | 'pieces';

/** The measurer's sheet: place, width, height and how many, a line for each size. */
export async function enterSizes({ page, say }: Shop): Promise<void> {
  await page.getByRole('button', { name: say('deal.lines.sizes') }).click();
  const sheet = page.getByRole('dialog');
  const cell = (column: Column, row: number) =>
    sheet.getByRole('textbox', { name: say('deal.line.cell', { column: say(`deal.line.${column}`), row }) });
  for (const [index, { place, width, height, pieces }] of sizes.entries()) {
    const row = index + 1;
    if (index > 0) await sheet.getByRole('button', { name: say('deal.lines.addLine') }).click();
    await cell('place', row).fill(place);
    await cell('width', row).fill(String(width));
    await cell('height', row).fill(String(height));
    await cell('pieces', row).fill(String(pieces));
  }
  await sheet.getByRole('button', { name: say('common.save') }).click();
  await expect(sheet).toBeHidden();
}

/** Names what is sold on each line, with the price of the list, and adds the work. */
export async function enterPrices({ page, say }: Shop): Promise<void> {
  await page.getByRole('button', { name: say('deal.lines.edit') }).click();
  const sheet = page.getByRole('dialog');
  const name = (row: number) =>
    sheet.getByRole('textbox', { name: say('deal.line.cell', { column: say('deal.line.name'), row }) });
  const choose = async (row: number, product: string) => {
    await name(row).fill(product.slice(0, 5));
    await page.getByRole('option', { name: product }).click();
    await expect(name(row)).toHaveValue(product);
  };
  for (const index of sizes.keys()) await choose(index + 1, products.window.name);
  await sheet.getByRole('button', { name: say('deal.lines.addLine') }).click();
  await choose(sizes.length + 1, products.work.name);
  await sheet.getByRole('button', { name: say('common.save') }).click();
  await expect(sheet).toBeHidden();
}

/** Enters what was paid, by transfer. */
export async function enterPayment({ page, say }: Shop, amount: string): Promise<void> {
  const payments = page.getByRole('region', { name: say('payment.title') });
  await payments.getByRole('button', { name: say('payment.enter') }).click();
  const form = page.getByRole('dialog', { name: say('payment.enter') });
  await form.getByRole('textbox', { name: say('payment.amount') }).fill(amount);
  await form.getByRole('combobox', { name: say('payment.method') }).click();
  await page.getByRole('option', { name: say('payment.method.transfer') }).click();
  await form.getByRole('button', { name: say('common.save') }).click();
  await expect(form).toBeHidden();
}
