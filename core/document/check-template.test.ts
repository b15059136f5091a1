import { describe, expect, it } from 'vitest';
import { checkTemplate } from '#core/document/check-template.ts';
import { buildDocx, paragraph } from '#test/factories/docx.ts';

describe('checkTemplate', () => {
  it('finds nothing wrong with fields, lists and parts that show only when filled in', async () => {
    const body =
      paragraph('{number} {buyer.name} {#notes}{notes}{/notes}') +
      paragraph('{#lines}{name} {#discount}-{discount}{/discount}{/lines}{#visit}{visit.at}{/}');
    expect(await checkTemplate(await buildDocx(body))).toEqual([]);
  });

  it('names an unknown field and the one it looks like', async () => {
    const body = paragraph('{buyr.name} {#lines}{quantty}{/lines} {#line}{/line} {visit} {zzzzzzzzzzzz}');
    expect(await checkTemplate(await buildDocx(body))).toEqual([
      { code: 'unknownField', tag: '{buyr.name}', hint: '{buyer.name}' },
      { code: 'unknownField', tag: '{quantty}', hint: '{quantity}' },
      { code: 'unknownField', tag: '{#line}', hint: '{#lines}' },
      { code: 'unknownField', tag: '{visit}', hint: expect.stringMatching(/^\{[^#]/) },
      { code: 'unknownField', tag: '{zzzzzzzzzzzz}', hint: null },
    ]);
  });

  it('tells a field of a list outside of it, and a list that is not repeated', async () => {
    expect(await checkTemplate(await buildDocx(paragraph('{unitPrice} {lines}')))).toEqual([
      { code: 'outsideLoop', tag: '{unitPrice}', hint: '{#lines}' },
      { code: 'notRepeated', tag: '{lines}', hint: '{#lines}' },
    ]);
  });

  it('tells what is not closed and what was never opened', async () => {
    const body = paragraph('{#lines}{name}') + paragraph('{/taxes}') + paragraph('{number') + paragraph('date}');
    expect(await checkTemplate(await buildDocx(body))).toEqual([
      { code: 'unopenedLoop', tag: '{/taxes}' },
      { code: 'unclosedTag', tag: '{number' },
      { code: 'unopenedTag', tag: 'date}' },
      { code: 'unclosedLoop', tag: '{#lines}', hint: '{/lines}' },
    ]);
  });

  it('tells a list that begins in a table and ends below it', async () => {
    const table = `<w:tbl><w:tr><w:tc>${paragraph('{#lines}{name}')}</w:tc></w:tr></w:tbl>`;
    expect(await checkTemplate(await buildDocx(table + paragraph('{/lines}')))).toEqual([{ code: 'misplaced', tag: '{#lines}' }]);
  });

  it('refuses what is no Word document, is damaged, has a password, or unfolds without end', async () => {
    const text = new TextEncoder();
    expect(await checkTemplate(text.encode('a letter'))).toEqual([{ code: 'notDocx' }]);
    expect(await checkTemplate(new Uint8Array())).toEqual([{ code: 'notDocx' }]);
    const good = await buildDocx(paragraph('{number}'));
    expect(await checkTemplate(good.slice(0, good.length - 40))).toEqual([{ code: 'damaged' }]);
    expect(await checkTemplate(await buildDocx('<w:p><w:r>'))).toEqual([{ code: 'damaged' }]);
    const ole = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await checkTemplate(new Uint8Array(ole))).toEqual([{ code: 'encrypted' }]);
    const bomb = await buildDocx(paragraph('{number}'), { 'word/media/image1.png': '0'.repeat(40 * 1024 ** 2) });
    expect(bomb.length).toBeLessThan(200_000);
    expect(await checkTemplate(bomb)).toEqual([{ code: 'tooLarge' }]);
  });

  it('refuses a document that brings a program or asks for other files', async () => {
    expect(await checkTemplate(await buildDocx(paragraph('{number}'), { 'word/vbaProject.bin': 'x' }))).toEqual([
      { code: 'notDocx' },
    ]);
    const entity =
      '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:document>';
    expect(await checkTemplate(await buildDocx('', { 'word/document.xml': entity }))).toEqual([{ code: 'damaged' }]);
  });
});
