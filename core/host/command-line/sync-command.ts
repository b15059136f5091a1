import type { Command } from '#core/host/command-line/command.ts';
import { CommandError } from '#core/host/command-line/faults.ts';
import { noArgument } from '#core/host/command-line/typed-values.ts';
import { exchangeAll } from '#core/sync/exchange-all.ts';
import { readSyncStatus } from '#core/sync/status.ts';

export const syncCommand: Command = {
  name: 'sync',
  usage: 'sync',
  about: 'commandLine.about.sync',
  options: {},
  permission: 'sync.run',
  read(typed) {
    noArgument(typed);
    return async (context) => {
      const { end, received } = await exchangeAll(context);
      if (end.type === 'alone') throw new CommandError('notJoined');
      const status = readSyncStatus(context);
      const json = { end: end.type, received, status };
      if (end.type === 'unreachable') throw new CommandError('officeUnreachable');
      if (end.type === 'fault') throw new CommandError('refused', { code: end.code, data: '' });
      const isEqual = end.type === 'equal';
      const values = { received, waiting: status.waiting };
      const key = isEqual ? 'commandLine.sync.equal' : 'commandLine.sync.waiting';
      return { json, lines: [{ key, values }], exitCode: isEqual ? 0 : 1 };
    };
  },
};
