import { describe, expect, it } from 'vitest';
import { checkTemplate } from '#core/document/check-template.ts';
import { readyTemplate } from '#core/document/ready-template.ts';
import { renderDocx } from '#core/document/render-docx.ts';
import { documentKinds } from '#shared/document/data.ts';
import type { DocumentData } from '#shared/document/data.ts';
import { languages } from '#shared/settings/contract.ts';
import { dealReport, documentData, documentLine } from '#test/factories/document-data.ts';
import { buildDocx, docxText, paragraph } from '#test/factories/docx.ts';

async function filled(template: Uint8Array, data: DocumentData): Promise<readonly string[]> {
  const made = await renderDocx(template, data);
  if (made.type === 'refused') throw new Error(JSON.stringify(made.faults));
  return docxText(made.bytes);
}

describe('renderDocx', () => {
  it('fills fields that Word has cut in pieces', async () => {
    const template = await buildDocx(paragraph('To {bu', 'yer.', 'name', '}, No. {', 'number}'));
    expect(await filled(template, documentData())).toEqual(['To Maria García, No. N-2026-0042']);
  });

  it('tells the version of a quote from the second on', async () => {
    const quote = await readyTemplate({ kind: 'quote', language: 'en', country: 'ES' });
    expect((await filled(quote, documentData({ version: 1 }))).join('\n')).not.toContain('Version');
    expect((await filled(quote, documentData({ version: 2 }))).join('\n')).toContain('Version: 2');
  });

  it('repeats the row of a table for each line', async () => {
    const row = `<w:tr><w:tc>${paragraph('{#lines}{position}')}</w:tc><w:tc>${paragraph('{name}{/lines}')}</w:tc></w:tr>`;
    const texts = await filled(await buildDocx(`<w:tbl>${row}</w:tbl>${paragraph('end')}`), documentData());
    expect(texts).toEqual(['1', 'Window, two panes', '2', 'Installation', 'end']);
  });

  it('leaves no table without rows, which Word would take for damage', async () => {
    const row = `<w:tr><w:tc>${paragraph('{#lines}{name}')}</w:tc><w:tc>${paragraph('{/lines}')}</w:tc></w:tr>`;
    const template = await buildDocx(`<w:tbl>${row}</w:tbl>${paragraph('end')}`);
    const made = await renderDocx(template, documentData({ lines: [] }));
    expect(made.type === 'rendered' && (await docxText(made.bytes))).toEqual(['end']);
    expect(made.type === 'rendered' && Buffer.from(made.bytes).includes('w:tbl')).toBe(false);
  });

  it('prints markup, formulas, braces and control characters as the text they are', async () => {
    const name = '<w:p/>&amp; =1+1 {number} } { \u0007"]]>';
    const row = `<w:tr><w:tc>${paragraph('{buyer.name}{#lines}')}</w:tc><w:tc>${paragraph('{name}{/lines}')}</w:tc></w:tr>`;
    const data = documentData({ buyer: { ...documentData().buyer, name }, lines: [documentLine({ name })] });
    const shown = '<w:p/>&amp; =1+1 {number} } { "]]>';
    expect(await filled(await buildDocx(`<w:tbl>${row}</w:tbl>${paragraph('')}`), data)).toEqual([shown, shown, '']);
  });

  it('keeps lines apart, and prints nothing for what is unknown or missing', async () => {
    const template = await buildDocx(paragraph('[{notes}]') + paragraph('[{buyer.company}{constructor}{lines}{nonsense}]'));
    expect(await filled(template, documentData())).toEqual(['[Ring twice.\nThe dog is friendly.]', '[]']);
  });

  it('tells the faults of a template that cannot be filled', async () => {
    const made = await renderDocx(await buildDocx(paragraph('{#lines}{name}')), documentData());
    expect(made).toEqual({ type: 'refused', faults: [{ code: 'unclosedLoop', tag: '{#lines}', hint: '{/lines}' }] });
  });
});

describe('readyTemplate', () => {
  const each = languages.flatMap((language) => documentKinds.map((kind) => ({ language, kind })));

  it.each(each)('makes a sound template: $kind in $language', async ({ language, kind }) => {
    const template = await readyTemplate({ language, kind, country: 'ES' });
    expect(await checkTemplate(template)).toEqual([]);
    const text = (await filled(template, documentData({ language, kind, report: dealReport }))).join('\n');
    expect(text).not.toMatch(/[{}]/);
    expect(text).toContain('Maria García');
    expect(text).toContain('Window, two panes');
  });

  it('says everything in the language of the document', async () => {
    const template = await readyTemplate({ language: 'el', kind: 'invoice', country: 'GR' });
    const text = await filled(template, documentData({ language: 'el', country: 'GR', kind: 'invoice' }));
    expect(text).toContain('Τιμολόγιο');
    expect(text).toContain('ΦΠΑ 21%');
    expect(text).toContain('2.420,00\u00a0€');
    expect(text).toContain('Bank of Glass\nES91 2100 0418 4502 0005 1332');
  });

  it('leaves out what an order without payments, visit and tax number has not', async () => {
    const given = documentData();
    const template = await readyTemplate({ language: 'en', kind: 'order', country: 'GB' });
    const data = { ...given, visit: null, notes: '', totals: { ...given.totals, paid: 0, discount: 0 } };
    const text = (await filled(template, data)).join('\n');
    expect(text).not.toMatch(/Paid|Left to pay|Discount|Leave at|Notes/);
  });
});
