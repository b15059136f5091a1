import { openerOf } from '#core/backup/backup-key.ts';
import type { StoredBackup } from '#core/backup/backup-file.ts';
import { identifyFile, inspect } from '#core/backup/inspect-database.ts';
import type { Connection, ReadDb } from '#core/database/connection.ts';
import { localMigrations } from '#migrations/local/index.ts';
import type { BackupPreview } from '#shared/backup/contract.ts';

interface Here {
  /** The data that is open; null where none is. */
  readonly connection: Connection | null;
  /** What opens the data here; undefined where that isn't known. */
  readonly key: string | null | undefined;
}

/** What is in a backup, what of the present data isn't, and what it takes to bring it back. */
export function preview({ connection, key }: Here, stored: StoredBackup): BackupPreview {
  const { folder: _folder, name: _name, ...backup } = stored;
  const refusal = findRefusal(stored, key);
  const opener = openerOf(stored, key);
  return {
    backup,
    present: connection && inspect(connection).counts,
    lost: refusal === null && connection ? findLost(connection, stored) : null,
    refusal,
    asks: opener.type !== 'secret' ? null : opener.keys.passphrase === null ? 'recoveryCode' : 'passphrase',
    becomesPlain: !stored.isEncrypted && key !== null,
  };
}

/** Why a backup can't be brought back, as far as that can be told before somebody says what opens it; null when it can. */
export function findRefusal(stored: StoredBackup, keyHere: string | null | undefined): BackupPreview['refusal'] {
  const opener = openerOf(stored, keyHere);
  // Without its key nobody could read it.
  if (opener.type === 'none') return 'otherKey';
  if (opener.type === 'secret') return isFromTheFuture(stored) ? 'fromTheFuture' : null;
  const found = open(stored.path, opener.key);
  if (!found) return stored.isEncrypted ? 'otherKey' : 'damaged';
  if (!found.isOurs) return 'notOurs';
  return isFromTheFuture(found) ? 'fromTheFuture' : null;
}

function isFromTheFuture({ schema }: { readonly schema: number }): boolean {
  return schema > (localMigrations.at(-1)?.version ?? 0);
}

/** Whether all of it is whole is found out where it is made ready, without holding anybody up. */
function open(path: string, key: string | null): ReturnType<typeof identifyFile> | null {
  try {
    return identifyFile({ path, key });
  } catch {
    return null;
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
