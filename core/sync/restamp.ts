import type { WriteTx } from '#core/database/connection.ts';
import { createOutgoing } from '#core/records/outgoing.ts';
import { findRecordType } from '#core/records/record-type.ts';
import { versionOf } from '#core/records/versions.ts';
import { renameSeen } from '#core/sync/line.ts';
import { unpack } from '#shared/sync/pack.ts';
import type { Batch } from '#shared/sync/protocol.ts';
import type { Stamp } from '#shared/sync/stamp.ts';

type Stamped = Parameters<typeof versionOf>[0];

/**
 * Takes over stamps that head office set back, since they were ahead of its clock, in the records of a batch; what is written from
 * now on is stamped after them, not after those of the future.
 * @param renamed old and new
 */
export function restamp(tx: WriteTx, batch: Batch, renamed: readonly (readonly [Stamp, Stamp])[]) {
  if (renamed.length === 0) return;
  const names = new Map(renamed);
  const ids = new Set(unpack(batch.changes).map(({ type, id }) => JSON.stringify([type, id])));
  for (const key of ids) {
    const [type, id] = JSON.parse(key) as [string, string];
    restampRow(tx, { type, id, names });
    restampTombstone(tx, { type, id, names });
    restampMark(tx, { type, id, names });
  }
  renameSeen(tx, names);
  const latest = [...names.values()].reduce((one, other) => (one > other ? one : other));
  tx.write("INSERT INTO meta VALUES ('lastStamp', ?) ON CONFLICT DO UPDATE SET value = excluded.value").run(latest);
}

interface Renaming {
  readonly type: string;
  readonly id: string;
  readonly names: ReadonlyMap<Stamp, Stamp>;
}

function restampRow(tx: WriteTx, { type, id, names }: Renaming) {
  const table = findRecordType(type)?.table;
  if (table === undefined) return;
  const row = tx.read<[string], Stamped>(`SELECT stamp, field_stamps AS fieldStamps FROM ${table} WHERE id = ?`).get(id);
  if (!row) return;
  const before = versionOf(row);
  const stamps = Object.fromEntries(Object.entries(before.stamps).map(([field, stamp]) => [field, names.get(stamp) ?? stamp]));
  const after = { base: names.get(row.stamp) ?? row.stamp, gone: null, stamps };
  const fieldStamps = row.fieldStamps === null ? null : JSON.stringify(stamps);
  tx.write(`UPDATE ${table} SET stamp = ?, field_stamps = ? WHERE id = ?`).run(after.base, fieldStamps, id);
  createOutgoing(tx).sumUp(type, id, before, after);
}

function restampTombstone(tx: WriteTx, { type, id, names }: Renaming) {
  const update = tx.write('UPDATE tombstone SET gone = ? WHERE record_type = ? AND record_id = ? AND gone = ?');
  const kept = tx
    .readColumn<[string, string], Stamp>('SELECT gone FROM tombstone WHERE record_type = ? AND record_id = ?')
    .get(type, id);
  const gone = kept === undefined ? undefined : names.get(kept);
  if (gone !== undefined) update.run(gone, type, id, kept);
}

/** What was written since, and is still to be sealed, saw the stamps by their old names. */
function restampMark(tx: WriteTx, { type, id, names }: Renaming) {
  const fields = tx
    .readColumn<[string, string], string | null>('SELECT fields FROM outbox WHERE record_type = ? AND record_id = ?')
    .get(type, id);
  if (!fields) return;
  const seen = Object.entries(JSON.parse(fields) as Readonly<Record<string, Stamp | null>>);
  const renamed = Object.fromEntries(seen.map(([field, stamp]) => [field, stamp === null ? null : (names.get(stamp) ?? stamp)]));
  tx.write('UPDATE outbox SET fields = ? WHERE record_type = ? AND record_id = ?').run(JSON.stringify(renamed), type, id);
}
