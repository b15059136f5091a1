import { closeSync, existsSync, fsyncSync, openSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import type { DatabaseFile } from '#core/database/connection.ts';
import { attachedKey, cipherPragma, keyPragmas } from '#wire/database-key.ts';

/** A copy under way: it is whole once made, and the original is nobody else's until `release`. */
export interface DatabaseCopy {
  release(): void;
}

/** Somebody else has the database open. */
export class OpenElsewhereError extends Error {
  override readonly name = 'OpenElsewhereError';
  readonly code = 'openElsewhere';
}

/**
 * Writes the whole of a database into a new file with another key, table by table as VACUUM does, so that nothing of it is on the disk in
 * between. Nobody else may have the original open, nor can anybody open it until the copy is released.
 * @throws {OpenElsewhereError}; what SQLite throws of a damaged original or a full disk
 */
export function copyDatabase(from: DatabaseFile, to: DatabaseFile): DatabaseCopy {
  if (existsSync(to.path)) throw new Error(`${to.path} is there already`);
  if (!existsSync(from.path)) throw new Error(`there is no ${from.path}`);
  const raw = new Sqlite(from.path, { timeout: 0 });
  try {
    for (const pragma of [cipherPragma, ...keyPragmas(from.key)]) raw.pragma(pragma);
    raw.pragma('temp_store = MEMORY');
    raw.pragma('foreign_keys = OFF');
    raw.pragma('locking_mode = EXCLUSIVE');
    lock(raw);
    raw.unsafeMode(true);
    raw.exec(`ATTACH '${to.path.replaceAll("'", "''")}' AS target ${attachedKey(to.key)}`);
    // A copy that isn't finished is thrown away, so it needs no journal.
    raw.pragma('target.journal_mode = OFF');
    raw.pragma('target.synchronous = OFF');
    raw.pragma('target.cache_size = -131072');
    raw.exec('BEGIN IMMEDIATE');
    copyAll(raw);
    raw.exec('COMMIT');
    checkCopy(raw);
    raw.exec('DETACH target');
    syncFile(to.path);
  } catch (error) {
    raw.close();
    throw error;
  }
  return { release: () => void raw.close() };
}

function lock(raw: Sqlite.Database) {
  try {
    raw.exec('BEGIN EXCLUSIVE; COMMIT');
  } catch (error) {
    if (String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY'))
      throw new OpenElsewhereError('open elsewhere', { cause: error });
    throw error;
  }
}

interface SchemaRow {
  readonly type: string;
  readonly name: string;
  readonly rootpage: number;
  readonly sql: string | null;
}

function copyAll(raw: Sqlite.Database) {
  raw.pragma('writable_schema = ON');
  const rows = raw.prepare<[], SchemaRow>('SELECT type, name, rootpage, sql FROM main.sqlite_schema ORDER BY rowid').all();
  const tables = rows.filter(({ type, rootpage, sql }) => type === 'table' && rootpage > 0 && sql !== null);
  const made = tables.filter(({ name }) => name !== 'sqlite_sequence');
  const indexes = rows.filter(({ type, sql }) => type === 'index' && sql !== null);
  // With its indexes there, a table is copied page after page without sorting anything.
  for (const { sql } of [...made, ...indexes]) raw.exec(inTarget(sql ?? ''));
  for (const { name } of made) raw.exec(`INSERT INTO target.${quoted(name)} SELECT * FROM main.${quoted(name)}`);
  if (tables.length > made.length)
    raw.exec('DELETE FROM target.sqlite_sequence; INSERT INTO target.sqlite_sequence SELECT * FROM main.sqlite_sequence');
  raw.exec(`INSERT INTO target.sqlite_schema SELECT * FROM main.sqlite_schema
    WHERE type IN ('view', 'trigger') OR (type = 'table' AND rootpage = 0)`);
  for (const name of ['application_id', 'user_version'])
    raw.pragma(`target.${name} = ${Number(raw.pragma(`main.${name}`, { simple: true }))}`);
  raw.pragma('writable_schema = OFF');
}

function checkCopy(raw: Sqlite.Database) {
  const [answer] = raw.pragma('target.quick_check(1)') as readonly { readonly quick_check: string }[];
  if (answer?.quick_check !== 'ok') throw Object.assign(new Error('the copy is not whole'), { code: 'SQLITE_CORRUPT' });
}

/** A definition as it stands in the schema, which SQLite writes without the name of the database. */
function inTarget(sql: string): string {
  return sql.replace(/^(CREATE (?:TABLE|(?:UNIQUE )?INDEX) )/i, '$1target.');
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function syncFile(path: string) {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
