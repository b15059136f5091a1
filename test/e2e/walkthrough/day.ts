import type { Locator } from '@playwright/test';
import { expect } from '#test/e2e/walkthrough/clocked-shop.ts';
import type { Shop } from '#test/e2e/walkthrough/clocked-shop.ts';

/** A task in My day, which is opened. */
export async function taskOfDay({ page, goTo }: Shop, title: string): Promise<Locator> {
  await goTo('/day');
  const line = page.getByRole('main').getByRole('listitem').filter({ hasText: title });
  await expect(line).toHaveCount(1);
  return line;
}

/** Opens the card of the call that a task in My day asks for, by its number. */
export async function openCall(shop: Shop, title: string, phone: string): Promise<Locator> {
  const { page, say } = shop;
  const line = await taskOfDay(shop, title);
  await line.getByRole('button', { name: say('task.call', { phone }) }).click();
  const card = page.getByRole('dialog', { name: say('call.title') });
  await expect(card).toBeVisible();
  return card;
}

/** Opens the card of the call that comes next for the deal on the screen. */
export async function openCallOfDeal(shop: Shop, title: string): Promise<Locator> {
  const { page, say } = shop;
  await nextSteps(shop)
    .getByRole('button', { name: say('task.menu', { title }) })
    .click();
  await page.getByRole('menuitem', { name: say('call.open') }).click();
  const card = page.getByRole('dialog', { name: say('call.title') });
  await expect(card).toBeVisible();
  return card;
}

/** Closes a task from My day. */
export async function closeTask(shop: Shop, title: string, result: string): Promise<void> {
  const line = await taskOfDay(shop, title);
  await line.getByRole('button', { name: shop.say('task.complete', { title }) }).click();
  await writeResult(shop, result);
}

async function writeResult({ page, say }: Shop, result: string): Promise<void> {
  const form = page.getByRole('dialog', { name: say('task.close.title') });
  await form.getByRole('textbox', { name: say('task.close.result') }).fill(result);
  await form.getByRole('button', { name: say('task.close.confirm') }).click();
  await expect(form).toBeHidden();
}

function nextSteps({ page, say }: Shop): Locator {
  return page.getByRole('region', { name: say('task.next.title') });
}
