import { noteAudit } from '#core/audit/note-audit.ts';
import type { StoredBackup } from '#core/backup/backup-file.ts';
import { backupsIn } from '#core/backup/backups-in.ts';
import { bringBack, refuseUnlessDone } from '#core/backup/bring-back.ts';
import { addPlace, removePlace } from '#core/backup/places.ts';
import { preview } from '#core/backup/preview.ts';
import { removePlainSetAside } from '#core/backup/set-aside.ts';
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
  removeSetAside: backup.removeSetAside.handler(async ({ context: { core, actor } }) => {
    const removed = removePlainSetAside(core.dataDirectory);
    const details = { setAside: 'removed', count: removed };
    await core.store.keep((tx) => noteAudit(tx, { at: core.store.now(), actor, kind: 'backup', subject: '', details }));
    core.store.announce({ recordTypes: ['backup'], ids: null });
    return { removed };
  }),
  look: backup.look.handler(async ({ context: { core }, input: { folder }, errors }) => {
    const there = await backupsIn(core.dataDirectory, folder);
    if (there.type === 'refused') throw errors.REFUSED({ data: { field: 'folder', code: there.code } });
    return there.backups.map(toBackup);
  }),
  preview: backup.preview.handler(async ({ context: { core }, input: { id, folder }, errors }) => {
    const found = await core.backups.find(id, folder ?? null);
    if (!found) throw errors.NOT_FOUND({ data: { id } });
    const { connection } = core.store;
    return preview({ connection, key: connection.file.key }, found);
  }),
  restore: backup.restore.handler(async ({ context: { core, actor }, input: { id, folder, secret }, errors }) => {
    const found = await core.backups.find(id, folder ?? null);
    if (!found) throw errors.NOT_FOUND({ data: { id } });
    const { whileClosed, dataDirectory, store } = core;
    if (!whileClosed) throw errors.REFUSED({ data: { field: 'id', code: 'notHere' } });
    const { guesses } = core.backups;
    const here = { dataDirectory, keyHere: store.connection.file.key, actor, at: store.now() };
    refuseUnlessDone(await bringBack({ ...here, found, secret, guesses, whileClosed }), errors);
    return { at: found.at };
  }),
};

function toBackup({ folder: _folder, name: _name, ...shown }: StoredBackup): Backup {
  return shown;
}
