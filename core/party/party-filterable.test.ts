import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCustomFields } from '#core/custom-field/commands.ts';
import { compileWhere, filterContextOf } from '#core/filter/compile-where.ts';
import { filterCatalogueOf } from '#core/filter/filterable.ts';
import { readerOf } from '#core/filter/read-record.ts';
import '#core/party/party-filterable.ts';
import { findParty } from '#core/party/queries.ts';
import { prepareFilter } from '#shared/filter/evaluate.ts';
import type { Filter } from '#shared/filter/filter.ts';
import { catalogue as messages } from '#shared/messages/catalogue.ts';
import { anyFilter } from '#test/factories/filters.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';

async function openShop() {
  const { client, core, clientOf } = await openTestCore();
  const size = await client.customField.create({ label: 'Size', type: 'number' });
  await client.customField.create({ label: 'Colours', type: 'multiChoice', options: ['red', 'blue'] });
  const ana = await client.contact.create({
    givenName: 'Ána',
    familyName: 'Ruiz',
    phones: [{ raw: '612 34 56 78' }, { raw: 'ext. 5' }],
    emails: [{ address: 'Ana@Correo.example' }],
    addresses: [{ city: '' }, { city: 'Málaga' }],
    tags: ['VIP', '🔴 vip'],
    birthday: '0000-11-25',
    doNotContact: ['sms'],
    taxId: '12.345.678-Z',
    custom: { size: 4.5, colours: ['red'] },
  });
  const bar = await client.company.create({
    name: 'Bar Sol',
    kind: 'supplier',
    ownerId: null,
    source: 'Instagram',
    notes: 'vip?',
  });
  const eva = await client.contact.create({ givenName: 'Eva', kind: 'lead', preferredChannel: 'call', custom: { size: 'XL' } });
  const titles = async (...all: Extract<Filter, { all: unknown }>['all'][number][]) =>
    (await client.party.list({ where: { all } })).rows.map(({ title }) => title);
  return { client, core, clientOf, size, parties: [ana.id, bar.id, eva.id], titles };
}

describe('filtering contacts and companies', () => {
  it('finds them by what people look for', async () => {
    const { titles } = await openShop();
    expect(await titles()).toEqual(['Ána Ruiz', 'Bar Sol', 'Eva']);
    expect(await titles({ field: 'title', is: 'contains', value: 'ana' })).toEqual(['Ána Ruiz']);
    expect(await titles({ field: 'phones', is: 'contains', value: '612-345' })).toEqual(['Ána Ruiz']);
    expect(await titles({ field: 'phones', is: 'isEmpty' })).toEqual(['Bar Sol', 'Eva']);
    expect(await titles({ field: 'phoneCount', is: 'moreThan', value: 1 })).toEqual(['Ána Ruiz']);
    expect(await titles({ field: 'taxId', is: 'is', value: '12345678z' })).toEqual(['Ána Ruiz']);
    expect(await titles({ field: 'city', is: 'hasAnyOf', value: ['malaga'] })).toEqual(['Ána Ruiz']);
    expect(await titles({ field: 'emails', is: 'contains', value: '@correo' })).toEqual(['Ána Ruiz']);
    expect(await titles({ field: 'tags', is: 'hasNoneOf', value: ['vip'] })).toEqual(['Bar Sol', 'Eva']);
    expect(await titles({ field: 'kind', is: 'isAnyOf', value: ['lead', 'supplier'] })).toEqual(['Bar Sol', 'Eva']);
    expect(await titles({ field: 'ownerId', is: 'isAnyOf', value: ['me'] })).toEqual(['Ána Ruiz', 'Eva']);
    expect(await titles({ field: 'custom.size', is: 'atLeast', value: 4 })).toEqual(['Ána Ruiz']);
    expect(await titles({ field: 'custom.size', is: 'isEmpty' })).toEqual(['Bar Sol', 'Eva']);
    expect(await titles({ field: 'custom.colours', is: 'hasAnyOf', value: ['red'] })).toEqual(['Ána Ruiz']);
    expect(await titles({ not: { field: 'createdAt', is: 'today' } })).toEqual([]);
  });

  it('means by "me" whoever asks', async () => {
    const { client, core, clientOf } = await openShop();
    const where: Filter = { all: [{ field: 'ownerId', is: 'isAnyOf', value: ['me'] }] };
    const other = clientOf({ ...core.owner(), userId: 'somebody else' });
    expect([(await client.party.list({ where })).total, (await other.party.list({ where })).total]).toEqual([2, 0]);
  });

  it('holds among the filters that were there, and in the recycle bin', async () => {
    const { client, parties } = await openShop();
    const where: Filter = { all: [{ field: 'tags', is: 'hasAnyOf', value: ['vip'] }] };
    const total = async (filter: object, sort?: 'taxId') =>
      (await client.party.list({ filter, where, ...(sort && { sort: { field: sort } }) })).total;
    expect([await total({}), await total({ type: 'company' }), await total({ tag: 'VIP' }, 'taxId')]).toEqual([1, 0, 1]);
    await client.contact.delete({ id: parties[0] ?? '' });
    expect([await total({}), await total({ deleted: true })]).toEqual([0, 1]);
  });

  it('refuses a filter that can’t be asked, and says why and where', async () => {
    const { client, size } = await openShop();
    const where: Filter = { all: [{ not: { field: 'custom.size', is: 'equals', value: 4 } }] };
    expect((await client.party.list({ where })).total).toBe(3);
    await client.customField.delete({ id: size.id });
    await expect(client.party.list({ where })).rejects.toMatchObject({
      code: 'REFUSED',
      data: { field: 'where', code: 'unknownField', value: 'all.0.not.field' },
    });
    await expect(client.party.list({ where: { all: [{ field: 'tags', is: 'equals' as const }] } })).rejects.toMatchObject({
      data: { field: 'where', code: 'wrongOperator', value: 'all.0.is' },
    });
    const sql = { all: [{ field: "title' OR 1", is: 'isEmpty' as const }] };
    await expect(client.party.list({ where: sql })).rejects.toMatchObject({ data: { code: 'unknownField' } });
  });

  it('answers by the day it is, also past midnight when nothing was saved', async () => {
    const { client, core } = await openShop();
    await client.settings.update({ timeZone: 'Europe/Athens' });
    const where: Filter = { all: [{ field: 'birthday', is: 'anniversaryToday' }] };
    const total = async (at: string) => {
      const store = { ...core.store, now: () => Date.parse(at) };
      const compiled = compileWhere(where, { store, actor: core.owner(), entity: 'party' });
      if (compiled.type !== 'compiled') return undefined;
      const sort = { field: 'title', direction: 'ascending' } as const;
      return (await core.lists.page({ filter: {}, sort, where: compiled, offset: 0, limit: 10 })).total;
    };
    expect(await total('2026-11-24T21:59:59Z')).toBe(0);
    expect(await total('2026-11-24T22:00:00Z')).toBe(1);
    expect(await total('2026-11-25T22:00:00Z')).toBe(0);
  });

  it('lists whom it lets pass in hand', { timeout: 30_000 }, async () => {
    const { client, core, parties } = await openShop();
    const { db } = core.store;
    const catalogue = filterCatalogueOf('party', readCustomFields(db));
    await fc.assert(
      fc.asyncProperty(anyFilter(catalogue), async (filter) => {
        const prepared = prepareFilter(filter, catalogue);
        // Lists ask as of the minute.
        const context = filterContextOf(core.store, core.owner());
        const passing = parties.filter((id) => {
          const row = findParty(db, id);
          return (
            row && prepared.type === 'prepared' && prepared.passes(readerOf({ entity: 'party', row, db, catalogue }), context)
          );
        });
        const { rows } = await client.party.list({ where: filter });
        expect(rows.map(({ id }) => id).sort()).toEqual([...passing].sort());
      }),
      { numRuns: 100 },
    );
  });

  it('has a name for each field', () => {
    const labels = [...filterCatalogueOf('party', []).values()].map(({ label }) => label);
    expect(labels.filter((label) => !(label in messages))).toEqual([]);
  });
});
