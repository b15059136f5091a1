import { readBranches } from '#core/branch/queries.ts';
import type { Command } from '#core/host/command-line/command.ts';
import { noArgument } from '#core/host/command-line/typed-values.ts';
import { readSyncState } from '#core/sync/sync-state.ts';

export const branchesCommand: Command = {
  name: 'branches',
  usage: 'branches',
  about: 'commandLine.about.branches',
  options: {},
  permission: 'people.see',
  read(typed) {
    noArgument(typed);
    return ({ store: { db } }) => {
      const contacts = new Map((readSyncState(db, 'branchContacts') ?? []).map((contact) => [contact.branchId, contact]));
      const branches = readBranches(db).map((branch) => {
        const { heardAt = null, waiting = 0 } = contacts.get(branch.id) ?? {};
        return { ...branch, heardAt, waiting };
      });
      const lines = branches.map(({ number, name, heardAt, waiting }) =>
        [number, name, ...(heardAt === null ? [] : [new Date(heardAt).toISOString(), waiting])].join(' · '),
      );
      return { json: { branches }, lines: lines.length === 0 ? [{ key: 'commandLine.branches.none' }] : lines };
    };
  },
};
