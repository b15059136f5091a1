import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from '#core/host/command-line/command.ts';
import { CommandError, UsageError } from '#core/host/command-line/faults.ts';
import { exportPerson } from '#core/privacy/export-person.ts';

export const personDataCommand: Command = {
  name: 'person-data',
  usage: 'person-data CLIENT_ID FILE.zip',
  about: 'commandLine.about.personData',
  options: {},
  permission: 'privacy.manage',
  read({ positionals: [id, file, tooMany] }) {
    if (!id) throw new UsageError('argumentMissing', { argument: 'CLIENT_ID' });
    if (!file) throw new UsageError('argumentMissing', { argument: 'FILE.zip' });
    if (tooMany !== undefined) throw new UsageError('argumentTooMany', { argument: tooMany });
    const path = resolve(file);
    return async ({ store, files, actor }) => {
      const data = await exportPerson({ store, files }, actor, id);
      if (!data) throw new CommandError('refused', { field: 'CLIENT_ID', code: 'notFound' });
      try {
        await writeFile(path, data.stream());
      } catch (error) {
        throw new CommandError('cannotWrite', { path }, error);
      }
      return { json: { file: path }, lines: [{ key: 'commandLine.export.done', values: { path } }] };
    };
  },
};
