import type { Locator } from '@playwright/test';
import { expect } from '#test/e2e/walkthrough/clocked-shop.ts';
import type { Shop } from '#test/e2e/walkthrough/clocked-shop.ts';
import { people, products } from '#test/e2e/walkthrough/shop-life.ts';

const staff = ['head', 'manager', 'estimator', 'measurer', 'installer'] as const;

/** The owner takes on her people; all of them have the same head. */
export async function takeOnPeople({ page, say, goTo }: Shop): Promise<void> {
  await goTo('/settings#people');
  const team = page.getByRole('region', { name: say('people.title') });
  for (const key of staff) {
    const { name, role } = people[key];
    await team.getByRole('button', { name: say('people.add') }).click();
    const form = page.getByRole('dialog', { name: say('people.add') });
    await form.getByRole('textbox', { name: say('people.name'), exact: true }).fill(name);
    await form.getByRole('radio', { name: say(`people.role.${role}`) }).check();
    if (key !== 'head') {
      await form.getByRole('combobox', { name: say('people.head') }).click();
      await page.getByRole('option', { name: people.head.name }).click();
    }
    await form.getByRole('button', { name: say('common.save') }).click();
    await expect(form).toBeHidden();
    await expect(team.getByText(name, { exact: true })).toBeVisible();
  }
}

/** A price list, and what is sold by it. */
export async function enterProducts({ page, say, goTo }: Shop): Promise<void> {
  await goTo('/settings#price-lists');
  const lists = page.getByRole('region', { name: say('product.settings.lists') });
  await lists.getByRole('textbox', { name: say('product.settings.newList') }).fill(products.list);
  await page.keyboard.press('Enter');
  await expect(lists.getByRole('textbox', { name: `${say('product.settings.list')}: ${products.list}` })).toBeVisible();
  await goTo('/products');
  for (const { name, code, unit, price } of [products.window, products.work]) {
    await page.getByRole('button', { name: say('product.new') }).click();
    const form = page.getByRole('dialog', { name: say('product.new') });
    await form.getByRole('textbox', { name: say('product.field.name') }).fill(name);
    await form.getByRole('textbox', { name: say('product.field.code') }).fill(code);
    await form.getByRole('combobox', { name: say('product.field.unit') }).click();
    await page.getByRole('option', { name: say(`deal.unit.${unit}`), exact: true }).click();
    await form.getByRole('textbox', { name: `${say('product.price')}: ${products.list}` }).fill(price);
    await form.getByRole('button', { name: say('common.save') }).click();
    await expect(form).toBeHidden();
    const cell = page.getByRole('textbox', { name: say('product.priceOf', { name, list: products.list }) });
    await expect(cell).toHaveValue(price);
  }
}

/** The window shop's process, out of the gallery, with somebody for each part. */
export async function installProcess({ page, say, goTo }: Shop): Promise<void> {
  await goTo('/automations');
  const gallery = page.getByRole('region', { name: say('automation.ready.title') });
  await gallery
    .getByRole('button', { name: say('automation.ready.use') })
    .first()
    .click();
  const form = page.getByRole('dialog', { name: say('settings.trade.windows') });
  await choose(form, say('process.part.manager'), people.manager.name);
  await choose(form, say('process.part.measurer'), people.measurer.name);
  await choose(form, say('process.part.estimator'), people.estimator.name);
  await choose(form, say('process.part.installer'), people.installer.name);
  await form.getByRole('button', { name: say('automation.ready.install') }).click();
  await expect(form).toBeHidden();
  await expect(gallery.getByText(say('automation.ready.installed'))).toBeVisible();

  async function choose(within: Locator, part: string, name: string) {
    const field = within.getByRole('combobox', { name: part });
    await field.click();
    await page
      .getByRole('option', { name: new RegExp(`^${name}`) })
      .and(page.locator(':visible'))
      .click();
    // The list stays open for more than one.
    await field.press('Escape');
  }
}
