import type { ReadDb } from '#core/database/connection.ts';
import type { AuditEntry, AuditFilter } from '#shared/audit/contract.ts';

interface Row {
  readonly seq: number;
  readonly at: number;
  readonly user_id: string;
  readonly user_name: string;
  readonly kind: string;
  readonly record_type: string | null;
  readonly record_id: string | null;
  readonly subject: string;
  readonly details: string;
  readonly erased_by: number | null;
}

interface Compiled {
  readonly where: string;
  readonly parameters: readonly (string | number)[];
}

/** Entries, newest first. */
export function listAudit(
  db: ReadDb,
  { offset, limit, ...filter }: AuditFilter & { readonly offset: number; readonly limit: number },
): { readonly rows: AuditEntry[]; readonly total: number } {
  const { where, parameters } = compile(filter);
  const rows = db
    .read<(string | number)[], Row>(`SELECT * FROM audit WHERE ${where} ORDER BY seq DESC LIMIT ? OFFSET ?`)
    .all(...parameters, limit, offset);
  const total = db.readColumn<(string | number)[], number>(`SELECT count(*) FROM audit WHERE ${where}`).get(...parameters) ?? 0;
  return { rows: rows.map(toEntry), total };
}

/** All entries that fit, newest first. */
export function* eachAudit(db: ReadDb, filter: AuditFilter): Generator<AuditEntry> {
  const { where, parameters } = compile(filter);
  const rows = db.read<(string | number)[], Row>(`SELECT * FROM audit WHERE ${where} ORDER BY seq DESC`);
  for (const row of rows.iterate(...parameters)) yield toEntry(row);
}

/** Everybody in the audit, by the name they had last. */
export function auditPeople(db: ReadDb): { id: string; name: string }[] {
  return db
    .read<[], { id: string; name: string }>(
      `SELECT user_id AS id, user_name AS name FROM audit WHERE seq IN (SELECT max(seq) FROM audit GROUP BY user_id) ORDER BY user_name`,
    )
    .all();
}

function compile({ kinds, userId, from, until, text }: AuditFilter): Compiled {
  const conditions: (readonly [sql: string, ...parameters: (string | number)[]])[] = [];
  if (kinds.length > 0) conditions.push([`kind IN (${kinds.map(() => '?').join(', ')})`, ...kinds]);
  if (userId !== undefined) conditions.push(['user_id = ?', userId]);
  if (from !== undefined) conditions.push(['at >= ?', from]);
  if (until !== undefined) conditions.push(['at < ?', until]);
  if (text.trim() !== '') {
    const like = `%${text.trim().replaceAll(/[\\%_]/g, '\\$&')}%`;
    conditions.push([
      "(subject LIKE ? ESCAPE '\\' OR user_name LIKE ? ESCAPE '\\' OR details LIKE ? ESCAPE '\\')",
      like,
      like,
      like,
    ]);
  }
  const where = conditions.map(([sql]) => sql).join(' AND ') || '1';
  return { where, parameters: conditions.flatMap(([, ...parameters]) => parameters) };
}

function toEntry(row: Row): AuditEntry {
  return {
    seq: row.seq,
    at: row.at,
    userId: row.user_id,
    userName: row.user_name,
    kind: row.kind as AuditEntry['kind'],
    recordType: row.record_type,
    recordId: row.record_id,
    subject: row.subject,
    details: JSON.parse(row.details) as AuditEntry['details'],
    isErased: row.erased_by !== null,
  };
}
