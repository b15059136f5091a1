import { join } from 'node:path';
import { createBackground } from '#core/background/background.ts';
import type { Background } from '#core/background/background.ts';
import { createBackups } from '#core/backup/backups.ts';
import { holdFiles } from '#core/backup/hold-files.ts';
import type { Backups } from '#core/backup/backups.ts';
import { systemClock } from '#core/clock/clock.ts';
import type { Clock } from '#core/clock/clock.ts';
import { connect } from '#core/database/connection.ts';
import { openDatabase } from '#core/database/open-database.ts';
import type { Encryption } from '#core/encryption/encryption.ts';
import { createFileStore } from '#core/file/file-store.ts';
import type { FileStore } from '#core/file/file-store.ts';
import { forgetTemporaryFolders } from '#core/file/temporary-folder.ts';
import { createImports } from '#core/import/imports.ts';
import type { Imports } from '#core/import/imports.ts';
import { createJobs } from '#core/job/jobs.ts';
import type { Jobs } from '#core/job/jobs.ts';
import { createPartyLists } from '#core/party/party-lists.ts';
import type { PartyLists } from '#core/party/party-lists.ts';
import { ensureOwner, findActor, readOwner } from '#core/people/users.ts';
import { createViewers } from '#core/people/viewer/viewers.ts';
import type { Viewers } from '#core/people/viewer/viewers.ts';
import type { ActorFound } from '#core/people/users.ts';
import { recordTypeNames } from '#core/records/record-type.ts';
import { createStore } from '#core/records/store.ts';
import type { Store } from '#core/records/store.ts';
import { createHub } from '#core/sync/hub.ts';
import type { Hub, StartOffice } from '#core/sync/hub.ts';
import { showWhatWaited } from '#core/sync/show-what-waited.ts';
import { stopSynchronising } from '#core/sync/synchronise.ts';
import type { Actor } from '#shared/people/permission.ts';

/** One shop's data, open and ready for every way in. */
export interface Core {
  readonly dataDirectory: string;
  readonly clock: Clock;
  readonly store: Store;
  readonly lists: PartyLists;
  readonly files: FileStore;
  readonly jobs: Jobs;
  readonly imports: Imports;
  readonly background: Background;
  readonly hub: Hub;
  readonly backups: Backups;
  /** Has work done on the folder while the data is closed; null in a program that can't open it again. */
  readonly whileClosed: WhileClosed | null;
  /** How the data lies on the disk; null in a program that has it open only for a moment. */
  readonly encryption: Encryption | null;
  /** The data as those see it who don't see everything. */
  readonly viewers: Viewers;
  /** Aborted when it begins to close: what follows it without end ends then. */
  readonly closing: AbortSignal;
  /** Who acts when nobody else is named. */
  owner(): Actor;
  /** Who acts when this user is named. */
  actorOf(userId: string): ActorFound;
  close(): Promise<void>;
}

export interface CoreOptions {
  /** What the data is encrypted with: 64 hexadecimal digits; null where it isn't. */
  readonly key?: string | null;
  readonly clock?: Clock;
  /** Lets this computer be head office; left out by programs that can't. */
  readonly startOffice?: StartOffice;
  readonly whileClosed?: WhileClosed | null;
  readonly encryption?: Encryption | null;
}

/**
 * Closes the data, has `perform` done on its folder while nobody else touches it, and opens it again whatever came of it: with the key that
 * `hold` was told, where that is the one of what lies there then.
 */
export type WhileClosed = <Result>(
  work: 'encrypting' | 'changingKey' | 'decrypting' | 'repairing' | 'restoring',
  perform: (
    report: (progress: { readonly done: number; readonly total: number | null }) => void,
    hold: (key: string | null) => void,
  ) => Promise<Result>,
) => Promise<Result>;

/** How often (ms) it is looked whether another program saved something. */
const lookInterval = 1000;

/**
 * Opens the data folder, making it when it isn't there. What is due by the clock is done by hosts only, see `startDuties`.
 * @throws {DatabaseError} when its database can't be used
 */
export function openCore(
  dataDirectory: string,
  { clock = systemClock, startOffice, key = null, whileClosed = null, encryption = null }: CoreOptions = {},
): Core {
  const connection = openDatabase(dataDirectory, { key });
  const store = createStore(connection, clock.now);
  ensureOwner(store);
  showWhatWaited(store);
  const lists = createPartyLists(store);
  const jobs = createJobs();
  const stopWatching = watchOthers(store);
  const heldFiles = holdFiles();
  const backups = createBackups({ store, jobs, dataDirectory, files: heldFiles });
  const imports = createImports({ store, jobs, dataDirectory, backUp: () => backups.runIfChanged('beforeImport') });
  const background = createBackground(store);
  const hub = createHub({ store, dataDirectory, startOffice });
  const closing = new AbortController();
  void forgetTemporaryFolders(dataDirectory);
  const viewers = createViewers(store);
  return {
    dataDirectory,
    closing: closing.signal,
    clock,
    store,
    lists,
    files: createFileStore(join(dataDirectory, 'files'), key),
    jobs,
    imports,
    background,
    hub,
    backups,
    whileClosed,
    encryption,
    viewers,
    owner: () => readOwner(store.db),
    actorOf: (userId) => findActor(store.db, userId),
    async close() {
      closing.abort();
      stopWatching();
      await stopSynchronising(store);
      await hub.close();
      await imports.close();
      await background.close();
      await backups.close();
      await lists.close();
      await viewers.close();
      connection.close();
      heldFiles.close();
    },
  };
}

/** Announces what other programs save in the same file, which only SQLite's data_version tells. */
function watchOthers(store: Store): () => void {
  // A connection of its own sees the saves of this program too, so those are subtracted by looking after each.
  const observer = connect(store.connection.file, { readonly: true, cacheSize: 1 });
  const version = () => JSON.stringify(observer.pragma('data_version'));
  let seen = version();
  const stop = store.onSaved(() => (seen = version()));
  const timer = setInterval(() => {
    const now = version();
    if (now === seen) return;
    store.announce({ recordTypes: [...recordTypeNames()], ids: null });
    seen = now;
  }, lookInterval);
  timer.unref();
  return () => {
    stop();
    clearInterval(timer);
    observer.close();
  };
}
