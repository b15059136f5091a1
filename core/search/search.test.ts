import { describe, expect, it } from 'vitest';
import { openTestCore } from '#test/factories/open-test-core.ts';

type Client = Awaited<ReturnType<typeof openTestCore>>['client'];

async function titles(client: Client, text: string): Promise<string[]> {
  return (await client.search.find({ text })).results.map(({ title }) => title);
}

describe('search by words', () => {
  it.each([
    ['accents and case', 'nunez JOSE'],
    ['the order of words', 'josé núñez'],
    ['unfinished words', 'nu jo'],
  ])('ignores %s', async (_what, text) => {
    const { client } = await openTestCore();
    await client.contact.create({ givenName: 'José', familyName: 'Núñez' });
    await client.contact.create({ givenName: 'Josefa', familyName: 'Martín' });
    expect(await titles(client, text)).toEqual(['José Núñez']);
  });

  it('ignores tonos, final sigma and ё', async () => {
    const { client } = await openTestCore();
    await client.contact.create({ givenName: 'Γιώργος', familyName: 'Παπαδόπουλος' });
    await client.contact.create({ givenName: 'Пётр', familyName: 'Соловьёв' });
    expect(await titles(client, 'ΠΑΠΑΔΟΠΟΥΛΟΣ γιωργοσ')).toEqual(['Γιώργος Παπαδόπουλος']);
    expect(await titles(client, 'петр соловьев')).toEqual(['Пётр Соловьёв']);
  });

  it('puts whole names before longer ones that only begin so', async () => {
    const { client } = await openTestCore();
    for (const givenName of ['Mariana', 'María', 'Mariano']) await client.contact.create({ givenName });
    expect((await titles(client, 'maria'))[0]).toBe('María');
  });

  it('looks in emails, tags, tax ids, notes, companies and custom values, and says where it found it', async () => {
    const { client } = await openTestCore();
    const company = await client.company.create({ name: 'Cristalería Sol', taxId: 'B12345678' });
    const { id } = await client.contact.create({
      givenName: 'Ana',
      emails: [{ address: 'taller@mail.example' }],
      tags: ['mayorista'],
      notes: 'Tiene un perro enorme',
      custom: { matricula: '1234BCD' },
    });
    await client.link.create({ contactId: id, companyId: company.id });
    async function where(text: string) {
      const { results } = await client.search.find({ text, type: 'contact' });
      return results[0]?.matches.map(({ field }) => field);
    }
    expect(await where('taller@mail')).toEqual(['email']);
    expect(await where('mayor')).toEqual(['tag']);
    expect(await where('perro')).toEqual(['notes']);
    expect(await where('cristaleria')).toEqual(['company']);
    expect(await where('1234bcd')).toEqual(['notes']);
    expect(await titles(client, 'B12345678')).toEqual(['Cristalería Sol']);
  });

  it('finds people by the new name of their company', async () => {
    const { client } = await openTestCore();
    const company = await client.company.create({ name: 'Vieja' });
    const { id } = await client.contact.create({ givenName: 'Ana' });
    await client.link.create({ contactId: id, companyId: company.id });
    await client.company.update({ id: company.id, name: 'Moderna' });
    expect((await titles(client, 'moderna')).sort()).toEqual(['Ana', 'Moderna']);
    expect(await titles(client, 'vieja')).toEqual([]);
  });

  it('marks the letters that matched as they are written', async () => {
    const { client } = await openTestCore();
    await client.contact.create({ givenName: 'José', familyName: 'Núñez' });
    const { results } = await client.search.find({ text: 'nuñ' });
    expect(results[0]?.matches).toEqual([{ field: 'name', text: 'José Núñez', start: 5, length: 3 }]);
  });

  it('takes any text without failing', async () => {
    const { client } = await openTestCore();
    await client.contact.create({ givenName: 'Ana' });
    for (const text of ['"', '* OR name:', "'; DROP TABLE party", '(', '   ', '\uD800', '%_', 'a'.repeat(500)]) {
      expect(Array.isArray(await titles(client, text))).toBe(true);
    }
  });
});

describe('search by phone', () => {
  it.each([
    ['+7495123'],
    ['8 (495) 123'],
    ['84951234567'],
    ['+7 (495) 123-45-67'],
    ['495 123'],
    ['4567'],
    ['34567'],
    ['2345'],
    ['007495123'],
  ])('finds +7 495 123-45-67 by %s', async (text) => {
    const { client } = await openTestCore({ country: 'RU' });
    await client.contact.create({ givenName: 'Пётр', phones: [{ raw: '8 (495) 123-45-67' }] });
    await client.contact.create({ givenName: 'Ольга', phones: [{ raw: '8 (916) 999-88-00' }] });
    expect(await titles(client, text)).toEqual(['Пётр']);
  });

  it('finds a Russian number as it is written there, in a shop elsewhere', async () => {
    const { client } = await openTestCore({ country: 'ES' });
    await client.contact.create({ givenName: 'Пётр', phones: [{ raw: '+7 495 123-45-67' }] });
    for (const text of ['8 (495) 123', '8-495-123-45-67', '84951234567']) expect(await titles(client, text)).toEqual(['Пётр']);
  });

  it('finds by 0034 and by a number no country has', async () => {
    const { client } = await openTestCore();
    await client.contact.create({ givenName: 'Ana', phones: [{ raw: '625 60 73 13' }] });
    await client.contact.create({ givenName: 'Centralita', phones: [{ raw: '12-34-5' }] });
    expect(await titles(client, '0034625')).toEqual(['Ana']);
    expect(await titles(client, '12345')).toEqual(['Centralita']);
  });

  it('puts those whose phone ends with the digits first', async () => {
    const { client } = await openTestCore();
    await client.contact.create({ givenName: 'Termina', phones: [{ raw: '611 222 333' }] });
    await client.contact.create({ givenName: 'Dentro', phones: [{ raw: '622 233 344' }] });
    expect(await titles(client, '2333')).toEqual(['Termina', 'Dentro']);
  });

  it('narrows a name by a piece of the phone', async () => {
    const { client } = await openTestCore();
    await client.contact.create({ givenName: 'María', familyName: 'Uno', phones: [{ raw: '625607313' }] });
    await client.contact.create({ givenName: 'María', familyName: 'Dos', phones: [{ raw: '691271846' }] });
    expect(await titles(client, 'maria 691 27')).toEqual(['María Dos']);
  });

  it('forgets a phone that was changed or whose owner was deleted', async () => {
    const { client } = await openTestCore();
    const { id } = await client.contact.create({ givenName: 'Ana', phones: [{ raw: '625607313' }] });
    await client.contact.update({ id, phones: [{ raw: '691271846' }] });
    expect(await titles(client, '625607313')).toEqual([]);
    await client.contact.delete({ id });
    expect(await titles(client, '691271846')).toEqual([]);
  });
});

describe('search for deals', () => {
  it('finds them by their title and by their client, open ones first', async () => {
    const { client } = await openTestCore();
    const { id: partyId } = await client.contact.create({ givenName: 'José', phones: [{ raw: '612345678' }] });
    const won = await client.deal.create({ partyId, title: 'Ventanas del salón' });
    await client.deal.win({ id: won.id });
    await client.deal.create({ partyId, title: 'Ventana de la cocina', estimate: 5000 });
    const deleted = await client.deal.create({ partyId, title: 'Ventana vieja' });
    await client.deal.delete({ id: deleted.id });
    const deals = async (text: string) => (await client.search.find({ text })).deals;
    expect((await deals('VENT')).map(({ title }) => title)).toEqual(['Ventana de la cocina', 'Ventanas del salón']);
    expect((await deals('salón'))[0]).toMatchObject({
      id: won.id,
      type: 'deal',
      partyTitle: 'José',
      status: 'won',
      currency: 'EUR',
      matches: [{ field: 'name', start: 13, length: 5 }],
    });
    expect(await deals('jose')).toHaveLength(2);
    expect(await deals('612 345')).toHaveLength(2);
    expect((await client.search.find({ text: 'jose', type: 'contact' })).deals).toEqual([]);
    expect(await deals('" * (')).toEqual([]);
  });
});
