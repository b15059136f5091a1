import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ORPCError } from '@orpc/server';
import { noteExport } from '#core/audit/note-export.ts';
import type { Core } from '#core/core.ts';
import type { ArchiveAnswer, ArchiveWork } from '#core/export/archive-worker.ts';
import { withTemporaryFolder } from '#core/file/temporary-folder.ts';
import { procedures } from '#core/procedure.ts';
import type { Actor } from '#shared/people/permission.ts';
import { createDiskFiles } from '#wire/disk-files.ts';

export const exportHandlers = {
  archive: procedures.export.archive.handler(async ({ context }) => {
    const { core } = context;
    mustSeeEverything(context.actor);
    return withTemporaryFolder(core.dataDirectory, async (folder) => {
      const path = join(folder, 'cartera.zip');
      await inWorker(core, { path, restore: null });
      const name = `cartera-${new Date(core.store.now()).toISOString().slice(0, 10)}.zip`;
      const pieces: Uint8Array<ArrayBuffer>[] = [];
      for await (const piece of createDiskFiles(core.store.connection.file.key).readAll(path)) pieces.push(new Uint8Array(piece));
      await noteExport(core.store, { actor: context.actor, of: 'archive', subject: name });
      return new File(pieces, name, { type: 'application/zip' });
    });
  }),
  restore: procedures.export.restore.handler(async ({ context, input, errors }) => {
    const { core, actor } = context;
    mustSeeEverything(actor);
    const file = await core.imports.findFile(input.fileId);
    if (!file) throw errors.NOT_FOUND({ data: { id: input.fileId } });
    const { userId: id, name } = actor;
    await core.backups.runIfChanged('beforeImport').catch(() => undefined);
    const restore = { actor: { id, name }, name: file.name };
    const answer = await core.imports.reading(file.path, (path) => inWorker(core, { path, restore }));
    if (answer.type === 'refused') throw errors.ARCHIVE_UNREADABLE({ data: { code: answer.code, ...answer.place } });
    if (answer.type !== 'restored') throw new Error(`unexpected ${answer.type}`);
    core.store.announce({ recordTypes: restoredTypes, ids: null });
    return answer.summary;
  }),
};

/** Everything is taken out, or written over, only by who sees everything. */
function mustSeeEverything({ limits }: Actor) {
  if (limits !== null) throw new ORPCError('FORBIDDEN', { defined: true, status: 403, data: { permission: 'party.export' } });
}

const restoredTypes = ['party', 'link', 'activity', 'file', 'custom_field', 'setting'];

/** Reading or writing everything takes as long as there is much of it, and nobody else should wait meanwhile. */
function inWorker({ dataDirectory, store }: Core, work: Pick<ArchiveWork, 'path' | 'restore'>): Promise<ArchiveAnswer> {
  const data: ArchiveWork = { database: store.connection.file, filesDirectory: join(dataDirectory, 'files'), ...work };
  const worker = new Worker(new URL('./archive-worker.ts', import.meta.url), { workerData: data });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve).once('error', reject);
    worker.once('exit', () => reject(new Error('the archive worker ended without an answer')));
  });
}
