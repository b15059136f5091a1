import { rename, rm } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { noteExport } from '#core/audit/note-export.ts';
import { writeArchive } from '#core/export/write-archive.ts';
import type { Command } from '#core/host/command-line/command.ts';
import { CommandError } from '#core/host/command-line/faults.ts';
import { mustSeeEverything } from '#core/host/command-line/see-everything.ts';
import { onlyArgument } from '#core/host/command-line/typed-values.ts';

export const exportCommand: Command = {
  name: 'export',
  usage: 'export FILE.zip',
  about: 'commandLine.about.export',
  options: {},
  permission: 'party.export',
  read(typed) {
    const path = resolve(onlyArgument(typed, 'FILE.zip'));
    return async ({ store, files, actor }) => {
      mustSeeEverything(actor, 'party.export');
      // Written beside and renamed at the end, so that a full disk leaves the archive made before as it was.
      const unfinished = `${path}.unfinished`;
      await noteExport(store, { actor, of: 'archive', subject: basename(path) });
      try {
        store.connection.execute('BEGIN');
        const records = await writeArchive({ db: store.db, files, path: unfinished });
        await rename(unfinished, path);
        return { json: { file: path, records }, lines: [{ key: 'commandLine.export.done', values: { path } }] };
      } catch (error) {
        await rm(unfinished, { force: true });
        if (isOfFileSystem(error)) throw new CommandError('cannotWrite', { path }, error);
        throw error;
      } finally {
        store.connection.execute('ROLLBACK');
      }
    };
  },
};

function isOfFileSystem(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
