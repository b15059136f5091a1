import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { asBackupError } from '#core/backup/backup-error.ts';
import { listPlace } from '#core/backup/backup-file.ts';
import type { StoredBackup } from '#core/backup/backup-file.ts';
import { encryptBackups } from '#core/backup/encrypt-backups.ts';
import { copyBackup, prune, pruneContents } from '#core/backup/catch-up.ts';
import { placesThere } from '#core/backup/places.ts';
import type { Place, Places } from '#core/backup/places.ts';
import { pruneSetAside } from '#core/backup/set-aside.ts';
import { endingOf, writeBackup } from '#core/backup/write-backup.ts';
import type { Opened } from '#core/backup/write-backup.ts';
import type { DatabaseFile } from '#core/database/connection.ts';
import type { BackupFault, BackupReason } from '#shared/backup/contract.ts';

export interface BackupWork {
  readonly database: DatabaseFile;
  readonly dataDirectory: string;
  readonly opened: Opened;
  readonly places: Places;
  /** Null to bring places up to date only that were away. */
  readonly reason: BackupReason | null;
  readonly at: number;
}

export interface BackupDone {
  readonly type: 'done';
  /** Whether there is a new one, in one place at least. */
  readonly isMade: boolean;
  /** Places, by id, where it couldn't be written, and why. */
  readonly faults: Readonly<Record<string, { readonly code: BackupFault; readonly place: string }>>;
}
export type BackupMessage = BackupDone | { readonly type: 'progress'; readonly done: number; readonly total: number };

const { database, dataDirectory, opened, places, reason, at } = workerData as BackupWork;
const faults: Record<string, { code: BackupFault; place: string }> = {};
const there = await placesThere(places);
const folderOf = ({ path }: Place) => join(path, places.shop);

async function attempt(place: Place, work: () => void | Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    const { code, detail } = asBackupError(error, place.path);
    faults[place.id] = { code, place: detail.place };
    return false;
  }
}

async function ownIn(place: Place): Promise<readonly StoredBackup[]> {
  return (await listPlace(place, places.shop)).filter(({ isOwn }) => isOwn);
}

/** Makes one in the first place that takes it. */
async function make(because: BackupReason): Promise<boolean> {
  const report = (done: number, total: number) =>
    parentPort?.postMessage({ type: 'progress', done, total } satisfies BackupMessage);
  const order = { database, dataDirectory, opened, reason: because, at, report };
  for (const place of there) if (await attempt(place, () => void writeBackup({ ...order, folder: folderOf(place) }))) return true;
  return false;
}

const isMade = reason === null ? false : await make(reason);
const all = await Promise.all(there.map(ownIn));
const newest = all.flatMap(([first]) => first ?? []).toSorted((one, other) => other.at - one.at)[0];
for (const place of there) {
  if (faults[place.id] || !existsSync(place.path)) continue;
  await attempt(place, async () => {
    if (database.key !== null) await encryptBackups({ folder: folderOf(place), dataDirectory, key: database.key });
    const [own] = await ownIn(place);
    if (newest && (!own || own.at < newest.at)) copyBackup(newest, folderOf(place));
    prune(await ownIn(place), at);
    if (existsSync(folderOf(place)))
      pruneContents({ dataDirectory, ending: endingOf(database.key), folder: folderOf(place), now: at });
  });
}
if (isMade) pruneSetAside(dataDirectory, at);
parentPort?.postMessage({ type: 'done', isMade, faults } satisfies BackupMessage);
