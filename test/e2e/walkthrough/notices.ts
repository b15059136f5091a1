import type { Locator } from '@playwright/test';
import { expect } from '#test/e2e/walkthrough/clocked-shop.ts';
import type { Shop } from '#test/e2e/walkthrough/clocked-shop.ts';
import type { Notice } from '#shared/notice/contract.ts';

/** Those of a kind about something, as whoever works in the window finds them under the bell. */
export async function notices({ page, say }: Shop, kind: Notice['kind'], about: string): Promise<Locator> {
  await page.getByRole('button', { name: new RegExp(`^${say('notice.bell')}`) }).click();
  const list = page.getByRole('dialog', { name: say('notice.bell') });
  // Keys reach it once it has the focus.
  await expect(list.locator(':focus')).toHaveCount(1);
  return list
    .getByRole('listitem')
    .filter({ hasText: say(`notice.head.${kind}`) })
    .filter({ hasText: about });
}

/** One such notice is there, and one only. */
export async function expectOneNotice(shop: Shop, kind: Notice['kind'], about: string): Promise<void> {
  const found = await notices(shop, kind, about);
  await expect(found).toHaveCount(1);
  await closeNotices(shop);
}

export async function closeNotices({ page, say }: Shop): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: say('notice.bell') })).toBeHidden();
}
