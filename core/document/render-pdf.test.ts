import { describe, expect, it } from 'vitest';
import { renderPdf } from '#core/document/render-pdf.ts';
import { documentKinds } from '#shared/document/data.ts';
import { languages } from '#shared/settings/contract.ts';
import { messageText } from '#shared/messages/message-text.ts';
import { dealReport, documentData, documentLine } from '#test/factories/document-data.ts';
import { pdfPages } from '#test/factories/pdf-text.ts';

const words: Readonly<Record<string, readonly string[]>> = {
  en: ['Quote', 'Qty', 'VAT 21%', '€2,420.00', '22 November 2026'],
  es: ['Presupuesto', 'Cant.', 'IVA 21 %', '2420,00 €', '22 de noviembre de 2026'],
  pt: ['Orçamento', 'Qtd.', 'IVA 21%', '2420,00 €', '22 de novembro de 2026'],
  el: ['Προσφορά', 'Ποσ.', 'ΦΠΑ 21%', '2.420,00 €', '22 Νοεμβρίου 2026'],
  ru: ['Действительно до', 'Кол-во', 'НДС 21 %', '2 420,00 €', '22 ноября 2026'],
};
const countryOf = { en: 'GB', es: 'ES', pt: 'PT', el: 'GR', ru: 'RU' } as const;

async function textOf(...given: Parameters<typeof documentData>): Promise<string> {
  return (await pdfPages(await renderPdf(documentData(...given)))).join('\n').replaceAll('\u00a0', ' ');
}

describe('renderPdf', () => {
  it.each(languages)('prints a quote with the words, dates and money of its language: %s', async (language) => {
    const text = await textOf({
      language,
      country: countryOf[language],
      buyer: { ...documentData().buyer, name: 'Ελένη Ёлкина' },
    });
    expect(text).toContain('Ελένη Ёлкина');
    for (const word of words[language] ?? []) expect(text).toContain(word);
  });

  it.each(documentKinds)('prints each kind of document: %s', async (kind) => {
    const text = await textOf({ kind, report: dealReport });
    expect(text).toContain(messageText(`document.kind.${kind}`, 'en'));
    expect(text).toContain('Window, two panes');
    expect(text).toContain('Page 1 of');
  });

  it('tells the version of a quote from the second on', async () => {
    expect(await textOf({ version: 1 })).not.toContain('Version');
    expect(await textOf({ version: 2 })).toContain('Version: 2');
  });

  it('says on a job sheet where to be, when to leave, whom to call and what was measured', async () => {
    const text = await textOf({ kind: 'jobSheet' });
    for (const fact of ['25 Nov 2026, 09:30', '25 Nov 2026, 09:00', '5 River Road, 3B', '+34 600 111 222', '1200 1400 2']) {
      expect(text).toContain(fact);
    }
    expect(text).toContain('Name, signature, date');
    expect(text).not.toContain('€');
  });

  it('reports how a sale went: stages with their time, tasks with who was late, payments', async () => {
    const text = await textOf({ kind: 'dealReport', report: dealReport });
    for (const fact of [
      'Measured',
      '3 days, 3 hrs',
      'Call within 15 minutes',
      'Wants four windows',
      'Head told',
      'Transfer',
      '€1,420.00',
    ]) {
      expect(text).toContain(fact);
    }
  });

  it('breaks a long list over pages under a repeated head, and loses no line', async () => {
    const lines = Array.from({ length: 300 }, (_, index) => documentLine({ position: index + 1, name: `Pane ${index + 1}.` }));
    const pages = await pdfPages(await renderPdf(documentData({ lines })));
    expect(pages.length).toBeGreaterThan(10);
    const text = pages.join('\n');
    expect(lines.filter(({ name }) => !text.includes(name))).toEqual([]);
    for (const page of pages.slice(0, -1)) expect(page).toContain('Unit price');
    expect(pages[1]).toContain(`Page 2 of ${pages.length}`);
  });

  it('loses nothing of a description that is longer than a page', async () => {
    const rows = Array.from({ length: 200 }, (_, index) => `row ${index};`);
    const text = await textOf({ lines: [documentLine({ description: rows.join('\n') }), documentLine({ name: 'Last' })] });
    expect([...rows, 'Last'].filter((row) => !text.includes(row))).toEqual([]);
  });

  it('prints markup and formulas as the text they are, and money whose sign the font lacks by its code', async () => {
    const text = await textOf({ currency: 'KZT', language: 'ru', country: 'KZ', title: '<b>=1+1</b> & {number} \u0007😀' });
    expect(text).toContain('<b>=1+1</b> & {number}');
    expect(text).toContain('2 420,00 KZT');
  });

  it('makes the same pages of the same data', async () => {
    const [one, other] = [await renderPdf(documentData()), await renderPdf(documentData())];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  });

  it('fits a document that says hardly anything', async () => {
    const nobody = { name: '', company: '', taxId: '', address: '', phone: '', email: '', contact: '' };
    const given = documentData();
    const text = await textOf({
      lines: [],
      buyer: nobody,
      visit: null,
      notes: '',
      terms: '',
      title: '',
      custom: [],
      totals: { ...given.totals, taxes: [] },
    });
    expect(text).toContain('Total');
  });
});
