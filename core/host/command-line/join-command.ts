import { hostname } from 'node:os';
import type { Command } from '#core/host/command-line/command.ts';
import { CommandError } from '#core/host/command-line/faults.ts';
import { onlyArgument, textFlag } from '#core/host/command-line/typed-values.ts';
import { createHttpCarrier } from '#core/sync/carrier.ts';
import { exchangeAll } from '#core/sync/exchange-all.ts';
import { joinCompany } from '#core/sync/join.ts';
import { noteJoined } from '#core/sync/note-joined.ts';

export const joinCommand: Command = {
  name: 'join',
  usage: 'join CODE [--address A] [--name N]',
  about: 'commandLine.about.join',
  options: { address: { type: 'string' }, name: { type: 'string' } },
  permission: 'sync.manage',
  read(typed) {
    const code = onlyArgument(typed, 'CODE');
    const address = textFlag(typed, 'address');
    const computerName = textFlag(typed, 'name') ?? (hostname() || 'PC');
    return async (context) => {
      const carrierTo = (addresses: readonly string[]) => createHttpCarrier({ addresses });
      const joined = await joinCompany({ store: context.store, carrierTo }, { code, address, computerName });
      if (joined.type === 'refused') throw new CommandError('refused', { code: joined.code, data: '' });
      await exchangeAll(context);
      const status = await noteJoined(context, context.actor);
      const { companyName, branchName } = status;
      return {
        json: status,
        lines: [{ key: 'commandLine.join.done', values: { company: companyName, branch: branchName ?? companyName } }],
      };
    };
  },
};
