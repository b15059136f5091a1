import type { Download, Locator } from '@playwright/test';
import type { DocumentKind } from '#shared/document/data.ts';
import type { DocumentFormat } from '#shared/document/contract.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';
import { docxText } from '#test/factories/docx.ts';
import { pdfPages } from '#test/factories/pdf-text.ts';
import { expect } from '#test/e2e/walkthrough/clocked-shop.ts';
import type { Shop } from '#test/e2e/walkthrough/clocked-shop.ts';
import { client, products } from '#test/e2e/walkthrough/shop-life.ts';
import { sizes } from '#test/walkthrough/steps/shop-data.ts';

/** Opens the client's deal from a task in My day. */
export async function openDeal({ page }: Shop, task: Locator): Promise<void> {
  await task.getByRole('link', { name: client.wish }).click();
  await expect(page.getByRole('heading', { name: client.wish })).toBeVisible();
}

export async function openDealOnBoard({ page, goTo }: Shop): Promise<void> {
  await goTo('/deals');
  await page.getByRole('link', { name: new RegExp(`^${client.wish}`) }).click();
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

/** Makes a quote with one click more than none. */
export async function makeQuote({ page, say }: Shop): Promise<void> {
  await documents({ page, say })
    .getByRole('button', { name: say('document.makeQuote') })
    .click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('document.make') })
    .click();
  await expect(page.getByRole('dialog')).toBeHidden();
}

type Window = Pick<Shop, 'page' | 'say'>;

function documents({ page, say }: Window): Locator {
  return page.getByRole('region', { name: say('document.title') });
}

/** The one document of a kind. */
export function documentRow(shop: Window, kind: DocumentKind): Locator {
  return documents(shop)
    .getByRole('listitem')
    .filter({ hasText: shop.say(`document.kind.${kind}`) });
}

async function chooseFor(shop: Shop, kind: DocumentKind, item: MessageKey): Promise<void> {
  const row = documentRow(shop, kind);
  await expect(row).toHaveCount(1);
  await row.getByRole('button').last().click();
  await shop.page.getByRole('menuitem', { name: shop.say(item) }).click();
}

export const accept = (shop: Shop) => chooseFor(shop, 'quote', 'document.mark.accepted');

/** A click on its name shows it in a tab of its own. */
export async function showDocument(shop: Shop, kind: DocumentKind): Promise<void> {
  const tab = shop.page.waitForEvent('popup');
  await documentRow(shop, kind).getByRole('button').first().click();
  await expect.poll(async () => (await tab).url()).toMatch(/^blob:/);
  await (await tab).close();
}

/** Saves a document, and reads what it says, with plain spaces. */
export async function readDocument(shop: Shop, kind: DocumentKind, format: DocumentFormat): Promise<string> {
  const saving = shop.page.waitForEvent('download');
  await chooseFor(shop, kind, format === 'pdf' ? 'document.savePdf' : 'document.saveDocx');
  const bytes = await bytesOf(await saving);
  const texts = format === 'pdf' ? await pdfPages(bytes) : await docxText(bytes);
  return plain(texts.join('\n'));
}

async function bytesOf(file: Download): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
  return new Uint8Array(Buffer.concat(chunks));
}

export function plain(text: string): string {
  return text.replaceAll(/[\u00a0\u202f]/g, ' ');
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
