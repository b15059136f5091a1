import { readdirSync, rmSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Connection, DatabaseFile, ReadDb, WriteTx } from '#core/database/connection.ts';
import { hashHeldBy, heldFiles } from '#core/file/held-files.ts';
import { inboxFolder } from '#core/lead/inbox/inbox-folder.ts';
import type { Store } from '#core/records/store.ts';
import { readSyncState, writeSyncState } from '#core/sync/sync-state.ts';

/** Pages of the search index merged in one go: some 20 ms. */
const pagesAtOnce = 50;
/** Bytes: a database up to the first is packed within 0.1 s, up to the second within 2 s, in a thread of its own. */
const smallDatabase = 8 * 1024 * 1024;
const mediumDatabase = 256 * 1024 * 1024;
/** Milliseconds without a save after which packing a larger one is in nobody's way. */
const quietTime = 60_000;

/**
 * Notes in the transaction that forgets that cleaning is due, so that a kill doesn't keep it from being done.
 * @param isErased whether it was erased for good; else it may be in batches that head office hasn't got: cleaning waits for those
 */
export function noteForgotten(tx: WriteTx, files: readonly string[], isErased = false) {
  const known = readSyncState(tx, 'forgotten');
  const before = known?.files ?? [];
  const last = tx.readColumn<[], number | null>('SELECT max(counter) FROM outbox_batch').get() ?? 0;
  const batch = isErased ? Math.min(known?.batch ?? 0, last) : last;
  // By the clock that files are stamped with.
  const forgotten = { files: [...new Set([...before, ...files])], batch, at: Date.now() };
  writeSyncState(tx, 'forgotten', { ...forgotten, isErased: isErased || known?.isErased === true });
}

const underWay = new WeakMap<Connection, Promise<void>>();

/**
 * Leaves no byte of forgotten records in the data folder: words in the search index, contents of files, uploads, free pages and the log.
 * Nothing is done when there is nothing to clean, so that it can be called after each session and at each start. What can't be done now,
 * because somebody is reading or saving, is done the next time.
 */
export function cleanAfterForgetting(store: Store): Promise<void> {
  const { connection } = store;
  const running = underWay.get(connection);
  if (running) return running;
  const cleaning = clean(store).finally(() => underWay.delete(connection));
  underWay.set(connection, cleaning);
  return cleaning;
}

async function clean(store: Store) {
  const forgotten = readSyncState(store.db, 'forgotten');
  if (!forgotten || hasBatch(store.db, forgotten.batch)) return;
  const { file } = store.connection;
  const directory = dirname(file.path);
  await store.keep((tx) => deleteFiles(tx, join(directory, 'files'), forgotten.files));
  await deleteUploads(join(directory, 'imports'), forgotten.at ?? Date.now());
  if (forgotten.isErased) await deleteUploads(join(inboxFolder(store.db, directory), 'done'), forgotten.at ?? Date.now());
  await mergeWords(store);
  const size = sizeOf(store.connection);
  if (size > mediumDatabase && !isQuiet(store)) return;
  const isPacked = size <= smallDatabase ? packHere(store.connection) : await packInThread(file);
  if (!isPacked || !(await emptyLog(store.connection))) return;
  const done = JSON.stringify(forgotten);
  await store.keep((tx) => tx.write("DELETE FROM sync_state WHERE key = 'forgotten' AND value = ?").run(done));
}

function hasBatch(db: ReadDb, upTo: number): boolean {
  return db.readColumn<[number], number>('SELECT 1 FROM outbox_batch WHERE counter <= ? LIMIT 1').get(upTo) !== undefined;
}

/** While it is looked and deleted nobody saves a record that names the same content. */
function deleteFiles(tx: WriteTx, directory: string, hashes: readonly string[]) {
  if (hashes.length === 0) return;
  const held = new Set([...heldFiles(tx).map(({ hash }) => hash), ...hashesToBringBack(tx)]);
  for (const hash of hashes.filter((one) => !held.has(one))) {
    const folder = join(directory, hash.slice(0, 2));
    // Those that are on their way begin with the same name.
    for (const name of namesIn(folder)) if (name.startsWith(hash)) rmSync(join(folder, name), { force: true });
    tx.write('DELETE FROM content_at_office WHERE hash = ?').run(hash);
  }
}

/** What an undo needs of records that were removed. */
function hashesToBringBack(db: ReadDb): readonly string[] {
  return db
    .read<[], { type: string; changes: string }>(
      `SELECT record_type AS type, changes FROM history
       WHERE operation = 'purge' AND record_type IN ('file', 'document', 'document_template')`,
    )
    .all()
    .flatMap(({ type, changes }) => hashHeldBy(type, JSON.parse(changes) as object) ?? []);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Files handed over for import, and requests that were taken in, tell of many clients. Those that came after it was forgotten are somebody's work of now. */
async function deleteUploads(directory: string, before: number) {
  for (const name of await readdir(directory).catch(() => [])) {
    const path = join(directory, name);
    const info = await stat(path).catch(() => null);
    if (info && info.mtimeMs <= before) await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Words of deleted entries stay in the search index until its segments are merged: all of them are, a few pages at a time. */
async function mergeWords(store: Store) {
  const tables = store.db.readColumn<[], string>("SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%fts5%'");
  for (const table of tables.all()) {
    // A negative number says that all segments are to become one.
    for (let pages = -pagesAtOnce; await store.keep((tx) => mergePages(tx, table, pages)); pages = pagesAtOnce) await nextTurn();
  }
}

/** @returns false when nothing was left to merge, which SQLite tells by having changed fewer than two rows */
function mergePages(tx: WriteTx, table: string, pages: number): boolean {
  const changes = tx.readColumn<[], number>('SELECT total_changes()');
  const before = changes.get() ?? 0;
  tx.write(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', ?)`).run(pages);
  return (changes.get() ?? 0) - before >= 2;
}

function sizeOf(connection: Connection): number {
  const [pages] = connection.pragma('page_count') as readonly { readonly page_count: number }[];
  const [bytes] = connection.pragma('page_size') as readonly { readonly page_size: number }[];
  return (pages?.page_count ?? 0) * (bytes?.page_size ?? 0);
}

function isQuiet({ db, now }: Store): boolean {
  const last = db.readColumn<[], number | null>('SELECT at FROM act ORDER BY seq DESC LIMIT 1').get() ?? 0;
  return now() - last > quietTime;
}

/**
 * Writes the database anew: SQLite leaves copies of what was deleted in pages that are free or half full, even where it is told to overwrite.
 * @returns false when it can't be done now: somebody saves, the disk is full
 */
function packHere(connection: Connection): boolean {
  try {
    connection.execute('VACUUM');
    return true;
  } catch {
    return false;
  }
}

/** The same in a thread: meanwhile all can be read, but a save waits. */
function packInThread(file: DatabaseFile): Promise<boolean> {
  const worker = new Worker(new URL('./pack-pages-worker.ts', import.meta.url), { workerData: file });
  return new Promise((resolve) => {
    worker.once('error', () => resolve(false));
    worker.once('exit', (code) => resolve(code === 0));
  });
}

/** Takes the log into the database and empties it. @returns false when somebody was reading an older state all the time */
async function emptyLog(connection: Connection): Promise<boolean> {
  for (let wait = 5; wait < 1000; wait *= 2) {
    const [answer] = connection.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[];
    if (answer?.busy === 0) return true;
    await sleep(wait);
  }
  return false;
}
