import type { Command } from '#core/host/command-line/command.ts';
import { CommandError } from '#core/host/command-line/faults.ts';
import { choiceFlag, onlyArgument, textFlag } from '#core/host/command-line/typed-values.ts';
import { erasePerson } from '#core/privacy/erase-person.ts';
import { isCalled } from '#core/party/party-title.ts';

export const eraseCommand: Command = {
  name: 'erase',
  usage: 'erase CLIENT_ID --name NAME [--books keep|erase] [--named-by WORDS]',
  about: 'commandLine.about.erase',
  options: { name: { type: 'string' }, books: { type: 'string' }, 'named-by': { type: 'string' } },
  permission: 'privacy.manage',
  read(typed) {
    const partyId = onlyArgument(typed, 'CLIENT_ID');
    const name = textFlag(typed, 'name') ?? '';
    const books = choiceFlag(typed, 'books', ['keep', 'erase']) ?? 'keep';
    const namedBy = textFlag(typed, 'named-by');
    return async ({ store, dataDirectory, actor }) => {
      if (!isCalled(store.db, partyId, name)) throw new CommandError('refused', { field: '--name', code: 'differs' });
      const certificate = await erasePerson({ store, dataDirectory }, actor, { partyId, books, namedBy });
      if (!certificate) throw new CommandError('refused', { field: 'CLIENT_ID', code: 'notFound' });
      const records = Object.values(certificate.counts).reduce((sum, count) => sum + count, 0);
      return {
        json: { certificate },
        lines: [{ key: 'commandLine.erase.done', values: { name: certificate.namedBy, count: records, number: certificate.id } }],
      };
    };
  },
};
