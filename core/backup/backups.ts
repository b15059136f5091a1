import { stat, statfs } from 'node:fs/promises';
import type { Worker } from 'node:worker_threads';
import { endWorker } from '#core/background/end-worker.ts';
import { BackupError } from '#core/backup/backup-error.ts';
import { listBackups } from '#core/backup/backup-file.ts';
import { findBackup } from '#core/backup/backups-in.ts';
import type { StoredBackup } from '#core/backup/backup-file.ts';
import { startBackup } from '#core/backup/backup-thread.ts';
import type { BackupDone } from '#core/backup/backup-worker.ts';
import type { HeldFiles } from '#core/backup/hold-files.ts';
import { defaultPlaceId, isThere, notePlainPlaces, readPlaces } from '#core/backup/places.ts';
import { findPlainPlaces } from '#core/backup/plain-places.ts';
import { listSetAside } from '#core/backup/set-aside.ts';
import { warn } from '#core/backup/warn.ts';
import { createGuesses } from '#core/encryption/guesses.ts';
import type { Guesses } from '#core/encryption/guesses.ts';
import type { ReadDb } from '#core/database/connection.ts';
import { JobError } from '#core/job/jobs.ts';
import type { JobControl, Jobs } from '#core/job/jobs.ts';
import type { Store } from '#core/records/store.ts';
import type { BackupPlace, BackupReason, BackupState } from '#shared/backup/contract.ts';
import type { Job } from '#shared/job/contract.ts';

/** Copies of the data, in places that the owner named. */
export interface Backups {
  /** Makes one, after the one that is being made. @throws {BackupError} when no place takes it */
  run(reason: BackupReason, control?: Pick<JobControl, 'report'>): Promise<void>;
  /** The same, to be followed. */
  start(reason: BackupReason): Job;
  /** Makes one unless nothing was done since the last one, or there are no clients yet. */
  runIfChanged(reason: BackupReason): Promise<void>;
  /** Copies the newest to places that were away and are there again. */
  catchUp(): Promise<void>;
  list(): Promise<readonly StoredBackup[]>;
  /** @param folder where it lies; null for one of the places */
  find(id: string, folder: string | null): Promise<StoredBackup | undefined>;
  /** The newest of this data; read anew only after it may have changed, as it is asked for often. */
  last(): Promise<StoredBackup | null>;
  /** How much was done that is in no backup. */
  actsSince(last: StoredBackup | null): number;
  state(): Promise<BackupState>;
  /** For keys that came with backups. */
  readonly guesses: Guesses;
  close(): Promise<void>;
}

export interface BackupsOptions {
  readonly store: Store;
  readonly jobs: Jobs;
  readonly dataDirectory: string;
  /** Stays open until the data is closed, and is closed by whoever closes that. */
  readonly files: HeldFiles;
}

export function createBackups({ store, jobs, dataDirectory, files }: BackupsOptions): Backups {
  let queue: Promise<unknown> = Promise.resolve();
  let running: string | null = null;
  let faults: BackupDone['faults'] = {};
  let worker: Worker | null = null;
  let isClosed = false;

  async function work(reason: BackupReason | null, control?: Pick<JobControl, 'report'>) {
    if (isClosed) return;
    const data = {
      database: store.connection.file,
      dataDirectory,
      places: readPlaces(dataDirectory),
      reason,
      at: store.now(),
    };
    const thread = startBackup(data, { files, control });
    worker = thread.worker;
    try {
      const done = await thread.done;
      faults = done.faults;
      notePlainPlaces(dataDirectory, await findPlainPlaces(readPlaces(dataDirectory)));
      const fault = Object.values(faults)[0];
      if (reason !== null && !done.isMade) throw new BackupError(fault?.code ?? 'unexpected', fault?.place ?? dataDirectory);
    } finally {
      worker = null;
      newest = null;
      store.announce({ recordTypes: ['backup'], ids: null });
    }
  }
  function inTurn(reason: BackupReason | null, control?: Pick<JobControl, 'report'>): Promise<void> {
    const turn = queue.catch(() => undefined).then(() => work(reason, control));
    queue = turn;
    return turn;
  }
  const list = () => listBackups(readPlaces(dataDirectory));
  const own = async () => (await list()).filter(({ isOwn }) => isOwn);
  let newest: Promise<StoredBackup | null> | null = null;
  const last = () => (newest ??= own().then(([first]) => first ?? null));
  return {
    run: inTurn,
    start(reason) {
      const job = jobs.start(async (control) => {
        running = control.id;
        try {
          await inTurn(reason, control);
        } catch (error) {
          if (error instanceof BackupError) throw new JobError(error.code, { ...error.detail }, error);
          throw error;
        } finally {
          running = null;
          store.announce({ recordTypes: ['backup'], ids: null });
        }
      });
      return job;
    },
    async runIfChanged(reason) {
      if (store.db.readColumn<[], number>('SELECT 1 FROM party LIMIT 1').get() === undefined) return;
      if (actsSince(store.db, (await own())[0]) > 0) await inTurn(reason);
    },
    catchUp: () => inTurn(null),
    list,
    find: (id, folder) => findBackup(dataDirectory, { id, folder }),
    guesses: createGuesses(store.now),
    last,
    actsSince: (since) => actsSince(store.db, since ?? undefined),
    async state() {
      const backups = await own();
      const latest = backups[0] ?? null;
      const isEncrypted = store.connection.file.key !== null;
      const places = await describePlaces({ dataDirectory, backups, faults, isEncrypted });
      const plainSetAside = listSetAside(dataDirectory).filter(({ isPlain }) => isPlain).length;
      const changedAt = firstChangeAfter(store.db, latest ?? undefined);
      const warning = warn({
        places,
        last: latest,
        changedAt,
        beganAt: firstChangeAfter(store.db, undefined) ?? store.now(),
        now: store.now(),
      });
      const since = actsSince(store.db, latest ?? undefined);
      return { places, last: latest, warning, actsSince: since, plainSetAside, isEncrypted, jobId: running };
    },
    async close() {
      isClosed = true;
      if (worker) await endWorker(worker);
      await queue.catch(() => undefined);
    },
  };
}

/** How much was done since a backup; all there is where there is none, or it is of another past. */
function actsSince(db: ReadDb, last: StoredBackup | undefined): number {
  return db.readColumn<[number], number>('SELECT count(*) FROM act WHERE seq > ?').get(seqOf(db, last)) ?? 0;
}

function firstChangeAfter(db: ReadDb, last: StoredBackup | undefined): number | null {
  return db.readColumn<[number], number>('SELECT at FROM act WHERE seq > ? ORDER BY seq LIMIT 1').get(seqOf(db, last)) ?? null;
}

function seqOf(db: ReadDb, last: StoredBackup | undefined): number {
  const { seq, id } = last?.lastAct ?? { seq: 0, id: '' };
  const here = db.readColumn<[number], string>('SELECT id FROM act WHERE seq = ?').get(seq);
  return here === id ? seq : 0;
}

interface Described {
  readonly dataDirectory: string;
  readonly backups: readonly StoredBackup[];
  readonly faults: BackupDone['faults'];
  readonly isEncrypted: boolean;
}

async function describePlaces({ dataDirectory, backups, faults, isEncrypted }: Described): Promise<BackupPlace[]> {
  const places = readPlaces(dataDirectory);
  const { all, shop } = places;
  const plain = isEncrypted ? await findPlainPlaces(places) : [];
  const disk = (await stat(dataDirectory)).dev;
  return await Promise.all(
    all.map(async (place) => {
      const isDefault = place.id === defaultPlaceId;
      const isHere = await isThere(place, shop);
      const folder = isDefault ? dataDirectory : place.path;
      const info = isHere ? await stat(folder).catch(() => null) : null;
      const room = info && (await statfs(folder).catch(() => null));
      return {
        ...place,
        isDefault,
        isThere: isHere,
        isSameDisk: isDefault || info?.dev === disk,
        free: room ? room.bavail * room.bsize : null,
        lastAt: backups.find(({ placeId }) => placeId === place.id)?.at ?? null,
        fault: faults[place.id]?.code ?? null,
        isReadable: plain.includes(place.id),
      };
    }),
  );
}
