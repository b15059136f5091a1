import type { Act } from '#core/records/act.ts';
import type { ReadDb, WriteTx } from '#core/database/connection.ts';
import { createOutgoing } from '#core/records/outgoing.ts';
import { columnOf, findRecordType } from '#core/records/record-type.ts';
import type { AnyRecordType } from '#core/records/record-type.ts';
import { versionOf } from '#core/records/versions.ts';
import { readRecord } from '#core/records/write.ts';
import { recountDigests } from '#core/sync/digests.ts';
import { writeSyncState } from '#core/sync/sync-state.ts';
import { removeState } from '#core/sync/write-state.ts';
import { companySettings, syncedTypes } from '#shared/sync/scope-rules.ts';

/** What somebody would miss; settings, people and what a shop begins with are not counted. */
const typesOfData = ['party', 'lead', 'deal', 'task', 'product', 'document'] as const;

/** Whether this copy was worked with before it joins a company. */
export function hasData(db: ReadDb): boolean {
  return typesOfData.some((name) => {
    const table = findRecordType(name)?.table;
    return table !== undefined && db.readColumn<[], number>(`SELECT 1 FROM ${table} LIMIT 1`).get() !== undefined;
  });
}

/** Makes all that is here the branch's, and marks it to be sent. Goes by statements over whole tables: there may be a million rows. */
export function takeDataAlong(tx: WriteTx, { branchId, author }: { readonly branchId: string | null; readonly author: string }) {
  for (const { name, type } of typesHere()) {
    if (branchId !== null && type.ofBranch) {
      const column = columnOf(type, 'branchId');
      tx.write<[string]>(`UPDATE ${type.table} SET ${column} = ? WHERE ${column} IS NULL`).run(branchId);
    }
    const { where, ids } = travelling(name);
    tx.write(
      `INSERT OR REPLACE INTO outbox (record_type, record_id, fields, gone, seen, author)
       SELECT ?, id, NULL, NULL, NULL, ? FROM ${type.table} ${where} ORDER BY rowid`,
    ).run(name, author, ...ids);
  }
  recountDigests(tx);
}

/**
 * Empties a copy that nobody worked with of what it began with: the company's own comes instead. Its nameless owner stays, and counts
 * for nothing, until people have come.
 */
export function clearBeginnings(act: Act) {
  for (const { name, type } of [...typesHere()].reverse()) {
    if (name === 'user') continue;
    const { where, ids } = travelling(name);
    const found = act.tx.readColumn<unknown[], string>(`SELECT id FROM ${type.table} ${where}`).all(...ids);
    for (const id of found) removeState(act, type, id);
  }
  recountDigests(act.tx);
  const users = act.tx.readColumn<[], string>('SELECT id FROM user').all();
  for (const id of users) forgetInSums(act, id);
  const [userId] = users;
  if (userId !== undefined) writeSyncState(act.tx, 'starter', { userId });
}

function forgetInSums(act: Act, id: string) {
  const type = findRecordType('user');
  const found = type && readRecord(act.tx, type, id);
  // A version counted twice counts for nothing.
  if (found) createOutgoing(act.tx).sumUp('user', id, null, versionOf(found));
}

function typesHere(): readonly { readonly name: string; readonly type: AnyRecordType }[] {
  return syncedTypes.flatMap((name) => {
    const type = findRecordType(name);
    return type ? [{ name, type }] : [];
  });
}

function travelling(name: string): { readonly where: string; readonly ids: readonly string[] } {
  if (name !== 'setting') return { where: '', ids: [] };
  const ids = [...companySettings];
  return { where: `WHERE id IN (${ids.map(() => '?').join(', ')})`, ids };
}
