import { describe, expect, it } from 'vitest';
import { createHttpCarrier } from '#core/sync/carrier.ts';
import type { Carrier } from '#core/sync/carrier.ts';
import { joinCompany } from '#core/sync/join.ts';
import { foundCompany, joinBranch, openComputer } from '#test/factories/company.ts';

describe('joining a company', () => {
  it('begins with head office on this computer, which has all that was here', async () => {
    const { office } = await foundCompany();
    await office.client.contact.create({ givenName: 'Rosa' });
    expect((await office.sync()).end).toEqual({ type: 'equal' });
    expect(await office.client.sync.status()).toMatchObject({
      state: 'synced',
      role: 'office',
      companyName: 'Ventanas Sol',
      waiting: 0,
    });
    expect(await office.client.branch.hub()).toMatchObject({ isRunning: true, trouble: null });
  });

  it('gives an empty computer the company’s people, settings and clients in place of what it began with', async () => {
    const company = await foundCompany();
    await company.office.client.contact.create({ givenName: 'Rosa' });
    await company.office.sync();
    const till = await joinBranch(company);
    expect((await till.sync()).end).toEqual({ type: 'equal' });
    expect(await till.client.sync.status()).toMatchObject({
      state: 'synced',
      role: 'branch',
      branchName: 'North',
      computerName: 'Till',
    });
    expect((await till.client.people.list({})).map(({ name }) => name)).toEqual(['Ana']);
    expect((await till.client.settings.get()).country).toBe('ES');
    expect((await till.client.party.list({})).total).toBe(1);
  });

  it('lets what is written on one side reach the other', async () => {
    const company = await foundCompany();
    const till = await joinBranch(company);
    const { id } = await till.client.contact.create({ givenName: 'Luis' });
    await till.sync();
    await company.office.sync();
    expect(await company.office.client.contact.get({ id })).toMatchObject({ givenName: 'Luis', branchId: company.branch.id });
    await company.office.client.contact.update({ id, familyName: 'Sanz' });
    await company.office.sync();
    await till.sync();
    expect(await till.client.contact.get({ id })).toMatchObject({ familyName: 'Sanz' });
  });

  it('takes the clients of a shop along that was alone', async () => {
    const company = await foundCompany();
    const shop = openComputer();
    await shop.client.settings.update({ country: 'ES', ownerName: 'Eva' });
    const { id } = await shop.client.contact.create({ givenName: 'Marta' });
    await joinBranch(company, 'data', shop);
    expect((await shop.sync()).end).toEqual({ type: 'equal' });
    await company.office.sync();
    expect(await company.office.client.contact.get({ id })).toMatchObject({ givenName: 'Marta', branchId: company.branch.id });
  });

  it('refuses a computer with clients of its own where nothing is to be brought', async () => {
    const company = await foundCompany();
    const shop = openComputer();
    await shop.client.contact.create({ givenName: 'Marta' });
    await expect(joinBranch(company, 'nothing', shop)).rejects.toMatchObject({ code: 'JOIN_REFUSED', data: { code: 'hasData' } });
    expect(await shop.client.sync.status()).toMatchObject({ state: 'alone' });
  });

  it('works with the same code when the answer was lost, and with none that was used', async () => {
    const { office, branch, address } = await foundCompany();
    const { code, link } = await office.client.branch.invite({ branchId: branch.id, name: 'Till' });
    const till = openComputer();
    const join = { code, address, computerName: 'Till' };
    const losing = (addresses: readonly string[]): Carrier => {
      const carrier = createHttpCarrier({ addresses });
      return { ...carrier, join: async (...asked) => (await carrier.join(...asked), { type: 'unreachable' }) };
    };
    expect(await joinCompany({ store: till.core.store, carrierTo: losing }, join)).toEqual({
      type: 'refused',
      code: 'unreachable',
    });
    expect(await till.client.sync.status()).toMatchObject({ state: 'alone' });
    await expect(openComputer().client.sync.join(join)).rejects.toMatchObject({ data: { code: 'wrongCode' } });
    await till.client.sync.join(join);
    expect((await till.sync()).end).toEqual({ type: 'equal' });
    expect((await office.client.branch.overview({})).devices).toHaveLength(2);
    await expect(till.client.sync.join(join)).rejects.toMatchObject({ data: { code: 'alreadyJoined' } });
    const stranger = openComputer();
    for (const wrong of [link, 'what'])
      await expect(stranger.client.sync.join({ code: wrong, computerName: 'Other' })).rejects.toMatchObject({
        data: { code: 'wrongCode' },
      });
  });
});

describe('head office on this computer', () => {
  it('answers again when the program is opened again, unless it was stopped', async () => {
    const { office } = await foundCompany();
    await office.core.close();
    const again = openComputer(office.directory);
    expect(await again.client.branch.hub()).toMatchObject({ isRunning: false });
    await again.core.hub.resume();
    expect(await again.client.branch.hub()).toMatchObject({ isRunning: true, trouble: null });
    expect((await again.sync()).end).toEqual({ type: 'equal' });
    await again.client.branch.stopHub();
    await again.core.close();
    const later = openComputer(office.directory);
    await later.core.hub.resume();
    expect(await later.client.branch.hub()).toMatchObject({ isRunning: false });
  });

  it('says when its port is taken, and begins nothing then', async () => {
    const { address } = await foundCompany();
    const other = openComputer();
    const port = Number(new URL(address).port);
    await expect(other.client.branch.startHub({ companyName: 'Sol', port })).rejects.toMatchObject({
      code: 'CANNOT_START',
      data: { code: 'portTaken' },
    });
    expect(await other.client.sync.status()).toMatchObject({ state: 'alone' });
  });

  it('is not a computer of a branch', async () => {
    const company = await foundCompany();
    const till = await joinBranch(company);
    await expect(till.client.branch.startHub({ companyName: 'Sol' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(till.client.branch.overview({})).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
