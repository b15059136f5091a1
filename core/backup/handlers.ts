import { noteAudit } from '#core/audit/note-audit.ts';
import { BackupError } from '#core/backup/backup-error.ts';
import type { StoredBackup } from '#core/backup/backup-file.ts';
import { addPlace, removePlace } from '#core/backup/places.ts';
import { findRefusal, preview } from '#core/backup/preview.ts';
import { restoreBackup } from '#core/backup/restore-backup.ts';
import { procedures } from '#core/procedure.ts';
import type { Backup } from '#shared/backup/contract.ts';

const { backup } = procedures;

export const backupHandlers = {
  state: backup.state.handler(async ({ context: { core } }) => {
    const { last, ...state } = await core.backups.state();
    return { ...state, last: last && toBackup(last as StoredBackup) };
  }),
  list: backup.list.handler(async ({ context: { core } }) => (await core.backups.list()).map(toBackup)),
  run: backup.run.handler(async ({ context: { core, actor } }) => {
    await core.store.keep((tx) => noteAudit(tx, { at: core.store.now(), actor, kind: 'backup', subject: '' }));
    return core.backups.start('manual');
  }),
  addPlace: backup.addPlace.handler(async ({ context: { core, actor }, input, errors }) => {
    const outcome = addPlace(core.dataDirectory, input.path);
    if (outcome.type === 'refused') throw errors.REFUSED({ data: { field: 'path', code: outcome.code } });
    const { path } = outcome.place;
    await core.store.keep((tx) =>
      noteAudit(tx, { at: core.store.now(), actor, kind: 'backup', subject: path, details: { place: 'added' } }),
    );
    void core.backups.catchUp().catch(() => undefined);
    const added = (await core.backups.state()).places.find(({ id }) => id === outcome.place.id);
    if (!added) throw new Error('the place just added is gone');
    return added;
  }),
  removePlace: backup.removePlace.handler(async ({ context: { core, actor }, input: { id }, errors }) => {
    const path = (await core.backups.state()).places.find((place) => place.id === id)?.path ?? '';
    if (!removePlace(core.dataDirectory, id)) throw errors.NOT_FOUND({ data: { id } });
    await core.store.keep((tx) =>
      noteAudit(tx, { at: core.store.now(), actor, kind: 'backup', subject: path, details: { place: 'removed' } }),
    );
    core.store.announce({ recordTypes: ['backup'], ids: null });
    return { id };
  }),
  preview: backup.preview.handler(async ({ context: { core }, input: { id }, errors }) => {
    const found = await core.backups.find(id);
    if (!found) throw errors.NOT_FOUND({ data: { id } });
    return preview(core.store.connection, found, core.store.connection.file.key);
  }),
  restore: backup.restore.handler(async ({ context: { core, actor }, input: { id }, errors }) => {
    const found = await core.backups.find(id);
    if (!found) throw errors.NOT_FOUND({ data: { id } });
    const { key } = core.store.connection.file;
    const refusal = core.whileClosed ? findRefusal(found, key) : 'notHere';
    if (refusal !== null || !core.whileClosed) throw errors.REFUSED({ data: { field: 'id', code: refusal ?? 'notHere' } });
    const { dataDirectory, store } = core;
    const { folder, name, isEncrypted, at } = found;
    const request = { dataDirectory, folder, name, key: isEncrypted ? key : null, keyHere: key, actor, at: store.now() };
    try {
      await core.whileClosed('restoring', (report) => restoreBackup({ ...request, report }));
    } catch (error) {
      if (error instanceof BackupError) throw errors.BACKUP_FAILED({ data: { code: error.code, place: error.detail.place } });
      throw error;
    }
    return { at };
  }),
};

function toBackup({ folder: _folder, name: _name, ...shown }: StoredBackup): Backup {
  return shown;
}
