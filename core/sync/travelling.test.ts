import { describe, expect, it } from 'vitest';
import { checkData } from '#core/check/check-data.ts';
import { systemActor } from '#core/people/allow.ts';
import { markWhole } from '#core/records/outgoing.ts';
import { findRecordType, recordTypeNamed } from '#core/records/record-type.ts';
import { applyChanges } from '#core/sync/apply-changes.ts';
import { allVersions, readDigest, recountDigests } from '#core/sync/digests.ts';
import { newLine } from '#core/sync/line.ts';
import { sealBatch, firstBatch } from '#core/sync/seal-batch.ts';
import { writeSyncState } from '#core/sync/sync-state.ts';
import { unpack } from '#shared/sync/pack.ts';
import type { RecordChange } from '#shared/sync/record-state.ts';
import { isSynced, syncedTypes } from '#shared/sync/scope-rules.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';
import type { TestCore } from '#test/factories/open-test-core.ts';

/** A copy that belongs to a company. */
async function openCopy(): Promise<TestCore> {
  const copy = await openTestCore({});
  await copy.core.store.keep((tx) => {
    writeSyncState(tx, 'own', { branchId: null, isMain: true, till: 1 });
    writeSyncState(tx, 'line', newLine());
    recountDigests(tx);
    for (const { type, id } of allVersions(tx)) markWhole(tx, { type, id, author: 'Ana' });
  });
  return copy;
}

/** All that a copy wrote and hasn't sent. */
async function takeOut({ core: { store } }: TestCore): Promise<readonly RecordChange[]> {
  const changes: RecordChange[] = [];
  while (await store.keep((tx) => sealBatch(tx, 0))) {
    changes.push(...unpack(firstBatch(store.db)?.changes ?? []));
    await store.keep((tx) => tx.write('DELETE FROM outbox_batch').run());
  }
  return changes;
}

async function take({ core: { store } }: TestCore, changes: readonly RecordChange[]) {
  const { result } = await store.perform({ actor: systemActor, kind: 'sync', subject: '' }, (act) => {
    store.connection.pragma('defer_foreign_keys = ON');
    return applyChanges(act, changes);
  });
  return result;
}

function everything({ core: { store } }: TestCore) {
  return Object.fromEntries(
    syncedTypes.map((type) => {
      const table = findRecordType(type) ? recordTypeNamed(type).table : '';
      const rows = store.db.read<[], Record<string, unknown> & { id: string }>(`SELECT * FROM ${table} ORDER BY id`).all();
      return [
        type,
        rows
          .filter(({ id }) => isSynced(type, id))
          .map(({ seq: _seq, field_stamps: stamps, ...row }) => ({
            ...row,
            stamps: JSON.parse((stamps as string | null) ?? '{}') as unknown,
          })),
      ];
    }),
  );
}

describe('what travels from one copy to another', () => {
  it('is every kind of record, to the last value, with equal sums', async () => {
    const other = await openCopy();
    const one = await openCopy();
    await one.client.demo.create({ contacts: 60, sales: true });
    const applied = await take(other, await takeOut(one));
    expect(applied.wholeNeeded).toEqual([]);
    const aside = other.core.store.db.read('SELECT * FROM sync_waiting').all();
    expect(aside).toEqual([]);
    const theirs = everything(other);
    for (const [type, rows] of Object.entries(everything(one))) {
      const ids = new Set(rows.map(({ id }) => id));
      expect(
        theirs[type]?.filter(({ id }) => ids.has(id)),
        type,
      ).toEqual(rows);
    }
    const visits = (copy: TestCore) =>
      copy.core.store.db
        .read('SELECT deal_id, stage_id, status, entered_at, left_at, act_id FROM stage_visit ORDER BY deal_id, entered_at, seq')
        .all();
    expect(visits(other)).toEqual(visits(one));
    expect((await checkData(other.core.store.connection, other.core.files)).faults).toEqual([]);
    const before = readDigest(other.core.store.db);
    await other.core.store.keep(recountDigests);
    expect(readDigest(other.core.store.db)).toEqual(before);
  });
});

it('isn’t undone where it came to: that would take it from whoever did it', async () => {
  const other = await openCopy();
  const one = await openCopy();
  await one.client.contact.create({ givenName: 'Rosa' });
  await take(other, await takeOut(one));
  const { rows } = await other.client.history.acts({ limit: 10, offset: 0 });
  const came = rows.find(({ kind }) => kind === 'sync');
  expect(came).toMatchObject({ canUndo: false });
  await expect(other.client.history.undo({ id: came?.id ?? '' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect((await other.client.search.find({ text: 'Rosa' })).results).toHaveLength(1);
});
