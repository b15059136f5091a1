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
export async function openCall(shop: Shop, title: string): Promise<Locator> {
  const { page, say } = shop;
  const line = await taskOfDay(shop, title);
  await line.getByRole('button', { name: new RegExp(`^${say('task.call', { phone: '' }).trim()}`) }).click();
  const card = page.getByRole('dialog', { name: say('call.title') });
  await expect(card).toBeVisible();
  return card;
}

/** Opens the card of the call that comes next for the deal on the screen. */
export async function openCallOfDeal({ page, say }: Shop, title: string): Promise<Locator> {
  const next = page.getByRole('region', { name: say('task.next.title') });
  await next.getByRole('button', { name: say('task.menu', { title }) }).click();
  await page.getByRole('menuitem', { name: say('call.open') }).click();
  const card = page.getByRole('dialog', { name: say('call.title') });
  await expect(card).toBeVisible();
  return card;
}

interface Closing {
  readonly result: string;
  /** What the task asks for, by its label. */
  readonly asked?: Readonly<Record<string, string>>;
}

/** Closes a task from My day. */
export async function closeTask(shop: Shop, title: string, { result, asked = {} }: Closing): Promise<void> {
  const { page, say } = shop;
  const line = await taskOfDay(shop, title);
  await line.getByRole('button', { name: say('task.complete', { title }) }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('textbox', { name: say('task.close.result') }).fill(result);
  for (const [label, value] of Object.entries(asked)) await form.getByLabel(label).fill(value);
  await form.getByRole('button', { name: say('task.close.confirm') }).click();
  await expect(form).toBeHidden();
}
