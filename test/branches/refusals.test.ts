import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { connect } from '#core/database/connection.ts';
import { askOffice, ownCorrespondent } from '#core/sync/ask-office.ts';
import { exchangeAll } from '#core/sync/exchange-all.ts';
import { askingOf } from '#core/sync/synchronise.ts';
import { readSyncState, writeSyncState } from '#core/sync/sync-state.ts';
import { openBundle } from '#wire/bundle-file.ts';
import type { BundleManifest } from '#wire/bundle-format.ts';
import { createBundleWriter } from '#wire/bundle-writer.ts';
import type * as Body from '#wire/body.ts';
import { createIdentityKeys } from '#wire/keys.ts';
import { foundCompany, joinBranch, openComputer } from '#test/factories/company.ts';
import type { Computer } from '#test/factories/company.ts';
import { makeTestDirectory } from '#test/factories/open-test-core.ts';
import { branchOf, exchange, idOf, openCompany, write } from '#test/branches/company-of-two.ts';

/** Goes into the seal as it is, compressed or not. */
class Raw {
  readonly bytes: Buffer;
  constructor(...parts: readonly (readonly number[] | Uint8Array)[]) {
    this.bytes = Buffer.concat(parts.map((part) => Buffer.from(part)));
  }
}

vi.mock('#wire/body.ts', async (original) => {
  const body = await original<typeof Body>();
  return { ...body, wrapBody: (given: unknown) => (given instanceof Raw ? given.bytes : body.wrapBody(given)) };
});

vi.setConfig({ testTimeout: 60_000 });

/** What changes with every try, whatever comes of it; besides the last stamp given, in `meta`. */
const bookkeeping = ['last', 'joining', 'lock', 'bundles'];

/** All that is in a computer's data, and in head office's where that is here, as text. */
function contentsOf({ directory }: Computer): string {
  const databases = [join(directory, 'cartera.db'), join(directory, 'office', 'office.db')];
  return databases.map((path) => contentsOfDatabase(path)).join('\n');
}

function contentsOfDatabase(path: string): string {
  let data;
  try {
    data = connect(path, { readonly: true });
  } catch {
    return '';
  }
  try {
    const tables = data.readColumn<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'",
    );
    return tables
      .all()
      .map((table) => {
        if (table === 'meta') return '';
        const but = table === 'sync_state' ? `WHERE key NOT IN ('${bookkeeping.join("','")}')` : '';
        return `${table} ${JSON.stringify(data.read<[], unknown>(`SELECT * FROM ${table} ${but}`).all(), asText)}`;
      })
      .join('\n');
  } finally {
    data.close();
  }
}

function asText(_: string, value: unknown): unknown {
  return Buffer.isBuffer(value) ? value.toString('hex') : value;
}

/** Expects that work changes nothing at any of these computers, nor at head office. */
async function expectUnchanged(computers: readonly Computer[], work: () => Promise<unknown>) {
  const before = computers.map((computer) => contentsOf(computer));
  expect(before[0]?.length).toBeGreaterThan(1000);
  await work();
  computers.forEach((computer, index) => expect(contentsOf(computer)).toBe(before[index]));
}

const joinRefused = (code: string) => ({ code: 'JOIN_REFUSED', data: { code } });
const bundleRefused = (code: string) => ({ code: 'BUNDLE_REFUSED', data: { code } });

describe('a computer is not let in, and nothing changes there or at head office,', () => {
  it('with a code that is wrong, over, taken back or used', async () => {
    const { office, branch, address } = await foundCompany();
    const invite = () => office.client.branch.invite({ branchId: branch.id, name: 'Till' });
    const [over, cancelled, used] = [await invite(), await invite(), await invite()];
    const data = connect(join(office.directory, 'office', 'office.db'), { busyTimeout: 2000 });
    data.transaction((tx) => tx.write('UPDATE invite SET expires_at = ? WHERE id = ?').run(Date.now() - 1, over.id));
    data.close();
    await office.client.branch.cancelInvite({ id: cancelled.id });
    await openComputer().client.sync.join({ code: used.code, address, computerName: 'Till' });
    await exchange(office);
    const till = openComputer();
    await till.client.settings.update({ country: 'ES' });
    const codes = ['AAAA-BBBB-CCCC-DDDD', over.code, cancelled.code, used.code, over.link];
    await expectUnchanged([till, office], async () => {
      for (const code of codes)
        await expect(till.client.sync.join({ code, address, computerName: 'Till' })).rejects.toMatchObject(
          joinRefused('wrongCode'),
        );
    });
    expect(await till.client.sync.status()).toMatchObject({ state: 'alone' });
    expect((await office.client.branch.invites()).map(({ state }) => state).sort()).toEqual(['cancelled', 'expired', 'used']);
  });

  it('where the code was made by another than who answers at the address', async () => {
    const [one, other] = [await foundCompany(), await foundCompany()];
    const { link } = await one.office.client.branch.invite({ branchId: one.branch.id, name: 'Till' });
    const till = openComputer();
    await till.client.settings.update({ country: 'ES' });
    await one.office.client.branch.stopHub();
    await expectUnchanged([till, one.office, other.office], () =>
      expect(till.client.sync.join({ code: link, address: other.address, computerName: 'Till' })).rejects.toMatchObject(
        joinRefused('wrongCode'),
      ),
    );
  });
});

describe('a computer that was shut out', () => {
  it('says so, keeps what it has and what waits, and changes nothing at head office', async () => {
    const { office, north, south } = await openCompany('common');
    await office.client.branch.revoke({ id: idOf(south) });
    const { id } = await south.client.contact.create({ givenName: 'Luis' });
    const refused = { type: 'fault', code: 'revoked' };
    const before = contentsOf(office);
    expect((await exchangeAll(south.core)).end).toEqual(refused);
    expect(contentsOf(office)).toBe(before);
    await expectUnchanged([office, north, south], async () => {
      expect((await exchangeAll(south.core)).end).toEqual(refused);
      const correspondent = ownCorrespondent(south.core.store.db);
      if (!correspondent) throw new Error('no company');
      // Under a line and with keys of its own making.
      for (const forged of [
        { ...correspondent, incarnation: 'another' },
        { ...correspondent, keys: createIdentityKeys() },
        { ...correspondent, deviceId: idOf(north) },
      ]) {
        const said = await askOffice(
          { ...askingOf(south.core.store), correspondent: () => forged },
          { kind: 'compare', ask: 'buckets' },
        );
        expect(said).toMatchObject({ kind: 'fault', code: forged.deviceId === idOf(north) ? 'tampered' : 'revoked' });
      }
    });
    expect(await south.client.sync.status()).toMatchObject({ state: 'revoked', trouble: 'revoked', waiting: 1 });
    expect(await south.client.contact.get({ id })).toMatchObject({ givenName: 'Luis' });
  });
});

describe('a file of changes', () => {
  it('that was stolen opens for nobody else, whatever its first lines say, and shows nothing of what is in it', async () => {
    const { office, north, south } = await openCompany('private');
    const stranger = await foundCompany();
    const thief = await joinBranch(stranger);
    const { id } = await north.client.contact.create({ givenName: 'Zoraida', notes: 'Calle Mayor' });
    const up = await bytesOf(await north.client.sync.exportBundle({}));
    await exchange(north, office);
    await office.client.contact.update({ id, notes: 'Plaza Mayor' });
    await exchange(office);
    const down = await bytesOf(await office.client.sync.exportBundle({ deviceId: idOf(north) }));
    for (const bytes of [up, down]) for (const word of ['Zoraida', 'Mayor']) expect(bytes.includes(word)).toBe(false);
    const others = [office, south, thief, stranger.office];
    const take = (by: Computer, bytes: Uint8Array<ArrayBuffer>) =>
      by.client.sync.importBundle({ file: new File([bytes], 'x.cartera') });
    await expectUnchanged(others, async () => {
      await expect(take(south, up)).rejects.toMatchObject(bundleRefused('otherReceiver'));
      await expect(take(south, down)).rejects.toMatchObject(bundleRefused('otherReceiver'));
      await expect(take(thief, down)).rejects.toMatchObject(bundleRefused('otherCompany'));
      await expect(take(stranger.office, up)).rejects.toMatchObject(bundleRefused('otherCompany'));
      await expect(take(south, readdressed(down, { to: idOf(south) }))).rejects.toMatchObject(bundleRefused('otherReceiver'));
      const company = companyOf(stranger.office);
      await expect(take(thief, readdressed(down, { to: idOf(thief), company }))).rejects.toMatchObject(
        bundleRefused('otherReceiver'),
      );
      await expect(take(stranger.office, readdressed(up, { company }))).rejects.toMatchObject(bundleRefused('otherCompany'));
      // As another branch's own.
      await expect(take(office, readdressed(up, { from: idOf(south) }))).rejects.toMatchObject(bundleRefused('tampered'));
    });
    expect(branchOf(south)).not.toBe(branchOf(north));
  });

  it('in which anything was changed, with checksums put right, is refused whole', async () => {
    const { office, north } = await openCompany('private');
    const { id } = await north.client.contact.create({ givenName: 'Luis' });
    await exchange(north, office);
    await office.client.contact.update({ id, notes: 'new' });
    await exchange(office);
    const down = await bytesOf(await office.client.sync.exportBundle({ deviceId: idOf(north) }));
    await north.client.contact.update({ id, nickname: 'Lu' });
    const up = await bytesOf(await north.client.sync.exportBundle({}));
    const flipped = (bytes: Uint8Array, at: number) =>
      rewritten(bytes, {}, (part) => {
        const changed = Buffer.from(part);
        const place = Math.floor(changed.length * at);
        changed[place] = (changed[place] ?? 0) ^ 1;
        return changed;
      });
    await expectUnchanged([north, office], async () => {
      for (const at of [0.5, 0.7, 0.99]) {
        const take = (by: Computer, bytes: Uint8Array) =>
          by.client.sync.importBundle({ file: new File([flipped(bytes, at)], 'x.cartera') });
        await expect(take(north, down)).rejects.toMatchObject(bundleRefused('tampered'));
        await expect(take(office, up)).rejects.toMatchObject(bundleRefused('tampered'));
      }
    });
  });
});

describe('head office refuses what is sealed well and is nonsense inside:', () => {
  it('what is neither compressed nor JSON', async () => {
    const { office, north, south } = await openCompany('common');
    await exchange(north, office, south);
    const json = 1;
    const [stored, zstd, small] = [0, 1, 2];
    const magic = [0x28, 0xb5, 0x2f, 0xfd];
    const nonsense: readonly (readonly [Raw, string])[] = [
      [new Raw([json, zstd], magic, [1, 2, 3, 4, 5]), 'malformed'],
      [new Raw([json, zstd], Buffer.from('not compressed')), 'malformed'],
      [new Raw([json, small], Buffer.from('not compressed')), 'malformed'],
      [new Raw([json, small]), 'malformed'],
      [new Raw([json, 9], Buffer.from('{}')), 'malformed'],
      [new Raw([json, stored], Buffer.from('{"kind":"sync",')), 'malformed'],
      [new Raw([json, stored], Buffer.from('null')), 'malformed'],
      [new Raw([json, stored], Buffer.from('"\uD800"')), 'malformed'],
      [new Raw([json, stored], Buffer.from([0xff, 0xfe, 0])), 'malformed'],
      [new Raw([7, stored], Buffer.from('{}')), 'malformed'],
      [new Raw([]), 'malformed'],
    ];
    await expectUnchanged([office], async () => {
      for (const [raw, code] of nonsense)
        expect(await askOffice(askingOf(north.core.store), raw), raw.bytes.toString('hex')).toMatchObject({
          kind: 'fault',
          code,
        });
      const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
      for (const body of [new Raw([json, stored], Buffer.from(deep)), { kind: 'sync', batch: { changes: deep } }, 7, 'sync', []])
        expect(await askOffice(askingOf(north.core.store), body)).toMatchObject({ kind: 'fault', code: 'malformed' });
    });
    // Nobody is worse off for it.
    expect((await exchangeAll(north.core)).end).toEqual({ type: 'equal' });
  });
});

describe('an answer', () => {
  it('that isn’t head office’s changes nothing here', async () => {
    const { north, office } = await openCompany('common');
    await office.client.contact.create({ givenName: 'Rosa' });
    await exchange(office);
    const { store } = north.core;
    const identity = readSyncState(store.db, 'identity');
    if (!identity) throw new Error('no company');
    const { signing, agreement } = createIdentityKeys();
    await store.keep((tx) =>
      writeSyncState(tx, 'identity', { ...identity, officeKeys: { signing: signing.public, agreement: agreement.public } }),
    );
    await expectUnchanged([north, office], async () => {
      expect((await exchangeAll(north.core)).end).toMatchObject({ type: 'fault', code: 'notForYou' });
    });
    await store.keep((tx) => writeSyncState(tx, 'identity', identity));
    expect((await exchangeAll(north.core)).end).toEqual({ type: 'equal' });
  });
});

async function bytesOf(file: File): Promise<Buffer<ArrayBuffer>> {
  return Buffer.from(await file.arrayBuffer());
}

function companyOf({ core }: Computer): string {
  return readSyncState(core.store.db, 'identity')?.companyId ?? '';
}

function readdressed(bytes: Uint8Array, manifest: Partial<BundleManifest>): Uint8Array<ArrayBuffer> {
  return rewritten(bytes, manifest, (part) => part);
}

/** The same file with other first lines and parts, and checksums that fit. */
function rewritten(bytes: Uint8Array, manifest: Partial<BundleManifest>, change: (part: Buffer) => Buffer): Buffer<ArrayBuffer> {
  const path = join(makeTestDirectory(), 'x.cartera');
  writeFileSync(path, bytes);
  const opened = openBundle(path, { kind: 'bundle' });
  if (opened.type !== 'opened') throw new Error(opened.code);
  const writer = createBundleWriter(`${path}2`, { ...opened.manifest, ...manifest });
  for (const part of opened.parts()) writer.add(change(part));
  writer.finish();
  return Buffer.from(readFileSync(`${path}2`));
}

it('whom a branch makes an owner of the company is put back there to what head office says', async () => {
  const { office, north } = await openCompany('common');
  const { id } = await north.client.people.create({ name: 'Eva', role: 'seller' });
  await exchange(north, office);
  await write(north, { type: 'user', id, changes: { role: 'owner' } });
  await exchange(north, office);
  for (const { client } of [north, office])
    expect((await client.people.list({})).find((person) => person.id === id)).toMatchObject({ name: 'Eva', role: 'seller' });
  const { changes } = await office.client.branch.quarantine({ limit: 10 });
  expect(changes).toMatchObject([{ recordId: id, code: 'notYours' }]);
});
