import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '#core/database/open-database.ts';
import { createDemo } from '#core/demo/commands.ts';
import { ensureOwner, readOwner } from '#core/people/users.ts';
import { createStore } from '#core/records/store.ts';
import { changeSettings } from '#core/settings/settings.ts';
import { localMigrations } from '#migrations/local/index.ts';

const contactsPerAct = 50_000;
/** Mebibytes of page cache: an act of this size changes pages all over the indices. */
const cacheSize = 512;
/** To be raised when what the demo makes, or what is derived from it for searching, has changed so that figures would differ. */
const baseVersion = 1;

/**
 * The folder of a database with so many invented contacts, made the first time it is asked for.
 * @param directory where bases are kept
 */
export function ensureBase(directory: string, contacts: number): string {
  const path = join(directory, `base-${contacts}-${fingerprint()}`);
  if (existsSync(path)) return path;
  forgetOlder(directory, contacts);
  const unfinished = `${path}-unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  build(unfinished, contacts);
  renameSync(unfinished, path);
  return path;
}

/** A copy that may be written to; the caller removes it. */
export function copyBase(base: string, name: string): string {
  const copy = `${base}-${name}`;
  rmSync(copy, { recursive: true, force: true });
  cpSync(base, copy, { recursive: true });
  return copy;
}

function build(directory: string, contacts: number) {
  mkdirSync(directory, { recursive: true });
  const connection = openDatabase(directory, { cacheSize });
  const store = createStore(connection);
  ensureOwner(store);
  const actor = readOwner(store.db);
  store.performNow({ actor, kind: 'settings', subject: '' }, (act) => changeSettings(act, { country: 'ES' }));
  const startedAt = performance.now();
  for (let made = 0; made < contacts; made += contactsPerAct) {
    const request = { contacts: Math.min(contactsPerAct, contacts - made), seed: 1 + made / contactsPerAct, country: 'ES' };
    store.performNow({ actor, kind: 'demo', subject: '' }, (act) => createDemo(act, request));
    const rate = Math.round((made + request.contacts) / ((performance.now() - startedAt) / 1000));
    process.stderr.write(`\rMaking a base: ${made + request.contacts} of ${contacts} contacts, ${rate} a second `);
  }
  process.stderr.write('\n');
  connection.pragma('wal_checkpoint(TRUNCATE)');
  connection.close();
}

function forgetOlder(directory: string, contacts: number) {
  mkdirSync(directory, { recursive: true });
  for (const name of readdirSync(directory))
    if (name.startsWith(`base-${contacts}-`)) rmSync(join(directory, name), { recursive: true, force: true });
}

function fingerprint(): string {
  const hash = createHash('sha256').update(String(baseVersion));
  for (const { sql } of localMigrations) hash.update(sql);
  return hash.digest('hex').slice(0, 12);
}
