import { archivedActSchema, archivedHistorySchema } from '#core/export/archive-schemas.ts';
import type { ArchivedAct, ArchivedHistory } from '#core/export/archive-schemas.ts';
import type { Archive, ArchivedLine } from '#core/export/read-archive.ts';
import { isErasedHere } from '#core/sync/heed-erasures.ts';
import type { Act } from '#core/records/act.ts';

/**
 * Brings back who did what, under the same ids, before everything done here. These rows are no news of this copy, so
 * that they are written as they are, beside the write path. Acts that are already here are left alone.
 */
export async function restoreHistory(act: Act, archive: Archive) {
  const seqOfAct = await restoreActs(act, archive);
  const offset = await offsetOf(act, 'history', () => archive.records('history.jsonl', archivedHistorySchema));
  const insert = act.tx.write(
    'INSERT INTO history (seq, act_seq, record_type, record_id, operation, changes) VALUES (?, ?, ?, ?, ?, ?)',
  );
  for await (const lines of archive.records<ArchivedHistory>('history.jsonl', archivedHistorySchema)) {
    for (const { row } of lines) {
      const actSeq = seqOfAct.get(row.act_seq);
      if (actSeq === undefined || isErasedHere(act.tx, [row.record_type, row.record_id])) continue;
      insert.run(row.seq + offset, actSeq, row.record_type, row.record_id, row.operation, row.changes);
    }
  }
}

async function restoreActs(act: Act, archive: Archive): Promise<ReadonlyMap<number, number>> {
  const seqOfAct = new Map<number, number>();
  const offset = await offsetOf(act, 'act', () => archive.records('act.jsonl', archivedActSchema));
  const isHere = act.tx.read<[string], unknown>('SELECT 1 FROM act WHERE id = ?');
  const insert = act.tx.write(
    `INSERT INTO act (seq, id, kind, actor_id, actor_name, at, subject, records, undoes, undone_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for await (const lines of archive.records<ArchivedAct>('act.jsonl', archivedActSchema)) {
    for (const { row } of lines) {
      if (isHere.get(row.id)) continue;
      const { seq, id, kind, actor_id, actor_name, at, subject, records, undoes, undone_by } = row;
      insert.run(seq + offset, id, kind, actor_id, actor_name, at, subject, records, undoes, undone_by);
      seqOfAct.set(seq, seq + offset);
    }
  }
  return seqOfAct;
}

/** What to add to an archive's numbers so that all of them come before those in use. */
async function offsetOf(
  act: Act,
  table: 'act' | 'history',
  read: () => AsyncGenerator<readonly ArchivedLine<{ readonly seq: number }>[]>,
): Promise<number> {
  let last = 0;
  for await (const lines of read()) for (const { row } of lines) last = Math.max(last, row.seq);
  const first = act.tx.readRaw<[], [number | null]>(`SELECT min(seq) FROM ${table}`).get()?.[0] ?? 1;
  return first - 1 - last;
}
