import { describe, expect, it } from 'vitest';
import { checkData } from '#core/check/check-data.ts';
import { personActor } from '#core/people/allow.ts';
import { buildDocx, docxText, paragraph } from '#test/factories/docx.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';
import type { TestCore } from '#test/factories/open-test-core.ts';
import { openSoldDeal } from '#test/factories/sold-deal.ts';

async function openShop() {
  const test = await openTestCore();
  return { ...test, ...(await openSoldDeal(test)) };
}

async function docx(text: string, name = 'Ours.docx'): Promise<File> {
  return new File([new Uint8Array(await buildDocx(paragraph(text)))], name);
}

async function textOf(client: TestCore['client'], id: string): Promise<string> {
  const file = await client.document.download({ id, format: 'docx' });
  return (await docxText(new Uint8Array(await file.arrayBuffer()))).join('\n');
}

describe('templates of the shop’s own', () => {
  it('are used for their kind and language, and what was made of one stays as it was', async () => {
    const { client, deal } = await openShop();
    const first = await client.document.addTemplate({ file: await docx('First {number}'), kind: 'quote' });
    expect(first).toMatchObject({ name: 'Ours', kind: 'quote', language: 'en', isDefault: true });
    const quote = await client.document.create({ kind: 'quote', dealId: deal.id });
    expect(quote.templateId).toBe(first.id);
    const second = await client.document.addTemplate({ file: await docx('Second {number}'), kind: 'quote', name: 'New' });
    const other = await client.document.create({ kind: 'quote', dealId: deal.id });
    const ready = await client.document.create({ kind: 'quote', dealId: deal.id, templateId: null });
    const spanish = await client.document.create({ kind: 'quote', dealId: deal.id, language: 'es' });
    await client.document.deleteTemplate({ id: first.id });
    expect(await textOf(client, quote.id)).toBe(`First ${quote.number}`);
    expect(await textOf(client, other.id)).toBe(`Second ${other.number}`);
    expect(await textOf(client, ready.id)).toContain('Valid until');
    expect(spanish.templateId).toBeNull();
    expect((await client.document.templates()).map(({ name, isDefault }) => [name, isDefault])).toEqual([['New', true]]);
    expect(second.isDefault).toBe(true);
  });

  it('are refused with all that is wrong with them', async () => {
    const { client } = await openShop();
    const add = (file: File) => client.document.addTemplate({ file, kind: 'quote' });
    await expect(add(await docx('{byer.name} {#lines}{name}'))).rejects.toMatchObject({
      code: 'TEMPLATE_WRONG',
      data: {
        problems: expect.arrayContaining([
          { code: 'unknownField', tag: '{byer.name}', suggestion: '{buyer.name}' },
          expect.objectContaining({ code: 'unclosedLoop' }),
        ]) as unknown,
      },
    });
    await expect(add(new File(['no'], 'a.docx'))).rejects.toMatchObject({
      code: 'TEMPLATE_WRONG',
      data: { problems: [{ code: 'notDocx', tag: '', suggestion: null }] },
    });
    await expect(add(await docx('fine', '.docx'))).rejects.toMatchObject({ code: 'REFUSED', data: { code: 'nameless' } });
    expect(await client.document.templates()).toEqual([]);
  });

  it('change places as the usual one, are given back as they came, and come back with an undo', async () => {
    const { client } = await openShop();
    const file = await docx('A {number}');
    const one = await client.document.addTemplate({ file, kind: 'order', isDefault: false });
    const two = await client.document.addTemplate({ file: await docx('B'), kind: 'order', name: 'B' });
    await client.document.updateTemplate({ id: one.id, isDefault: true, name: 'A' });
    const usual = async () => (await client.document.templates()).filter(({ isDefault }) => isDefault).map(({ name }) => name);
    expect(await usual()).toEqual(['A']);
    const back = await client.document.downloadTemplate({ id: one.id });
    expect(back.name).toBe('A.docx');
    expect(Buffer.from(await back.arrayBuffer()).equals(Buffer.from(await file.arrayBuffer()))).toBe(true);
    const { actId } = await client.document.deleteTemplate({ id: two.id });
    await expect(client.document.downloadTemplate({ id: two.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(client.document.updateTemplate({ id: two.id, name: 'C' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(client.document.deleteTemplate({ id: two.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await client.history.undo({ id: actId });
    expect(await client.document.templates()).toHaveLength(2);
  });

  it('are checked with the rest of the data', async () => {
    const { client, core } = await openShop();
    await client.document.addTemplate({ file: await docx('A {number}'), kind: 'order' });
    expect((await checkData(core.store.connection, core.files)).faults).toEqual([]);
  });

  it('are ready in every language, to be changed and brought back', async () => {
    const { client, clientOf, core } = await openShop();
    const file = await client.document.readyTemplate({ kind: 'jobSheet', language: 'ru' });
    expect(file.name).toBe('Наряд на работу.docx');
    expect(await client.document.addTemplate({ file, kind: 'jobSheet', language: 'ru' })).toMatchObject({ language: 'ru' });
    const seller = clientOf(personActor({ id: core.owner().userId, name: 'Eva', role: 'seller' }));
    await expect(seller.document.addTemplate({ file, kind: 'jobSheet' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await seller.document.templates()).toHaveLength(1);
  });
});
