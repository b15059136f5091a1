import type { ReadDb, WriteTx } from '#core/database/connection.ts';
import { columnOf, findRecordType } from '#core/records/record-type.ts';
import { readSyncState } from '#core/sync/sync-state.ts';
import { scopeRuleOf, syncedTypes } from '#shared/sync/scope-rules.ts';

/** Every content that a record of this copy names, by hash, with its size in bytes where the record says it. */
export function contentsNamed(db: ReadDb): ReadonlyMap<string, number | null> {
  const named = new Map<string, number | null>();
  for (const name of syncedTypes) {
    const type = findRecordType(name);
    for (const field of type ? (scopeRuleOf(name)?.content ?? []) : []) {
      const column = type ? columnOf(type, field) : '';
      const size = type && 'size' in type.fields ? columnOf(type, 'size') : 'NULL';
      const rows = db.read<[], { hash: string; size: number | null }>(
        `SELECT DISTINCT ${column} AS hash, ${size} AS size FROM ${type?.table} WHERE ${column} IS NOT NULL`,
      );
      for (const { hash, size: bytes } of rows.all()) named.set(hash, bytes ?? named.get(hash) ?? null);
    }
  }
  return named;
}

/** The contents that head office is known to have, in the life of its data that this copy knows. */
export function contentsAtOffice(db: ReadDb): ReadonlySet<string> {
  const epoch = readSyncState(db, 'cursor')?.epoch ?? '';
  return new Set(db.readColumn<[string], string>('SELECT hash FROM content_at_office WHERE epoch = ?').all(epoch));
}

/** Notes that head office has contents, so that it isn't asked again. */
export function noteAtOffice(tx: WriteTx, hashes: readonly string[]) {
  const epoch = readSyncState(tx, 'cursor')?.epoch ?? '';
  for (const hash of hashes)
    tx.write('INSERT INTO content_at_office (hash, epoch) VALUES (?, ?) ON CONFLICT DO UPDATE SET epoch = excluded.epoch').run(
      hash,
      epoch,
    );
}
