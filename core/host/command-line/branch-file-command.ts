import { basename, resolve } from 'node:path';
import { noteExport } from '#core/audit/note-export.ts';
import { readBranches } from '#core/branch/queries.ts';
import type { ReadDb } from '#core/database/connection.ts';
import type { Command, Task } from '#core/host/command-line/command.ts';
import { CommandError, UsageError } from '#core/host/command-line/faults.ts';
import { textFlag, verbAndFile } from '#core/host/command-line/typed-values.ts';
import { OfficeUnreachable } from '#core/sync/ask-office.ts';
import { makeBranchFile, openBranchFile } from '#core/sync/branch-file.ts';
import { officeAddresses } from '#core/sync/hub.ts';
import { noteJoined } from '#core/sync/note-joined.ts';
import { synchronise } from '#core/sync/synchronise.ts';

/** Letters of a passphrase at least: whoever finds the file may guess for years. */
const shortestPassphrase = 8;

export const branchFileCommand: Command = {
  name: 'branch-file',
  usage: 'branch-file make|open FILE.cartera --passphrase P [--branch NAME] [--name COMPUTER]',
  about: 'commandLine.about.branchFile',
  options: { passphrase: { type: 'string' }, branch: { type: 'string' }, name: { type: 'string' } },
  permission: 'sync.manage',
  read(typed) {
    const { verb, file } = verbAndFile(typed, ['make', 'open']);
    const passphrase = textFlag(typed, 'passphrase') ?? '';
    if (passphrase.length < shortestPassphrase)
      throw new UsageError('flagBadValue', { flag: '--passphrase', value: '', expected: `${shortestPassphrase}+` });
    const path = resolve(file);
    if (verb === 'open') return opening(path, passphrase);
    const branch = textFlag(typed, 'branch');
    if (branch === undefined) throw new UsageError('argumentMissing', { argument: '--branch' });
    return making(path, { branch, passphrase, name: textFlag(typed, 'name') ?? branch });
  },
};

interface FileToMake {
  readonly branch: string;
  readonly passphrase: string;
  readonly name: string;
}

function making(path: string, { branch, passphrase, name }: FileToMake): Task {
  return async ({ store, actor }) => {
    const branchId = branchCalled(store.db, branch);
    await synchronise(store);
    try {
      const addresses = officeAddresses(store);
      const made = await makeBranchFile(store, path, { branchId, name, passphrase, addresses });
      if (made === 'notOffice') throw new CommandError('notJoined');
      if (made === 'notFound') throw new CommandError('branchNotFound', { branch });
      await noteExport(store, { actor, of: 'branch', subject: basename(path) });
      return { json: { file: path }, lines: [{ key: 'commandLine.branchFile.made', values: { path } }] };
    } catch (error) {
      throw error instanceof OfficeUnreachable ? new CommandError('officeUnreachable', {}, error) : error;
    }
  };
}

function branchCalled(db: ReadDb, called: string): string {
  const wanted = called.trim().toLowerCase();
  const found = readBranches(db).find(({ id, name }) => id === called || name.toLowerCase() === wanted);
  if (!found) throw new CommandError('branchNotFound', { branch: called });
  return found.id;
}

function opening(path: string, passphrase: string): Task {
  return async (context) => {
    const begun = await openBranchFile(context.store, path, passphrase);
    if (begun.type === 'refused') throw new CommandError('refused', { code: begun.code, data: '' });
    const status = await noteJoined(context, context.actor);
    const { companyName, branchName } = status;
    return {
      json: status,
      lines: [{ key: 'commandLine.join.done', values: { company: companyName, branch: branchName ?? companyName } }],
    };
  };
}
