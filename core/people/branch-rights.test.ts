import { describe, expect, it } from 'vitest';
import { permissions } from '#shared/people/permission.ts';
import { makeOneOf } from '#test/factories/branch-core.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';

const ofHeadOffice = (field: string) => ({ code: 'REFUSED', data: { field, code: 'ofHeadOffice' } });

async function openBranch() {
  const test = await openTestCore({ ownerName: 'Ana' });
  const eva = await test.client.people.create({ name: 'Eva', role: 'head', branchId: 'north' });
  const luis = await test.client.people.create({ name: 'Luis', role: 'seller' });
  const zoe = await test.client.people.create({ name: 'Zoe', role: 'owner', branchId: 'west' });
  const product = await test.client.product.create({ name: 'Door' });
  makeOneOf(test.core, { branchId: 'north' });
  return { ...test, eva, luis, zoe, product };
}

describe('a computer of a branch', () => {
  it('takes from everybody what is head office’s to write, and nothing else', async () => {
    const { client, core } = await openBranch();
    const taken = permissions.filter((permission) => !core.owner().permissions.has(permission));
    expect(taken).toEqual([
      'archive.restore',
      'demo.create',
      'customField.edit',
      'callScript.edit',
      'role.manage',
      'pipeline.edit',
      'product.edit',
      'automation.edit',
      'documentTemplate.edit',
      'branch.manage',
    ]);
    await expect(client.product.create({ name: 'Window' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
      data: { permission: 'product.edit' },
    });
    await expect(client.customField.create({ label: 'Size', type: 'text' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(client.demo.create({ contacts: 1 })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await client.contact.create({ givenName: 'Rosa' })).branchId).toBe('north');
  });

  it('takes nothing from a computer of head office', async () => {
    const { client, core } = await openTestCore();
    makeOneOf(core, { branchId: null });
    expect([...core.owner().permissions]).toEqual(permissions);
    expect((await client.settings.update({ taxRate: 2100, clientCards: 'private' })).clientCards).toBe('private');
  });

  it('is in the hands of whoever is in charge of the branch', async () => {
    const { core, eva, luis } = await openBranch();
    expect(core.owner()).toMatchObject({ userId: eva.id, name: 'Eva' });
    const found = core.actorOf(luis.id);
    expect(found.type === 'actor' && found.actor.permissions.has('deal.create')).toBe(true);
    makeOneOf(core, { branchId: 'south' });
    expect(core.owner().name).toBe('Ana');
  });

  it('shows whoever is in charge no more of its clients than the role lets them see', async () => {
    const { client, core } = await openTestCore({ ownerName: 'Ana' });
    await client.people.create({ name: 'Nico', role: 'newcomer', branchId: 'north' });
    const key = await client.contact.create({ givenName: 'Rosa', isKey: true });
    makeOneOf(core, { branchId: 'north' });
    expect(core.owner().name).toBe('Nico');
    await expect(client.contact.get({ id: key.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await client.settings.update({ theme: 'dark' })).theme).toBe('dark');
  });

  it('keeps settings of the company as head office set them, and its own as it likes', async () => {
    const { client } = await openBranch();
    await expect(client.settings.update({ taxRate: 1000 })).rejects.toMatchObject(ofHeadOffice('taxRate'));
    await expect(client.settings.update({ purchasesInOtherBranches: true })).rejects.toMatchObject(
      ofHeadOffice('purchasesInOtherBranches'),
    );
    expect((await client.settings.update({ theme: 'dark', country: 'ES', ownerName: 'Eva M.' })).theme).toBe('dark');
    expect((await client.people.me()).name).toBe('Eva M.');
  });

  it('writes no people but its own, and makes nobody an owner of the company', async () => {
    const { client, eva, luis } = await openBranch();
    await expect(client.people.update({ id: luis.id, phone: '1' })).rejects.toMatchObject(ofHeadOffice('branchId'));
    await expect(client.people.archive({ id: luis.id })).rejects.toMatchObject(ofHeadOffice('branchId'));
    await expect(client.people.update({ id: eva.id, branchId: null })).rejects.toMatchObject(ofHeadOffice('branchId'));
    await expect(client.people.update({ id: eva.id, role: 'owner' })).rejects.toMatchObject(ofHeadOffice('role'));
    await expect(client.people.create({ name: 'Zoe', role: 'owner' })).rejects.toMatchObject(ofHeadOffice('role'));
    expect(await client.people.create({ name: 'Zoe', role: 'seller' })).toMatchObject({ branchId: 'north' });
    expect((await client.people.update({ id: eva.id, phone: '1' })).phone).toBe('1');
  });

  it('leaves to head office what somebody may do, and whether an owner works there', async () => {
    const { client, core, luis, zoe } = await openBranch();
    await expect(client.people.update({ id: luis.id, role: 'readOnly' })).rejects.toMatchObject(ofHeadOffice('branchId'));
    makeOneOf(core, { branchId: 'west' });
    const eva = await client.people.create({ name: 'Eva', role: 'seller' });
    await expect(client.people.update({ id: eva.id, role: 'head' })).rejects.toMatchObject(ofHeadOffice('role'));
    expect((await client.people.update({ id: eva.id, role: 'seller', name: 'Eva B.' })).name).toBe('Eva B.');
    await expect(client.people.archive({ id: zoe.id })).rejects.toMatchObject(ofHeadOffice('role'));
    expect((await client.people.archive({ id: eva.id })).archivedAt).not.toBeNull();
  });

  it('leaves what is head office’s as it is when an act is undone', async () => {
    const { client, product } = await openBranch();
    const act = (await client.history.acts({ limit: 10 })).rows.find(({ kind }) => kind === 'product');
    const { undone, kept } = await client.history.undo({ id: act?.id ?? '', keepEdited: true });
    expect({ undone, kept }).toEqual({ undone: 0, kept: [{ id: product.id, title: 'Door' }] });
    expect((await client.product.list({})).rows).toHaveLength(1);
  });
});
