import type { Download, Locator } from '@playwright/test';
import type { DocumentFormat } from '#shared/document/contract.ts';
import type { DocumentKind } from '#shared/document/data.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';
import { expect } from '#test/e2e/walkthrough/clocked-shop.ts';
import type { Shop } from '#test/e2e/walkthrough/clocked-shop.ts';
import { docxText } from '#test/factories/docx.ts';
import { pdfPages } from '#test/factories/pdf-text.ts';

/** Makes a quote with all as it is proposed. */
export async function makeQuote(shop: Shop): Promise<void> {
  const { page, say } = shop;
  await documents(shop)
    .getByRole('button', { name: say('document.makeQuote') })
    .click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('document.make') })
    .click();
  await expect(page.getByRole('dialog')).toBeHidden();
}

function documents({ page, say }: Shop): Locator {
  return page.getByRole('region', { name: say('document.title') });
}

/** The one document of a kind. */
function documentRow(shop: Shop, kind: DocumentKind): Locator {
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

function plain(text: string): string {
  return text.replaceAll(/[\u00a0\u202f]/g, ' ');
}
