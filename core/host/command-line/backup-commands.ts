import { noteAudit } from '#core/audit/note-audit.ts';
import { createBackups } from '#core/backup/backups.ts';
import { holdFiles } from '#core/backup/hold-files.ts';
import { listBackups } from '#core/backup/backup-file.ts';
import { readPlaces } from '#core/backup/places.ts';
import type { Answer, Command, Line } from '#core/host/command-line/command.ts';
import { noArgument } from '#core/host/command-line/typed-values.ts';
import { createJobs } from '#core/job/jobs.ts';
import type { ReportWork } from '#core/backup/work-in-thread.ts';
import { repairData, surveyData } from '#core/repair/repair-data.ts';
import type { BackupCounts } from '#shared/backup/contract.ts';
import type { RepairedTable } from '#shared/backup/rescue-contract.ts';

export const backupCommand: Command = {
  name: 'backup',
  usage: 'backup',
  about: 'commandLine.about.backup',
  options: {},
  permission: 'backup.run',
  read(typed) {
    noArgument(typed);
    return async ({ store, dataDirectory, actor }) => {
      const backups = createBackups({ store, jobs: createJobs(), dataDirectory, files: holdFiles() });
      await store.keep((tx) => noteAudit(tx, { at: store.now(), actor, kind: 'backup', subject: '' }));
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

export const repairCommand: Command = {
  name: 'repair',
  usage: 'repair [--preview] [--passphrase-file FILE | --recovery-code CODE]',
  about: 'commandLine.about.repair',
  options: { preview: { type: 'boolean' } },
  permission: 'backup.restore',
  read(typed) {
    noArgument(typed);
    const isPreview = typed.values['preview'] === true;
    return {
      whileClosed: async ({ dataDirectory, key, isDamaged, report }) => {
        if (!isDamaged) return { json: { damaged: false }, lines: [{ key: 'commandLine.repair.notNeeded' }] };
        const tell: ReportWork = ({ done: tables }) => report(String(tables));
        if (isPreview) return previewOf(await surveyData({ dataDirectory, key }, tell));
        const done = await repairData({ dataDirectory, key, at: Date.now(), report: tell });
        const values = { ...sumOf(done.tables), loose: done.loose, folder: done.folder };
        return {
          json: { damaged: true, ...done },
          lines: [{ key: 'commandLine.repair.done', values }],
          exitCode: done.faults === 0 ? 0 : 1,
        };
      },
    };
  },
};

function previewOf(tables: readonly RepairedTable[]): Answer {
  const incomplete = tables.filter(({ lost }) => lost !== 0);
  return {
    json: { damaged: true, tables },
    lines: [
      ...incomplete.map(({ table, saved, lost }) => `${table}: ${saved} / ${lost === null ? '?' : saved + lost}`),
      { key: 'commandLine.repair.preview', values: sumOf(tables) },
    ],
  };
}

function sumOf(tables: readonly RepairedTable[]): { readonly saved: number; readonly lost: number } {
  return {
    saved: tables.reduce((sum, { saved }) => sum + saved, 0),
    lost: tables.reduce((sum, { lost }) => sum + (lost ?? 0), 0),
  };
}

function numbers({ parties, deals, tasks, files }: BackupCounts) {
  return { parties, deals, tasks, files };
}
