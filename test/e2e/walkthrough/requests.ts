import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import type { Lead } from '#shared/lead/contract.ts';
import { expect } from '#test/e2e/walkthrough/clocked-shop.ts';
import type { Shop } from '#test/e2e/walkthrough/clocked-shop.ts';
import { client, droppedRequest, formRequest } from '#test/e2e/walkthrough/shop-life.ts';

/** A request in the inbox. */
export function request({ page, say }: Shop, name: string): Locator {
  return page.getByRole('list', { name: say('lead.list') }).getByRole('link', { name: new RegExp(`^${name}`) });
}

export async function takeDown(shop: Shop): Promise<void> {
  const { page, say, goTo } = shop;
  await goTo('/leads');
  await page
    .getByRole('button', { name: say('lead.add') })
    .first()
    .click();
  const form = page.getByRole('dialog', { name: say('lead.add') });
  await form.getByRole('textbox', { name: say('lead.new.who') }).fill(client.name);
  await form.getByRole('textbox', { name: say('party.field.phone') }).fill(client.phone);
  await form.getByRole('textbox', { name: say('party.field.email') }).fill(client.email);
  await form.getByRole('textbox', { name: say('lead.new.what') }).fill(client.wish);
  await form.getByRole('textbox', { name: say('lead.new.text') }).fill(client.said);
  await form.getByRole('button', { name: say('lead.new.save') }).click();
  await expect(request(shop, client.name)).toHaveCount(1);
}

/** Twice, as another program may: it is one request all the same. */
export async function dropFile({ dataDirectory }: Shop): Promise<void> {
  for (const name of ['una.json', 'otra.json']) {
    await writeFile(join(dataDirectory, 'inbox', name), JSON.stringify(droppedRequest));
  }
}

export async function sendForm({ rest }: Shop): Promise<void> {
  const site = await rest();
  const lead = await site.send<Lead>('POST', '/leads', formRequest);
  expect(await site.send<Lead>('POST', '/leads', formRequest)).toMatchObject({ id: lead.id });
}

/** Whoever asks has a card, and one only. */
export async function expectCard({ page, goTo }: Shop, name: string): Promise<void> {
  await goTo('/contacts');
  await expect(page.getByRole('grid').getByRole('rowheader').filter({ hasText: name })).toHaveCount(1);
}
