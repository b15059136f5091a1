import { describe, expect, it } from 'vitest';
import { personActor } from '#core/people/allow.ts';
import { builtInRights } from '#shared/people/role.ts';
import type { Rights } from '#shared/people/rights.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';

async function openShop() {
  const test = await openTestCore();
  const eva = await test.client.people.create({ name: 'Eva', role: 'seller' });
  const as = (change: Partial<Rights['objects']['client']>, fields: Rights['fields'] = {}) => {
    const rights = builtInRights('head');
    const objects = { ...rights.objects, client: { ...rights.objects.client, ...change } };
    return test.clientOf(personActor({ ...eva, role: 'own', rights: { ...rights, objects, fields } }));
  };
  await test.client.contact.create({ givenName: 'Luis', phones: [{ raw: '600 111 222' }], ownerId: eva.id });
  await test.client.contact.create({ givenName: '=cmd()', tags: ['vip'] });
  await test.client.company.create({ name: 'Vidrios Norte' });
  return { ...test, as };
}

const linesOf = async (file: File) => (await file.text()).split('\r\n').slice(1);

describe('a list taken out', () => {
  it('is as it was filtered, and can’t run as a formula', async () => {
    const { client } = await openShop();
    expect(await linesOf(await client.party.exportList({ filter: { tag: 'vip' } }))).toEqual([
      expect.stringMatching(/'=cmd\(\)/),
    ]);
    expect(await linesOf(await client.party.exportList({ filter: { type: 'company' } }))).toEqual([
      expect.stringMatching(/^Vidrios Norte;/),
    ]);
    expect(await linesOf(await client.party.exportList({}))).toHaveLength(3);
  });

  it('has only those whom whoever asks may take out, though she sees more', async () => {
    const { as } = await openShop();
    const eva = as({ export: 'own' });
    expect((await eva.party.list({})).total).toBe(3);
    expect(await linesOf(await eva.party.exportList({}))).toEqual([expect.stringContaining('Luis')]);
  });

  it('leaves out what she doesn’t see', async () => {
    const { as } = await openShop();
    const eva = as({ see: 'own' }, { phones: 'hide' });
    const lines = await linesOf(await eva.party.exportList({}));
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain('600');
  });

  it('is refused to who may take nothing out', async () => {
    const { as } = await openShop();
    const refusal = { code: 'FORBIDDEN', data: { permission: 'party.export' } };
    await expect(as({ export: 'none' }).party.exportList({})).rejects.toMatchObject(refusal);
  });

  it('is in the audit with how many they were', async () => {
    const { client } = await openShop();
    await client.party.exportList({});
    const { rows } = await client.audit.list({});
    expect(rows[0]).toMatchObject({ kind: 'export', details: { of: 'list', count: 3 } });
  });

  it('isn’t everything, which is only for who sees everything', async () => {
    const { as } = await openShop();
    const refusal = { code: 'FORBIDDEN', data: { permission: 'party.export' } };
    await expect(as({ see: 'own' }).export.archive()).rejects.toMatchObject(refusal);
  });
});
