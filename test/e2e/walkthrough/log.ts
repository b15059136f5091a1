import type { MessageKey } from '#shared/messages/catalogue.ts';
import { expect } from '#test/e2e/walkthrough/clocked-shop.ts';
import type { Shop } from '#test/e2e/walkthrough/clocked-shop.ts';
import { client } from '#test/e2e/walkthrough/shop-life.ts';

/** What is done for the client whose windows are followed, from the request to the question two weeks later. */
const steps = [
  'assign',
  'call',
  'measure',
  'sizes',
  'price',
  'accepted',
  'paid',
  'agreeDay',
  'installDay',
  'installed',
  'report',
  'rest',
  'afterSale',
] as const satisfies readonly (MessageKey extends infer Key
  ? Key extends `process.rule.${infer Rule}`
    ? Rule
    : never
  : never)[];

/** The log tells each automatic step for the client once, and none that failed. */
export async function expectLog({ page, say, goTo }: Shop): Promise<void> {
  await goTo('/automations');
  await page.getByText(say('automation.tab.log'), { exact: true }).click();
  const about = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: new RegExp(`${client.name}|${client.wish}`) }) });
  await expect(about).toHaveCount(steps.length);
  for (const step of steps) {
    const entry = about.filter({ has: page.getByRole('link', { name: say(`process.rule.${step}`), exact: true }) });
    await expect(entry).toHaveCount(1);
    await expect(entry).toContainText(say('automation.status.done'));
  }
}
