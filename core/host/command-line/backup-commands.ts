import { existsSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { createBackups } from '#core/backup/backups.ts';
import { listBackups } from '#core/backup/backup-file.ts';
import { inspectFile } from '#core/backup/inspect-database.ts';
import { readPlaces } from '#core/backup/places.ts';
import { restoreBackup } from '#core/backup/restore-backup.ts';
import type { Command, FolderContext, Line } from '#core/host/command-line/command.ts';
import { CommandError } from '#core/host/command-line/faults.ts';
import { noArgument, onlyArgument } from '#core/host/command-line/typed-values.ts';
import { createJobs } from '#core/job/jobs.ts';
import { repairData } from '#core/repair/repair-data.ts';
import type { BackupCounts } from '#shared/backup/contract.ts';

export const backupCommand: Command = {
  name: 'backup',
  usage: 'backup',
  about: 'commandLine.about.backup',
  options: {},
  permission: 'backup.run',
  read(typed) {
    noArgument(typed);
    return async ({ store, dataDirectory }) => {
      const backups = createBackups({ store, jobs: createJobs(), dataDirectory });
      await backups.run('manual');
      const newest = (await backups.list()).filter(({ isOwn }) => isOwn);
      const made = newest.filter(({ name }) => name === newest[0]?.name);
      const { places } = await backups.state();
      const left = places.filter(({ isThere, fault }) => !isThere || fault !== null);
      return {
        json: {
          made: made.map(({ path }) => path),
          counts: made[0]?.counts ?? null,
          left: left.map(({ path, fault }) => ({ path, fault })),
        },
        lines: [
          ...made.map(({ path }): Line => ({ key: 'commandLine.backup.made', values: { path } })),
          ...left.map(({ path }): Line => ({ key: 'commandLine.backup.left', values: { path } })),
        ],
      };
    };
  },
};

export const backupsCommand: Command = {
  name: 'backups',
  usage: 'backups',
  about: 'commandLine.about.backups',
  options: {},
  permission: 'backup.run',
  read(typed) {
    noArgument(typed);
    return async ({ dataDirectory }) => {
      const backups = await listBackups(readPlaces(dataDirectory));
      const lines = backups.map(({ path, counts }): Line => ({
        key: 'commandLine.backups.one',
        values: { path, ...numbers(counts) },
      }));
      const json = { backups: backups.map(({ folder: _folder, name: _name, ...shown }) => shown) };
      return { json, lines: lines.length > 0 ? lines : [{ key: 'commandLine.backups.none' }] };
    };
  },
};

export const restoreCommand: Command = {
  name: 'restore',
  usage: 'restore last|FILE.db [--preview]',
  about: 'commandLine.about.restore',
  options: { preview: { type: 'boolean' } },
  permission: 'backup.restore',
  read(typed) {
    const wanted = onlyArgument(typed, 'FILE.db');
    const isPreview = typed.values['preview'] === true;
    return {
      whileClosed: async (context) => {
        const path = await findWanted(context, wanted);
        const counts = inspectWanted(context, path);
        const values = { path, ...numbers(counts) };
        if (isPreview) return { json: { file: path, counts }, lines: [{ key: 'commandLine.restore.preview', values }] };
        const { dataDirectory, key, actor, report } = context;
        const [folder, name] = [dirname(path), basename(path, '.db')];
        const progress = ({ done, total }: { readonly done: number; readonly total: number | null }) =>
          report(`${done} / ${total ?? '?'}`);
        await restoreBackup({ dataDirectory, folder, name, key, keyHere: key, actor, at: Date.now(), report: progress });
        return { json: { restored: path, counts }, lines: [{ key: 'commandLine.restore.done', values }] };
      },
    };
  },
};

async function findWanted({ dataDirectory }: FolderContext, wanted: string): Promise<string> {
  const backups = wanted === 'last' ? await listBackups(readPlaces(dataDirectory)) : [];
  const path = wanted === 'last' ? backups.find(({ isOwn }) => isOwn)?.path : resolve(wanted);
  if (path === undefined || !existsSync(path) || !statSync(path).isFile())
    throw new CommandError('backupNotFound', { path: path ?? wanted });
  return path;
}

function inspectWanted({ key }: FolderContext, path: string): BackupCounts {
  try {
    const inspected = inspectFile({ path, key });
    if (inspected?.isOurs) return inspected.counts;
  } catch (error) {
    throw new CommandError('backupUnreadable', { path }, error);
  }
  throw new CommandError('backupUnreadable', { path });
}

export const repairCommand: Command = {
  name: 'repair',
  usage: 'repair',
  about: 'commandLine.about.repair',
  options: {},
  permission: 'backup.restore',
  read(typed) {
    noArgument(typed);
    return {
      whileClosed: async ({ dataDirectory, key, isDamaged, report }) => {
        if (!isDamaged) return { json: { damaged: false }, lines: [{ key: 'commandLine.repair.notNeeded' }] };
        const done = await repairData({
          dataDirectory,
          key,
          at: Date.now(),
          report: ({ done: tables }) => report(String(tables)),
        });
        const sum = (pick: (table: (typeof done.tables)[number]) => number) =>
          done.tables.reduce((all, table) => all + pick(table), 0);
        const values = {
          saved: sum(({ saved }) => saved),
          lost: sum(({ lost }) => lost ?? 0),
          loose: done.loose,
          folder: done.folder,
        };
        return {
          json: { damaged: true, ...done },
          lines: [{ key: 'commandLine.repair.done', values }],
          exitCode: done.faults === 0 ? 0 : 1,
        };
      },
    };
  },
};

function numbers({ parties, deals, tasks, files }: BackupCounts) {
  return { parties, deals, tasks, files };
}
