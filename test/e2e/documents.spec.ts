import type { Page } from '@playwright/test';
import { buildDocx, paragraph } from '#test/factories/docx.ts';
import { pdfPages } from '#test/factories/pdf-text.ts';
import type { Core } from './core-client.ts';
import { expect, test } from './shop.ts';
import { say } from './words.ts';

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

async function openDeal(page: Page, core: Core) {
  const contact = await core.contact.create({ givenName: 'Luis', familyName: 'Gil' });
  const deal = await core.deal.create({
    partyId: contact.id,
    title: 'Kitchen windows',
    lines: [{ name: 'Window', width: 1200, height: 1400, pieces: 2, unitPrice: 50_000 }],
  });
  await page.goto(new URL(`/deals/${deal.id}`, page.url()).href);
  return { contact, deal };
}

test('a quote is made, read, accepted and paid in part', async ({ page, core }) => {
  const { deal, contact } = await openDeal(page, core);
  const documents = page.getByRole('region', { name: say('document.title') });
  await documents.getByRole('button', { name: say('document.makeQuote') }).click();
  await page.getByRole('textbox', { name: say('document.notes') }).fill('Ring twice.');
  await page.getByRole('button', { name: say('document.make') }).click();
  await expect(documents.getByText(say('document.status.draft'))).toBeVisible();
  const { rows } = await core.document.list({ dealId: deal.id });
  const name = `${say('document.kind.quote')} ${rows[0]?.number}`;

  const tab = page.waitForEvent('popup');
  await documents.getByRole('button', { name: say('document.open', { name }) }).click();
  await expect.poll(async () => (await tab).url()).toMatch(/^blob:/);
  await (await tab).close();

  await documents.getByRole('button', { name: say('document.more', { name }) }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: say('document.savePdf') }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toBe(`${name}.pdf`);
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
  const text = (await pdfPages(new Uint8Array(Buffer.concat(chunks)))).join('\n');
  for (const said of ['Luis Gil', 'Ventanas Ana', '1200 × 1400', 'Ring twice.']) expect(text).toContain(said);

  await documents.getByRole('button', { name: say('document.more', { name }) }).click();
  await page.getByRole('menuitem', { name: say('document.mark.accepted') }).click();
  await expect(documents.getByText(say('document.status.accepted'))).toBeVisible();

  const payments = page.getByRole('region', { name: say('payment.title') });
  await payments.getByRole('button', { name: say('payment.enter') }).click();
  const amount = page.getByRole('textbox', { name: say('payment.amount') });
  await expect(amount).toHaveValue('1000');
  await amount.fill('0');
  await page.getByRole('button', { name: say('common.save') }).click();
  await expect(page.getByText(say('payment.amount.wrong'))).toBeVisible();
  await amount.fill('300');
  await page.getByRole('button', { name: say('common.save') }).click();
  await expect(payments.getByText(say('payment.toPay', { amount: '€700.00' }))).toBeVisible();
  expect((await core.deal.get({ id: deal.id })).paid).toBe(30_000);

  await payments.getByRole('button', { name: say('payment.takeBack', { amount: '€300.00' }) }).click();
  await page.getByRole('button', { name: say('payment.takeBack.do'), exact: true }).click();
  await expect(payments.getByText(say('payment.toPay', { amount: '€1,000.00' }))).toBeVisible();

  await page.goto(new URL(`/contacts/${contact.id}`, page.url()).href);
  await expect(
    page
      .getByRole('region', { name: say('payment.ofParty') })
      .getByText('€300.00')
      .first(),
  ).toBeVisible();
});

test('a quote is refused with the reason, made anew, and taken back by an undo', async ({ page, core }) => {
  const { deal } = await openDeal(page, core);
  const quote = await core.document.create({ kind: 'quote', dealId: deal.id });
  const documents = page.getByRole('region', { name: say('document.title') });
  const name = `${say('document.kind.quote')} ${quote.number}`;
  const more = documents.getByRole('button', { name: say('document.more', { name }), exact: true });
  await more.click();
  await page.getByRole('menuitem', { name: say('document.mark.refused') }).click();
  await page.getByRole('textbox', { name: say('document.refused.reason') }).fill('Too dear');
  await page.getByRole('button', { name: say('common.save') }).click();
  await expect(documents.getByText('Too dear')).toBeVisible();
  await page.getByRole('button', { name: say('common.undo') }).click();
  await expect(documents.getByText(say('document.status.draft'))).toBeVisible();
  await more.click();
  await page.getByRole('menuitem', { name: say('document.newVersion') }).click();
  await expect(documents.getByText(`${name}, ${say('document.version', { version: 2 })}`)).toBeVisible();
  await expect(documents.getByText(say('document.status.cancelled'))).toBeVisible();
});

test.describe('what can’t be', () => {
  test.use({ allowedConsoleErrors: [/422/] });

  test('a quote of nothing says what is missing', async ({ page, core }) => {
    const { deal } = await openDeal(page, core);
    await core.deal.setLines({ id: deal.id, lines: [] });
    await page.getByRole('button', { name: say('document.makeQuote') }).click();
    await page.getByRole('button', { name: say('document.make') }).click();
    await expect(page.getByRole('alert')).toHaveText(say('document.noLines'));
  });

  test('a template with a mistake is explained, and taken once it is right', async ({ page, core }) => {
    await page.goto(new URL('/settings#documents', page.url()).href);
    const section = page.getByRole('region', { name: say('document.settings') });
    const bring = async (text: string) => {
      const chooser = page.waitForEvent('filechooser');
      await section.getByRole('button', { name: say('document.templates.add') }).click();
      const buffer = Buffer.from(await buildDocx(paragraph(text)));
      await (await chooser).setFiles({ name: 'Ours.docx', mimeType: docxType, buffer });
    };
    await bring('For {byer.name}');
    const alert = section.getByRole('alert');
    await expect(alert).toContainText(say('document.fault.unknownField', { tag: '{byer.name}' }));
    await expect(alert).toContainText(say('document.fault.nearest', { hint: '{buyer.name}' }));
    await bring('For {buyer.name}');
    await expect(section.getByText('Ours', { exact: true })).toBeVisible();
    await expect(alert).toHaveCount(0);
    expect((await core.document.templates()).map(({ name, isDefault }) => [name, isDefault])).toEqual([['Ours', true]]);
  });
});

test('numbers are written as the shop likes, with an example at once', async ({ page, core }) => {
  await page.goto(new URL('/settings#documents', page.url()).href);
  const kind = say('document.kind.quote');
  const pattern = page.getByRole('textbox', { name: say('document.numbers.pattern', { kind }) });
  await pattern.fill('OF/{year}');
  await expect(page.getByText(say('document.numbers.fault.noNumber', { tag: '{number}' }))).toBeVisible();
  await pattern.fill('OF/{number:3}');
  await expect(page.getByText('OF/001')).toBeVisible();
  await pattern.blur();
  await expect
    .poll(async () => (await core.document.series()).find((series) => series.kind === 'quote')?.pattern)
    .toBe('OF/{number:3}');
});
