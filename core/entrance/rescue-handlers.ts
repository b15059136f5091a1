import { implement } from '@orpc/server';
import { BackupError } from '#core/backup/backup-error.ts';
import { listBackups } from '#core/backup/backup-file.ts';
import type { StoredBackup } from '#core/backup/backup-file.ts';
import { backupsIn, findBackup } from '#core/backup/backups-in.ts';
import { bringBack, refuseUnlessDone } from '#core/backup/bring-back.ts';
import { readPlaces } from '#core/backup/places.ts';
import { preview } from '#core/backup/preview.ts';
import type { Entrance } from '#core/entrance/entrance.ts';
import { openAnyway } from '#core/host/guard-folder.ts';
import { systemActor } from '#core/people/allow.ts';
import { repairData, surveyData } from '#core/repair/repair-data.ts';
import { rescueContract } from '#shared/backup/rescue-contract.ts';
import type { Backup, BackupFault } from '#shared/backup/contract.ts';
import type { EntranceState } from '#shared/entrance/contract.ts';

const procedures = implement(rescueContract).$context<{ readonly entrance: Entrance }>();

/** Data that another file in its place would help. */
const restorable: readonly EntranceState['type'][] = ['damaged', 'fromTheFuture', 'notOurs', 'keysDamaged'];
const unsafe: readonly EntranceState['type'][] = ['inCloudFolder', 'onNetwork'];

/** What helps while the data can't be opened, and is refused while it can. */
export const rescueHandlers = procedures.router({
  backups: procedures.backups.handler(async ({ context: { entrance }, errors }) => {
    refuseUnlessNeeded(entrance, errors);
    return (await listBackups(readPlaces(entrance.dataDirectory))).map(toBackup);
  }),
  look: procedures.look.handler(async ({ context: { entrance }, input: { folder }, errors }) => {
    refuseUnlessNeeded(entrance, errors);
    const there = await backupsIn(entrance.dataDirectory, folder);
    if (there.type === 'refused') throw errors.REFUSED({ data: { field: 'folder', code: there.code } });
    return there.backups.map(toBackup);
  }),
  preview: procedures.preview.handler(async ({ context: { entrance }, input: { id, folder = null }, errors }) => {
    refuseUnlessNeeded(entrance, errors);
    const found = await findBackup(entrance.dataDirectory, { id, folder });
    if (!found) throw errors.NOT_FOUND({ data: { id } });
    return preview({ connection: null, key: entrance.key() }, found);
  }),
  restore: procedures.restore.handler(async ({ context: { entrance }, input: { id, folder = null, secret }, errors }) => {
    refuseUnlessNeeded(entrance, errors);
    const { dataDirectory, guesses, whileClosed } = entrance;
    const found = await findBackup(dataDirectory, { id, folder });
    if (!found) throw errors.NOT_FOUND({ data: { id } });
    const here = { dataDirectory, keyHere: entrance.key(), actor: systemActor, at: Date.now() };
    refuseUnlessDone(await bringBack({ ...here, found, secret, guesses, whileClosed }), errors);
    return { at: found.at };
  }),
  survey: procedures.survey.handler(async ({ context: { entrance }, errors }) => {
    const { dataDirectory } = entrance;
    const key = keyOfDamaged(entrance, errors);
    return await failing(errors, () => surveyData({ dataDirectory, key }));
  }),
  repair: procedures.repair.handler(async ({ context: { entrance }, errors }) => {
    const { dataDirectory } = entrance;
    const key = keyOfDamaged(entrance, errors);
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

function refuseUnlessNeeded(entrance: Entrance, errors: { readonly NOT_NEEDED: () => Error }) {
  if (!restorable.includes(entrance.state().type)) throw errors.NOT_NEEDED();
}

function keyOfDamaged(entrance: Entrance, errors: { readonly NOT_NEEDED: () => Error }): string | null {
  const key = entrance.key();
  if (entrance.state().type !== 'damaged' || key === undefined) throw errors.NOT_NEEDED();
  return key;
}

function toBackup({ folder: _folder, name: _name, ...shown }: StoredBackup): Backup {
  return shown;
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
