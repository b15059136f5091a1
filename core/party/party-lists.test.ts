import { describe, expect, it } from 'vitest';
import { connect } from '#core/database/connection.ts';
import { databasePath } from '#core/database/open-database.ts';
import { orderQuery } from '#core/party/party-order.ts';
import { partySortFields } from '#shared/party/contract.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';

describe('lists', () => {
  it('sort by name without accents and case getting in the way, both ways', async () => {
    const { client } = await openTestCore();
    for (const givenName of ['Óscar', 'ana', 'Zoe', 'Ángel']) await client.contact.create({ givenName });
    const names = async (direction: 'ascending' | 'descending') =>
      (await client.party.list({ sort: { field: 'title', direction } })).rows.map(({ title }) => title);
    expect(await names('ascending')).toEqual(['ana', 'Ángel', 'Óscar', 'Zoe']);
    expect(await names('descending')).toEqual(['Zoe', 'Óscar', 'Ángel', 'ana']);
  });

  it.each([...partySortFields, 'custom.size'] as const)('give every row once when paged by %s', async (field) => {
    const { client } = await openTestCore();
    await client.demo.create({ contacts: 60 });
    const ids: string[] = [];
    for (let offset = 0; offset < 80; offset += 7) {
      const { rows } = await client.party.list({ offset, limit: 7, sort: { field, direction: 'descending' } });
      ids.push(...rows.map(({ id }) => id));
    }
    expect(ids).toHaveLength((await client.party.list({})).total);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('put those without a value last', async () => {
    const { client } = await openTestCore();
    await client.contact.create({ givenName: 'Sin' });
    await client.contact.create({ givenName: 'Con', source: 'Web' });
    const { rows } = await client.party.list({ sort: { field: 'source' } });
    expect(rows.map(({ title }) => title)).toEqual(['Con', 'Sin']);
  });

  it('filter by type, kind, tag, group, city, act and recycle bin', async () => {
    const { client } = await openTestCore();
    const ana = await client.contact.create({
      givenName: 'Ana',
      kind: 'lead',
      tags: ['vip'],
      groups: ['club'],
      addresses: [{ city: 'Cádiz' }],
    });
    const { actId } = await client.demo.create({ contacts: 5 });
    const gone = await client.company.create({ name: 'Cerrada' });
    await client.company.delete({ id: gone.id });
    const ids = async (filter: Parameters<typeof client.party.list>[0]['filter']) =>
      (await client.party.list({ filter })).rows.map(({ id }) => id);
    expect(await ids({ tag: 'vip' })).toEqual([ana.id]);
    expect(await ids({ group: 'club' })).toEqual([ana.id]);
    expect(await ids({ city: 'Cádiz', kind: 'lead' })).toContain(ana.id);
    expect(await ids({ deleted: true })).toEqual([gone.id]);
    expect(await ids({ actId, type: 'contact' })).toHaveLength(5);
  });

  it('show a save at once', async () => {
    const { client } = await openTestCore();
    await client.demo.create({ contacts: 100 });
    const before = (await client.party.list({})).total;
    await client.contact.create({ givenName: 'Aaa' });
    const { rows, total } = await client.party.list({ limit: 1 });
    expect([rows[0]?.title, total]).toEqual(['Aaa', before + 1]);
  });

  it.each(['title', 'createdAt', 'updatedAt'] as const)('by %s are read from an index, not sorted', async (field) => {
    const { directory } = await openTestCore();
    const connection = connect(databasePath(directory), { readonly: true });
    for (const filter of [{ type: 'contact' as const }, {}]) {
      const { sql, parameters } = orderQuery({ filter, sort: { field, direction: 'descending' } });
      const plan = connection.read<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters);
      const steps = plan.map(({ detail }) => detail).join('\n');
      expect(steps).toContain('USING COVERING INDEX party_by_');
      expect(steps).not.toContain('TEMP B-TREE');
    }
    connection.close();
  });
});
