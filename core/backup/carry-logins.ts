import type { ReadDb, WriteTx } from '#core/database/connection.ts';
import { readOwner } from '#core/people/users.ts';
import { isProtected } from '#core/session/logins.ts';

type Row = Readonly<Record<string, string | number | null>>;

/**
 * Has the passwords that hold on this computer hold in data that is brought back as well: a backup from before the first password
 * would open the shop to everybody. Passwords of people whom it doesn't know are left out; the owner's are the owner's there. People
 * whom nobody knows here keep those they had there: what is brought back would else be open to whoever taps their name.
 * @param present the data that gives way
 */
export function carryLogins(tx: WriteTx, present: ReadDb) {
  if (!isThere(present, 'login') || !isProtected(present)) return;
  const [from, to] = [readOwner(present).userId, readOwner(tx).userId];
  const isKnown = (id: string) => tx.readColumn<[string], number>('SELECT 1 FROM user WHERE id = ?').get(id) !== undefined;
  const knownHere = JSON.stringify([to, ...present.readColumn<[], string>('SELECT id FROM user').all()]);
  tx.write<[string]>("DELETE FROM login WHERE kind = 'recovery' OR user_id IN (SELECT value FROM json_each(?))").run(knownHere);
  for (const table of ['login_guard', 'login_policy']) tx.write(`DELETE FROM ${table}`).run();
  for (const row of rowsOf(present, 'login')) {
    const userId = row['user_id'] === from ? to : String(row['user_id']);
    if (row['kind'] === 'recovery' || isKnown(userId)) insert(tx, 'login', { ...row, user_id: userId });
  }
  for (const table of ['login_guard', 'login_policy']) for (const row of rowsOf(present, table)) insert(tx, table, row);
}

/** A program's key that was revoked since a backup of this shop was made stays so when it is brought back. */
export function dropRevokedKeys(tx: WriteTx, present: ReadDb) {
  if (!isThere(present, 'api_key') || readOwner(present).userId !== readOwner(tx).userId) return;
  const standing = present.readColumn<[], string>('SELECT id FROM api_key').all();
  tx.write<[string]>('DELETE FROM api_key WHERE id NOT IN (SELECT value FROM json_each(?))').run(JSON.stringify(standing));
}

/** Nobody who was signed in when a backup was made is so when it is brought back. */
export function endSessions(tx: WriteTx, at: number) {
  tx.write<[number]>('UPDATE session SET ended_at = ? WHERE ended_at IS NULL').run(at);
}

function isThere(db: ReadDb, table: string): boolean {
  const sql = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?";
  return db.readColumn<[string], number>(sql).get(table) !== undefined;
}

function rowsOf(db: ReadDb, table: string): readonly Row[] {
  return db.read<[], Row>(`SELECT * FROM ${table}`).all();
}

function insert(tx: WriteTx, table: string, row: Row) {
  const columns = Object.keys(row);
  const places = columns.map(() => '?').join(', ');
  tx.write<Row[string][]>(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`).run(...Object.values(row));
}
