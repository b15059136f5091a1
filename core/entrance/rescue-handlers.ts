import { implement } from '@orpc/server';
import { BackupError } from '#core/backup/backup-error.ts';
import { listBackups } from '#core/backup/backup-file.ts';
import type { StoredBackup } from '#core/backup/backup-file.ts';
import { readPlaces } from '#core/backup/places.ts';
import { findRefusal } from '#core/backup/preview.ts';
import { restoreBackup } from '#core/backup/restore-backup.ts';
import type { Entrance } from '#core/entrance/entrance.ts';
import { openAnyway } from '#core/host/guard-folder.ts';
import { systemActor } from '#core/people/allow.ts';
import { repairData } from '#core/repair/repair-data.ts';
import { rescueContract } from '#shared/backup/rescue-contract.ts';
import type { BackupFault } from '#shared/backup/contract.ts';
import type { EntranceState } from '#shared/entrance/contract.ts';

const procedures = implement(rescueContract).$context<{ readonly entrance: Entrance }>();

/** Data that another file in its place would help. */
const restorable: readonly EntranceState['type'][] = ['damaged', 'fromTheFuture', 'notOurs'];
const unsafe: readonly EntranceState['type'][] = ['inCloudFolder', 'onNetwork'];

/** What helps while the data can't be opened, and is refused while it can. */
export const rescueHandlers = procedures.router({
  backups: procedures.backups.handler(async ({ context: { entrance }, errors }) => {
    if (!restorable.includes(entrance.state().type)) throw errors.NOT_NEEDED();
    return (await listBackups(readPlaces(entrance.dataDirectory))).map(({ folder: _folder, name: _name, ...shown }) => shown);
  }),
  restore: procedures.restore.handler(async ({ context: { entrance }, input: { id }, errors }) => {
    const { dataDirectory } = entrance;
    const keyHere = entrance.key();
    if (!restorable.includes(entrance.state().type) || keyHere === undefined) throw errors.NOT_NEEDED();
    const found = (await listBackups(readPlaces(dataDirectory))).find((backup) => backup.id === id);
    if (!found) throw errors.NOT_FOUND();
    const refusal = findRefusal(found, keyHere);
    if (refusal === 'otherKey') throw errors.OTHER_KEY();
    if (refusal !== null) throw errors.BACKUP_FAILED({ data: { code: 'damaged', place: found.path } });
    await failing(errors, () =>
      entrance.whileClosed('restoring', (report) => restoreFound(entrance, { found, keyHere, report })),
    );
    return { at: found.at };
  }),
  repair: procedures.repair.handler(async ({ context: { entrance }, errors }) => {
    const { dataDirectory } = entrance;
    const key = entrance.key();
    if (entrance.state().type !== 'damaged' || key === undefined) throw errors.NOT_NEEDED();
    const at = Date.now();
    return await failing(errors, () =>
      entrance.whileClosed('repairing', (report) => repairData({ dataDirectory, key, at, report })),
    );
  }),
  openAnyway: procedures.openAnyway.handler(async ({ context: { entrance }, errors }) => {
    if (!unsafe.includes(entrance.state().type)) throw errors.NOT_NEEDED();
    openAnyway(entrance.dataDirectory);
    await entrance.retry();
  }),
});

interface Found {
  readonly found: StoredBackup;
  readonly keyHere: string | null;
  readonly report: Parameters<typeof restoreBackup>[0]['report'];
}

function restoreFound({ dataDirectory }: Entrance, { found: { folder, name }, keyHere, report }: Found) {
  return restoreBackup({ dataDirectory, folder, name, key: keyHere, keyHere, actor: systemActor, at: Date.now(), report });
}

interface Errors {
  readonly BACKUP_FAILED: (options: { data: { code: BackupFault; place: string } }) => Error;
}

async function failing<Result>(errors: Errors, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BackupError) throw errors.BACKUP_FAILED({ data: { code: error.code, place: error.detail.place } });
    throw error;
  }
}
