import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { foundCompany, openComputer } from '#test/factories/company.ts';

const passphrase = 'seis caballos verdes';

async function makeFile() {
  const company = await foundCompany();
  const { office, branch } = company;
  const rosa = await office.client.contact.create({ givenName: 'Rosa', branchId: branch.id });
  await office.client.product.create({ name: 'Door' });
  await office.sync();
  const file = await office.client.branch.makeFile({ branchId: branch.id, name: 'Till', passphrase });
  return { ...company, rosa, file };
}

describe('a branch file', () => {
  it('sets a new computer up with all that its branch has, while head office is out of reach', async () => {
    const { office, branch, rosa, file } = await makeFile();
    expect(file.name).toMatch(/^Till \d{4}-\d\d-\d\d\.cartera$/);
    await office.client.branch.stopHub();
    const till = openComputer();
    expect(await till.client.sync.openBranchFile({ file, passphrase })).toMatchObject({
      role: 'branch',
      branchId: branch.id,
      branchName: 'North',
      computerName: 'Till',
      waiting: 0,
      state: 'synced',
    });
    expect(await till.client.contact.get({ id: rosa.id })).toMatchObject({ givenName: 'Rosa' });
    expect((await till.client.people.list({})).map(({ name }) => name)).toEqual(['Ana']);
    expect((await till.client.product.list({})).total).toBe(1);
  });

  it('lets that computer go on over the network where the file ends', async () => {
    const { office, rosa, file, address } = await makeFile();
    await office.client.contact.update({ id: rosa.id, familyName: 'Gil' });
    await office.sync();
    const till = openComputer();
    await till.client.sync.openBranchFile({ file, passphrase });
    await till.client.sync.update({ addresses: [address] });
    expect((await till.sync()).end).toEqual({ type: 'equal' });
    expect(await till.client.contact.get({ id: rosa.id })).toMatchObject({ familyName: 'Gil' });
  });

  it('opened on two computers loses nothing of what either of them writes', async () => {
    const { office, file, address } = await makeFile();
    const computers = [openComputer(), openComputer()];
    for (const { client } of computers) {
      await client.sync.openBranchFile({ file, passphrase });
      await client.sync.update({ addresses: [address] });
      await client.contact.create({ givenName: 'Luis' });
    }
    for (const computer of [...computers, ...computers]) expect((await computer.sync()).end).toEqual({ type: 'equal' });
    await office.sync();
    for (const { client } of [office, ...computers]) expect((await client.party.list({})).total).toBe(3);
    await expect(computers[0]?.client.sync.openBranchFile({ file, passphrase })).rejects.toMatchObject({
      data: { code: 'alreadyJoined' },
    });
  });

  it('opens with its passphrase only, and shows nothing of what is in it', async () => {
    const { file } = await makeFile();
    const till = openComputer();
    await expect(till.client.sync.openBranchFile({ file, passphrase: 'seis caballos' })).rejects.toMatchObject({
      data: { code: 'wrongPassphrase' },
    });
    const bytes = Buffer.from(await file.arrayBuffer());
    expect(bytes.includes('Rosa')).toBe(false);
    const cut = new File([bytes.subarray(0, bytes.length - 100)], file.name);
    await expect(till.client.sync.openBranchFile({ file: cut, passphrase })).rejects.toMatchObject({ data: { code: 'damaged' } });
    const other = new File([readFileSync('package.json')], 'package.json');
    await expect(till.client.sync.openBranchFile({ file: other, passphrase })).rejects.toMatchObject({
      data: { code: 'notABranchFile' },
    });
    expect(await till.client.sync.status()).toMatchObject({ state: 'alone' });
  });
});
