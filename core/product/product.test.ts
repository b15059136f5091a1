import { describe, expect, it } from 'vitest';
import { personActor } from '#core/people/allow.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';

const csv = (text: string) => new File([text], 'tarifa.csv', { type: 'text/csv' });

async function openShop() {
  const test = await openTestCore({ language: 'es' });
  const [list] = await test.client.product.priceLists();
  return { ...test, priceListId: list?.id ?? '' };
}

describe('a product', () => {
  it('has prices in lists, the first of which is made in the shop’s words and money', async () => {
    const { client, priceListId } = await openShop();
    expect(await client.product.priceLists()).toMatchObject([{ name: 'Tarifa habitual', currency: 'EUR' }]);
    const made = await client.product.create({ name: 'Cristal', code: 'C-1', prices: [{ priceListId, amount: 1200 }] });
    expect(made).toMatchObject({ kind: 'goods', unit: 'piece', taxRate: null, prices: [{ priceListId, amount: 1200 }] });
    expect((await client.product.update({ id: made.id, prices: [] })).prices).toEqual([]);
    await expect(client.product.create({ name: 'Otro', code: 'C-1' })).rejects.toMatchObject({
      data: { field: 'code', code: 'taken' },
    });
    const wrong = client.product.update({ id: made.id, prices: [{ priceListId: 'none', amount: 1 }] });
    await expect(wrong).rejects.toMatchObject({ data: { field: 'prices', code: 'unknownPriceList' } });
    await expect(client.product.get({ id: 'none' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is found by words, by the beginning of its code and by category, unless it is archived', async () => {
    const { client } = await openShop();
    await client.product.create({ name: 'Perfil de alumínio', code: 'AL-70', category: 'Perfiles' });
    const { id } = await client.product.create({ name: 'Espuma', category: 'Obra' });
    const names = async (input: Parameters<typeof client.product.list>[0]) =>
      (await client.product.list(input)).rows.map(({ name }) => name);
    expect(await names({ text: 'ALUM perf' })).toEqual(['Perfil de alumínio']);
    expect(await names({ text: 'al-7' })).toEqual(['Perfil de alumínio']);
    expect(await names({ category: 'Obra' })).toEqual(['Espuma']);
    expect((await client.product.list({})).categories).toEqual(['Obra', 'Perfiles']);
    await client.product.archive({ id });
    expect(await names({})).toEqual(['Perfil de alumínio']);
    expect(await names({ archived: true })).toEqual(['Espuma']);
    expect((await client.product.archive({ id, archived: false })).archivedAt).toBeNull();
  });

  it('is changed by who may', async () => {
    const { clientOf } = await openShop();
    const seller = clientOf(personActor({ id: 'u', name: 'U', role: 'seller' }));
    await expect(seller.product.create({ name: 'X' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await seller.product.list({})).total).toBe(0);
  });
});

describe('price lists', () => {
  it('are set all at once, and one stays', async () => {
    const { client, priceListId } = await openShop();
    const lists = [
      { name: 'Mayoristas', currency: 'USD' },
      { id: priceListId, name: 'Tienda', currency: 'EUR' },
    ];
    expect(await client.product.setPriceLists({ lists })).toMatchObject([
      { name: 'Mayoristas', position: 0 },
      { id: priceListId, name: 'Tienda' },
    ]);
    await expect(client.product.setPriceLists({ lists: [] })).rejects.toMatchObject({ data: { code: 'lastPriceList' } });
  });
});

describe('a price list file', () => {
  it.each([
    ['English', 'SKU,Product name,Unit,Price,VAT\nA1,Glass,m2,"12.50",21%\n'],
    ['Spanish', 'Código;Descripción;Ud;Precio;IVA\nA1;Glass;m²;12,50 €;21\n'],
    ['Portuguese', 'Ref.;Designação;Unidade;Preço;IVA\nA1;Glass;m2;12,50;21\n'],
    ['Greek', 'Κωδικός;Ονομασία;Μονάδα;Τιμή;ΦΠΑ\nA1;Glass;m2;12,50;21%\n'],
    ['Russian', 'Прайс от 1.11\n\nАртикул;Наименование;Ед. изм.;Цена;НДС\nA1;Glass;м2;12,50;21\n'],
  ])('is read by its headings in %s', async (_language, text) => {
    const { client, priceListId } = await openShop();
    expect(await client.product.import({ file: csv(text) })).toMatchObject({ created: 1, updated: 0, problems: [] });
    expect((await client.product.list({})).rows).toMatchObject([
      { code: 'A1', name: 'Glass', unit: 'squareMetre', taxRate: 2100, prices: [{ priceListId, amount: 1250 }] },
    ]);
  });

  it('changes those recognised by code, else by name, as one act that can be undone; first only for trying', async () => {
    const { client, priceListId } = await openShop();
    await client.product.create({ name: 'Cristal', code: 'C1', category: 'Vidrio', prices: [{ priceListId, amount: 100 }] });
    await client.product.create({ name: 'Espuma' });
    await client.product.create({ name: 'Igual', code: 'I1', prices: [{ priceListId, amount: 700 }] });
    const before = await client.product.list({});
    const file = () =>
      csv(
        'Código;Nombre;Precio\nC1;Cristal doble;2\n;ESPUMA;3,5\nI1;Igual;7\nN1;Nuevo;4\nN1;Nuevo otra vez;5\nX1;;6\nZ1;Mal;gratis\n',
      );
    const problems = [
      { row: 6, code: 'repeated', value: 'N1' },
      { row: 7, code: 'nameMissing', value: 'X1' },
      { row: 8, code: 'priceUnreadable', value: 'gratis' },
    ];
    const tried = await client.product.import({ file: file(), dryRun: true });
    expect(tried).toMatchObject({ actId: null, created: 2, updated: 2, unchanged: 1 });
    expect(tried.problems.map(({ code }) => code).sort()).toEqual(problems.map(({ code }) => code).sort());
    expect(await client.product.list({})).toEqual(before);
    const done = await client.product.import({ file: file() });
    expect(done).toMatchObject({ created: 2, updated: 2, unchanged: 1 });
    expect(done.problems).toEqual(expect.arrayContaining(problems));
    expect((await client.product.list({ text: 'doble' })).rows).toMatchObject([
      { code: 'C1', category: 'Vidrio', prices: [{ amount: 200 }] },
    ]);
    await client.history.undo({ id: done.actId ?? '' });
    expect(await client.product.list({})).toEqual(before);
  });

  it('without headings, or that is none, is refused', async () => {
    const { client } = await openShop();
    const refused = (code: string) => ({ code: 'REFUSED', data: { code } });
    await expect(client.product.import({ file: csv('uno;dos\ntres;cuatro\n') })).rejects.toMatchObject(refused('noHeadings'));
    const file = csv('Código;Nombre\nA;B\n');
    await expect(client.product.import({ file, priceListId: 'none' })).rejects.toMatchObject(refused('unknownPriceList'));
  });
});
