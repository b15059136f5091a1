import { describe, expect, it } from 'vitest';
import { conflictRecord } from '#core/conflict/conflict.ts';
import { runCommandLine } from '#core/host/command-line/run-command-line.ts';
import { createRecord } from '#core/records/write.ts';
import { writeSyncState } from '#core/sync/sync-state.ts';
import { bringBranches } from '#test/factories/branch-core.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';

const stamp = '00000000100000aaaaaaaa';

async function openShop() {
  const test = await openTestCore({ ownerName: 'Ana' });
  const { core, client, directory } = test;
  const { id } = await client.contact.create({ givenName: 'Rosa', notes: 'kept' });
  core.store.performNow({ actor: core.owner(), kind: 'sync', subject: '' }, (act) => {
    for (const name of ['one', 'two'])
      createRecord(act, conflictRecord, {
        id: name,
        recordType: 'party',
        recordId: id,
        field: 'notes',
        keptValue: 'kept',
        keptBy: 'Ana',
        keptStamp: stamp,
        keptBranchId: null,
        lostValue: 'lost',
        lostBy: 'Eva',
        lostStamp: stamp,
        lostBranchId: null,
        status: 'open',
        resolvedBy: null,
        resolvedAt: null,
        createdAt: act.at,
      });
  });
  async function type(...args: string[]) {
    let [out, complaint] = ['', ''];
    const exitCode = await runCommandLine([...args, '--data', directory], {
      locale: 'en-US',
      signal: new AbortController().signal,
      write: (text) => (out += text),
      complain: (text) => (complaint += text),
    });
    return { exitCode, out, complaint };
  }
  return { ...test, id, type };
}

describe('the command line', () => {
  it('lists the branches with when they were heard of', async () => {
    const { core, type } = await openShop();
    expect((await type('branches')).out).toContain('There are no branches.');
    bringBranches(core, 'North', 'South');
    core.store.connection.transaction((tx) =>
      writeSyncState(tx, 'branchContacts', [{ branchId: 'South', heardAt: 0, waiting: 37 }]),
    );
    expect((await type('branches')).out.trim().split('\n')).toEqual(['1 · North', '2 · South · 1970-01-01T00:00:00.000Z · 37']);
  });

  it('lists conflicts and settles them, some or all', async () => {
    const { client, id, type } = await openShop();
    const listed = await type('conflicts');
    expect(listed.out).toContain('Open conflicts: 2');
    expect(listed.out).toContain('one · Rosa · notes · "kept" (Ana) · "lost" (Eva)');
    expect(await type('conflicts', '--keep')).toMatchObject({ exitCode: 2 });
    expect(await type('conflicts', 'one')).toMatchObject({ exitCode: 2 });
    expect((await type('conflicts', '--take', 'one')).out).toContain('Settled: 1.');
    expect((await client.contact.get({ id })).notes).toBe('lost');
    expect((await type('conflicts', '--keep', '--all')).out).toContain('Settled: 1.');
    expect(await type('conflicts', '--keep', 'none')).toMatchObject({ exitCode: 1, out: expect.stringContaining('none · gone') });
    expect((await type('conflicts')).out).toContain('Open conflicts: 0');
  });
});
