import type { StoredBackup } from '#core/backup/backup-file.ts';
import { inspect, inspectFile } from '#core/backup/inspect-database.ts';
import type { Inspected } from '#core/backup/inspect-database.ts';
import type { Connection, ReadDb } from '#core/database/connection.ts';
import { localMigrations } from '#migrations/local/index.ts';
import type { BackupPreview } from '#shared/backup/contract.ts';

/** What is in a backup, and what of the present data isn't. @param key what opens it */
export function preview(connection: Connection, stored: StoredBackup, key: string | null): BackupPreview {
  const { folder: _folder, name: _name, ...backup } = stored;
  const refusal = findRefusal(stored, key);
  return { backup, present: inspect(connection).counts, lost: refusal === null ? findLost(connection, stored) : null, refusal };
}

/** Why a backup can't be brought back; null when it can. */
export function findRefusal({ path, isEncrypted }: StoredBackup, key: string | null): BackupPreview['refusal'] {
  // Without its key nobody could read it; without any, it would be here for everybody to read.
  if (isEncrypted !== (key !== null)) return 'otherKey';
  const inspected = open(path, key);
  if (inspected === 'notOpened') return isEncrypted ? 'otherKey' : 'damaged';
  if (!inspected) return 'damaged';
  if (!inspected.isOurs) return 'notOurs';
  return inspected.schema > (localMigrations.at(-1)?.version ?? 0) ? 'fromTheFuture' : null;
}

function open(path: string, key: string | null): Inspected | null | 'notOpened' {
  try {
    return inspectFile({ path, key });
  } catch {
    return 'notOpened';
  }
}

/** What was done since a backup of this data; null for one of other data. */
function findLost(db: ReadDb, { lastAct }: StoredBackup): BackupPreview['lost'] {
  if (lastAct === null) return null;
  const isHere = db.readColumn<[number], string>('SELECT id FROM act WHERE seq = ?').get(lastAct.seq) === lastAct.id;
  if (!isHere) return null;
  const acts = db
    .read<[number], { acts: number; lastAt: number | null }>('SELECT count(*) AS acts, max(at) AS lastAt FROM act WHERE seq > ?')
    .get(lastAct.seq);
  const rows = db
    .read<[number], { type: string; records: number }>(
      `SELECT record_type AS type, count(DISTINCT record_id) AS records FROM history WHERE act_seq > ?
       AND record_type IN ('party', 'deal', 'task') GROUP BY record_type`,
    )
    .all(lastAct.seq);
  const of = (type: string) => rows.find((row) => row.type === type)?.records ?? 0;
  return { acts: acts?.acts ?? 0, parties: of('party'), deals: of('deal'), tasks: of('task'), lastAt: acts?.lastAt ?? null };
}
