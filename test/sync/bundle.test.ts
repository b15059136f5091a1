import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { connect } from '#core/database/connection.ts';
import { foundCompany, joinBranch } from '#test/factories/company.ts';
import type { Computer } from '#test/factories/company.ts';

/** A branch that is never reached by any network after it has joined. */
async function openFarBranch() {
  const company = await foundCompany();
  const till = await joinBranch(company);
  await till.client.sync.update({ addresses: [] });
  const { devices } = await company.office.client.branch.overview({});
  const deviceId = devices.find(({ branchId }) => branchId === company.branch.id)?.id ?? '';
  return { ...company, till, deviceId };
}

/** Head office knows nothing any more of what a computer sent. */
async function forgetBatches({ directory }: Computer, deviceId: string) {
  const data = connect(join(directory, 'office', 'office.db'), { busyTimeout: 1000 });
  data.transaction((tx) => tx.write('DELETE FROM incarnation WHERE device_id = ?').run(deviceId));
  data.close();
}

const refusal = (code: string) => ({ code: 'BUNDLE_REFUSED', data: { code } });

/** Carries all there is one way and back. */
async function carry(from: Computer, office: Computer, deviceId: string) {
  const report = await office.client.sync.importBundle({ file: await from.client.sync.exportBundle({}) });
  await from.client.sync.importBundle({ file: await office.client.sync.exportBundle({ deviceId }) });
  return report;
}

describe('files of changes', () => {
  it('bring what was written on both sides across, until they are the same', async () => {
    const { office, till, deviceId, branch } = await openFarBranch();
    const { id } = await till.client.contact.create({ givenName: 'Luis' });
    const { id: door } = await office.client.product.create({ name: 'Door' });
    expect(await till.client.sync.status()).toMatchObject({ state: 'byFile', waiting: 1 });
    const report = await carry(till, office, deviceId);
    expect(report).toMatchObject({ from: 'Till', fromId: deviceId, applied: 1, missing: [], hasAnswer: true });
    expect(await office.client.contact.get({ id })).toMatchObject({ givenName: 'Luis', branchId: branch.id });
    expect(await till.client.product.get({ id: door })).toMatchObject({ name: 'Door' });
    const status = await till.client.sync.status();
    expect(status).toMatchObject({ waiting: 0, trouble: null });
    expect(status.equalAt).toBe(status.heardAt);
  });

  it('change nothing when they come twice', async () => {
    const { office, till } = await openFarBranch();
    await till.client.contact.create({ givenName: 'Luis' });
    const file = await till.client.sync.exportBundle({});
    expect(await office.client.sync.importBundle({ file })).toMatchObject({ applied: 1 });
    expect(await office.client.sync.importBundle({ file })).toMatchObject({ applied: 0, missing: [] });
    expect((await office.client.party.list({})).total).toBe(1);
  });

  it('have all that head office did not confirm, so that a lost one is missed by nobody', async () => {
    const { office, till, deviceId } = await openFarBranch();
    await till.client.contact.create({ givenName: 'Luis' });
    await till.client.sync.exportBundle({});
    await till.client.contact.create({ givenName: 'Eva' });
    const second = await till.client.sync.exportBundle({});
    await till.client.contact.create({ givenName: 'Ana' });
    const third = await till.client.sync.exportBundle({});
    expect(await office.client.sync.importBundle({ file: third })).toMatchObject({ applied: 3, missing: [] });
    expect(await office.client.sync.importBundle({ file: second })).toMatchObject({ applied: 0, missing: [] });
    await till.client.sync.importBundle({ file: await office.client.sync.exportBundle({ deviceId }) });
    expect(await till.client.sync.status()).toMatchObject({ waiting: 0, refused: 0 });
  });

  it('name what has to come before them', async () => {
    const { office, till, deviceId } = await openFarBranch();
    for (const givenName of ['Luis', 'Eva']) {
      await till.client.contact.create({ givenName });
      await carry(till, office, deviceId);
    }
    await till.client.contact.create({ givenName: 'Ana' });
    const file = await till.client.sync.exportBundle({});
    const back = await office.client.sync.exportBundle({ deviceId });
    // Head office's data, and then the branch's, as put back from a backup of the day before.
    await forgetBatches(office, deviceId);
    expect((await office.client.sync.importBundle({ file })).missing).toEqual([{ from: 1, to: 2 }]);
    till.core.store.connection.execute(`
      UPDATE sync_state SET value = json_set(value, '$.position', 0) WHERE key = 'cursor';
      UPDATE sync_state SET value = json_set(value, '$.taken', 1) WHERE key = 'bundles';`);
    expect((await till.client.sync.importBundle({ file: back })).missing).toEqual([{ from: 2, to: 2 }]);
  });

  it('from head office are taken in order, whichever was lost on the way', async () => {
    const { office, till, deviceId } = await openFarBranch();
    await office.client.product.create({ name: 'Door' });
    await office.sync();
    await office.client.sync.exportBundle({ deviceId });
    await office.client.product.create({ name: 'Window' });
    await office.sync();
    const second = await office.client.sync.exportBundle({ deviceId });
    expect(await till.client.sync.importBundle({ file: second })).toMatchObject({ applied: 2, missing: [] });
    expect(await till.client.sync.importBundle({ file: second })).toMatchObject({ applied: 0, missing: [] });
    expect((await till.client.product.list({})).total).toBe(2);
  });

  it('that were cut, changed, or are meant for others are refused and change nothing', async () => {
    const { office, till, deviceId } = await openFarBranch();
    const stranger = await openFarBranch();
    await till.client.contact.create({ givenName: 'Luis' });
    const file = await till.client.sync.exportBundle({});
    const bytes = Buffer.from(await file.arrayBuffer());
    const take = (content: Uint8Array<ArrayBuffer>, at = office) =>
      at.client.sync.importBundle({ file: new File([content], file.name) });
    await expect(take(bytes.subarray(0, bytes.length - 50))).rejects.toMatchObject(refusal('truncated'));
    const changed = Buffer.from(bytes);
    changed[bytes.length - 200] = (changed[bytes.length - 200] ?? 0) ^ 1;
    await expect(take(changed)).rejects.toMatchObject(refusal('tampered'));
    await expect(take(Buffer.from('what'))).rejects.toMatchObject(refusal('notABundle'));
    await expect(take(bytes, stranger.office)).rejects.toMatchObject(refusal('otherCompany'));
    await expect(take(bytes, till)).rejects.toMatchObject(refusal('otherReceiver'));
    expect((await office.client.party.list({})).total).toBe(0);
    const other = await joinBranch(stranger);
    const back = await office.client.sync.exportBundle({ deviceId });
    await expect(other.client.sync.importBundle({ file: back })).rejects.toMatchObject(refusal('otherCompany'));
    expect(await office.client.sync.importBundle({ file })).toMatchObject({ applied: 1 });
  });

  it('of a computer that was shut out are refused', async () => {
    const { office, till, deviceId } = await openFarBranch();
    await till.client.contact.create({ givenName: 'Luis' });
    const file = await till.client.sync.exportBundle({});
    await office.client.branch.revoke({ id: deviceId });
    await expect(office.client.sync.importBundle({ file })).rejects.toMatchObject(refusal('revoked'));
    await expect(office.client.sync.exportBundle({ deviceId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
