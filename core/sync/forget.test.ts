import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { checkData } from '#core/check/check-data.ts';
import { undoAct } from '#core/history/commands.ts';
import { systemActor } from '#core/people/allow.ts';
import { changeRecord } from '#core/records/write.ts';
import { partyRecord } from '#core/party/party-record.ts';
import { recordTypeNamed } from '#core/records/record-type.ts';
import type { RecordField } from '#core/records/record-type.ts';
import { cleanAfterForgetting } from '#core/sync/clean-after-forgetting.ts';
import { readBuckets, recountDigests } from '#core/sync/digests.ts';
import { forgetRecords } from '#core/sync/forget.ts';
import { namingsOf } from '#core/sync/leaving.ts';
import { acknowledge, newLine } from '#core/sync/line.ts';
import { allBatches, sealBatch } from '#core/sync/seal-batch.ts';
import { writeSyncState } from '#core/sync/sync-state.ts';
import { unpack } from '#shared/sync/pack.ts';
import { syncedTypes } from '#shared/sync/scope-rules.ts';
import { bringBranches } from '#test/factories/branch-core.ts';
import { makeTestDirectory, openTestCore } from '#test/factories/open-test-core.ts';
import type { TestCore } from '#test/factories/open-test-core.ts';
import { fixedFields, mark, plantBeside, plantMarked } from '#test/factories/plant-marked.ts';
import type { Planted } from '#test/factories/plant-marked.ts';

/** A branch with clients of its own among those that leave. */
async function openBranch(clients: number): Promise<TestCore & { readonly planted: readonly Planted[] }> {
  const branch = await openTestCore({ language: 'en' });
  const planted: Planted[] = [];
  for (let count = 0; count < clients; count += 1) {
    await branch.client.demo.create({ contacts: 40, sales: count === 0 });
    planted.push(await plantMarked(branch));
  }
  await branch.core.store.keep((tx) => {
    writeSyncState(tx, 'own', { branchId: 'b1', isMain: true, till: 1 });
    writeSyncState(tx, 'line', newLine());
    recountDigests(tx);
  });
  bringBranches(branch.core, 'b1');
  return { ...branch, planted };
}

function forget({ core: { store } }: TestCore, leaves: readonly (readonly [string, string])[]) {
  return store.perform({ actor: systemActor, kind: 'sync', subject: '' }, (act) => {
    store.connection.pragma('defer_foreign_keys = ON');
    forgetRecords(act, leaves);
  });
}

function cards(planted: readonly Planted[]) {
  return planted.flatMap(({ partyId, companyId }) => [['party', partyId] as const, ['party', companyId] as const]);
}

/** The files of a folder that hold a marked word, with how many. */
function whereMarked(directory: string): Readonly<Record<string, number>> {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const counts = files.map(({ parentPath, name }) => [
    name,
    readFileSync(join(parentPath, name)).toString('latin1').split(mark).length - 1,
  ]);
  return Object.fromEntries(counts.filter(([, count]) => count !== 0)) as Record<string, number>;
}

function changesWaiting({ core: { store } }: TestCore) {
  return allBatches(store.db).flatMap(({ changes }) => unpack(changes));
}

describe('records that are another branch’s from now on', () => {
  it('leave no byte in the data folder', { timeout: 60_000 }, async () => {
    const temporary = makeTestDirectory();
    vi.stubEnv('TMPDIR', temporary);
    onTestFinished(() => void vi.unstubAllEnvs());
    const branch = await openBranch(12);
    const { core, directory, planted } = branch;
    for (const one of planted) await plantBeside(branch, one);
    const [client] = planted;
    const taken = await branch.client.file.ofParty({ id: client?.partyId ?? '' });
    await branch.client.file.delete({ id: taken[0]?.id ?? '' });
    await core.store.keep(recountDigests);
    const before = whereMarked(directory);
    expect(Object.keys(before)).toEqual(expect.arrayContaining(['cartera.db', 'list.csv']));
    expect(before['cartera.db']).toBeGreaterThan(2000);
    expect(Object.keys(before).filter((name) => /^[0-9a-f]{64}$/.test(name))).toHaveLength(12);

    await core.store.keep((tx) => tx.write('DELETE FROM outbox').run());
    await forget(branch, cards(planted));
    await cleanAfterForgetting(core.store);

    expect(whereMarked(directory)).toEqual({});
    expect(whereMarked(temporary)).toEqual({});
    expect(core.store.db.read("SELECT * FROM sync_state WHERE key = 'forgotten'").all()).toEqual([]);
    const named = planted.flatMap(({ records, telling }) => [...records, ...telling]);
    for (const [type, id] of named)
      expect(
        core.store.db.read<[string], unknown>(`SELECT 1 FROM ${recordTypeNamed(type).table} WHERE id = ?`).get(id),
        type,
      ).toBeUndefined();
    expect((await checkData(core.store.connection, core.files)).faults).toEqual([]);
    const bare = core.store.db.read('SELECT * FROM act WHERE NOT EXISTS (SELECT 1 FROM history WHERE act_seq = act.seq)').all();
    expect(bare).toEqual([]);
    const sums = readBuckets(core.store.db);
    await core.store.keep(recountDigests);
    expect(readBuckets(core.store.db)).toEqual(sums);
    expect((await branch.client.party.list({})).total).toBeGreaterThan(100);
  });

  it('take no list along that somebody has handed over for import since', async () => {
    const { core, planted, ...branch } = await openBranch(1);
    const before = await core.imports.keepFile(new File(['name\nAda'], 'before.csv'));
    await setTimeout(20);
    await core.store.keep((tx) => tx.write('DELETE FROM outbox').run());
    await forget({ core, ...branch }, cards(planted));
    await setTimeout(20);
    const since = await core.imports.keepFile(new File(['name\nBea'], 'since.csv'));
    await cleanAfterForgetting(core.store);
    expect(core.store.db.read("SELECT * FROM sync_state WHERE key = 'forgotten'").all()).toEqual([]);
    expect(await core.imports.findFile(before.fileId)).toBeUndefined();
    expect(await core.imports.findFile(since.fileId)).toMatchObject({ name: 'since.csv' });
  });

  it('were planted with a word in every text there is', async () => {
    const { core, planted } = await openBranch(1);
    const keys = planted.flatMap(({ records, telling }) => [...records, ...telling]);
    const bare = keys.flatMap(([name, id]) => {
      const type = recordTypeNamed(name);
      const row = core.store.db.read<[string], Record<string, unknown>>(`SELECT * FROM ${type.table} WHERE id = ?`).get(id) ?? {};
      const isText = new Set(
        core.store.db
          .read<[string], { name: string; type: string }>('SELECT name, type FROM pragma_table_info(?)')
          .all(type.table)
          .flatMap((column) => (column.type === 'TEXT' ? [column.name] : [])),
      );
      return Object.entries(type.fields as Readonly<Record<string, RecordField>>)
        .filter(
          ([field, { column }]) =>
            isText.has(column) && !field.endsWith('Id') && !fixedFields.has(field) && !String(row[column]).includes(mark),
        )
        .map(([field]) => `${name}.${field}`);
    });
    expect([...new Set(bare)].sort()).toEqual([]);
    const company = [
      'branch',
      'role',
      'team',
      'user',
      'setting',
      'custom_field',
      'pipeline',
      'stage',
      'lost_reason',
      'product',
      'price_list',
      'price',
    ];
    const everybodys = [...company, 'automation', 'call_script', 'document_template', 'number_series'];
    expect(new Set([...keys.map(([type]) => type), ...everybodys])).toEqual(new Set(syncedTypes));
  });
});

describe('what others need', () => {
  it('stays: their records, their history, and a file of the same content', async () => {
    const branch = await openBranch(1);
    const { client, core, planted } = branch;
    const stays = await client.contact.create({ givenName: 'Ana', familyName: 'Ruizmar' });
    const content = () => new File(['the same for both'], 'plan.txt', { type: 'text/plain' });
    const kept = await client.file.attach({ id: stays.id, file: content() });
    const [leaving] = planted;
    await client.file.attach({ id: leaving?.partyId ?? '', file: content() });
    const ids = [stays.id, leaving?.partyId ?? ''];
    const { actId } = await core.store.perform({ actor: core.owner(), kind: 'update', subject: 'two cards' }, (act) => {
      for (const id of ids) changeRecord(act, partyRecord, { id, changes: { source: 'Fair' } });
    });
    await core.store.keep((tx) => tx.write('DELETE FROM outbox').run());
    await forget(branch, cards(planted));
    await cleanAfterForgetting(core.store);

    expect(await (await client.file.download({ id: kept.id })).text()).toBe('the same for both');
    expect((await client.contact.get({ id: stays.id })).source).toBe('Fair');
    const undone = await undoAct(core.store, { actor: core.owner(), actId, keepEdited: false });
    expect(undone).toMatchObject({ type: 'undone', undone: 1 });
    expect((await client.contact.get({ id: stays.id })).source).toBe('');
    const found = await client.search.find({ text: 'ruizmar' });
    expect(found.results).toHaveLength(1);
    expect((await checkData(core.store.connection, core.files)).faults).toEqual([]);
  });

  it('is sent first, and cleaning waits until head office has it', async () => {
    const branch = await openBranch(1);
    const { core, directory, planted } = branch;
    const [leaving] = planted;
    await core.store.keep((tx) => tx.write('DELETE FROM outbox').run());
    await core.store.perform({ actor: core.owner(), kind: 'update', subject: '' }, (act) =>
      changeRecord(act, partyRecord, { id: leaving?.partyId ?? '', changes: { nickname: `${mark}unsent` } }),
    );
    await forget(branch, cards(planted));
    const sent = changesWaiting(branch).filter(({ id }) => id === leaving?.partyId);
    expect(sent).toMatchObject([{ type: 'party', gone: null, fields: { nickname: `${mark}unsent` } }]);
    await cleanAfterForgetting(core.store);
    expect(whereMarked(directory)).not.toEqual({});

    const last = allBatches(core.store.db).at(-1);
    await core.store.keep((tx) => acknowledge(tx, { counter: last?.counter ?? 0, hash: last?.hash ?? '' }));
    await cleanAfterForgetting(core.store);
    expect(whereMarked(directory)).toEqual({});
  });

  it('can be read while a larger database is cleaned, and saved', async () => {
    const branch = await openBranch(1);
    const { core, client, directory, planted } = branch;
    const stays = await client.contact.create({ givenName: 'Ana' });
    const ballast = JSON.stringify('.'.repeat(12_000_000));
    await core.store.keep((tx) => {
      tx.write('INSERT INTO unknown_field VALUES (?, ?, ?, ?)').run('party', stays.id, 'newer', ballast);
      tx.write('DELETE FROM outbox').run();
    });
    await forget(branch, cards(planted));
    const cleaning = cleanAfterForgetting(core.store);
    let isCleaning = true;
    void cleaning.then(() => (isCleaning = false));
    let read = 0;
    for (; isCleaning; read += 1) {
      expect((await client.contact.get({ id: stays.id })).givenName).toBe('Ana');
      await client.contact.update({ id: stays.id, nickname: String(read) });
      await setTimeout(5);
    }
    await cleaning;
    expect(read).toBeGreaterThan(3);
    expect(whereMarked(directory)).toEqual({});
    expect((await client.contact.get({ id: stays.id })).nickname).toBe(String(read - 1));
  });

  it('is told of no removal: what told of those that left went with them', async () => {
    const branch = await openBranch(1);
    const { core, planted } = branch;
    await core.store.keep((tx) => tx.write('DELETE FROM outbox').run());
    await forget(branch, cards(planted));
    await core.store.keep((tx) => sealBatch(tx, 0));
    expect(changesWaiting(branch)).toEqual([]);
    for (const [type, id] of planted.flatMap(({ telling }) => telling))
      expect(
        core.store.db.read<[string], unknown>(`SELECT 1 FROM ${recordTypeNamed(type).table} WHERE id = ?`).get(id),
      ).toBeUndefined();
  });
});

describe('finding what hangs on a record', () => {
  it('uses an index for every field that names one', async () => {
    const { core } = await openTestCore();
    const scans = syncedTypes.flatMap((parent) =>
      namingsOf(parent).flatMap(({ type, field, column }) => {
        const { table } = recordTypeNamed(type);
        const plan = core.store.db
          .read<[string], { detail: string }>(`EXPLAIN QUERY PLAN SELECT id FROM ${table} WHERE ${column} = ?`)
          .all('x');
        return plan.some(({ detail }) => detail.startsWith('SCAN')) ? [`${type}.${field}`] : [];
      }),
    );
    // Of types that never leave.
    expect(scans).toEqual(['deal.pipelineId', 'deal.stageId', 'price.priceListId']);
  });
});
