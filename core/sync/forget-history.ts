import type { ReadDb, WriteTx } from '#core/database/connection.ts';
import type { Act } from '#core/records/act.ts';
import { hashHeldBy } from '#core/file/held-files.ts';
import { namedBy } from '#core/sync/leaving.ts';
import { keyOf } from '#shared/sync/record-key.ts';
import type { RecordKey } from '#shared/sync/record-key.ts';

/** Acts of these kinds are named after a file, or after nothing, never after a record. */
const namedOtherwise = ['import', 'importArchive', 'demo', 'sync'];

/** What was removed here before, and hung on records that leave: the history has all of it, for undo. */
export function findRemovedBefore(db: ReadDb, leaving: readonly RecordKey[]): readonly RecordKey[] {
  const gone = new Set(leaving.map(keyOf));
  const removed = db
    .read<[], { type: string; id: string; changes: string }>(
      "SELECT record_type AS type, record_id AS id, changes FROM history WHERE operation = 'purge'",
    )
    .all()
    .map(({ type, id, changes }) => ({
      key: [type, id] as const,
      on: namedBy(type, JSON.parse(changes) as Record<string, unknown>),
    }));
  const found = new Map<string, RecordKey>();
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const { key, on } of removed) {
      if (gone.has(keyOf(key)) || !on.some((parent) => gone.has(keyOf(parent)))) continue;
      gone.add(keyOf(key));
      found.set(keyOf(key), key);
    }
  }
  return [...found.values()];
}

/**
 * Removes the history of records. An act goes with the last of its entries; one that did something to others too stays, without its subject
 * where that may name a forgotten record.
 * @returns hashes of the files that it named
 */
export function forgetHistory({ tx, seq: current }: Act, records: readonly RecordKey[]): readonly string[] {
  const acts = new Set<number>();
  const files: string[] = [];
  for (const [type, id] of records) {
    const entries = tx
      .read<[string, string], { act: number; changes: string | null }>(
        'SELECT act_seq AS act, changes FROM history WHERE record_id = ? AND record_type = ?',
      )
      .all(id, type);
    for (const { act, changes } of entries) {
      acts.add(act);
      const hash = hashHeldBy(type, JSON.parse(changes ?? '{}') as object);
      if (hash !== undefined) files.push(hash);
    }
    tx.write('DELETE FROM history WHERE record_id = ? AND record_type = ?').run(id, type);
  }
  acts.delete(current);
  for (const act of acts) forgetAct(tx, act);
  return files;
}

function forgetAct(tx: WriteTx, seq: number) {
  const count = tx.readColumn<[number], number>('SELECT count(*) FROM history WHERE act_seq = ?').get(seq) ?? 0;
  if (count === 0) return void tx.write('DELETE FROM act WHERE seq = ?').run(seq);
  tx.write('UPDATE act SET records = ? WHERE seq = ?').run(count, seq);
  const kinds = namedOtherwise.map(() => '?').join(', ');
  tx.write(`UPDATE act SET subject = '' WHERE seq = ? AND kind NOT IN (${kinds})`).run(seq, ...namedOtherwise);
}
