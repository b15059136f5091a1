import type { Command } from '#core/host/command-line/command.ts';
import { UsageError } from '#core/host/command-line/faults.ts';
import { choiceFlag, countFlag } from '#core/host/command-line/typed-values.ts';
import { search } from '#core/search/search.ts';
import { partyTypes } from '#shared/party/fields.ts';
import type { SearchResult } from '#shared/search/contract.ts';

export const searchCommand: Command = {
  name: 'search',
  usage: 'search TEXT [--type contact|company] [--limit N]',
  about: 'commandLine.about.search',
  options: { limit: { type: 'string' }, type: { type: 'string' } },
  permission: 'party.see',
  read(typed) {
    const text = typed.positionals.join(' ').trim();
    if (text === '') throw new UsageError('argumentMissing', { argument: 'TEXT' });
    const limit = countFlag(typed, 'limit', { from: 1, to: 1000 }) ?? 20;
    const type = choiceFlag(typed, 'type', partyTypes);
    return ({ store }) => {
      const results = search(store.db, { text, limit, ...(type && { type }) });
      return {
        json: { results: results.map(({ type: kind, kind: relation, ...result }) => ({ kind, relation, ...result })) },
        lines: results.length === 0 ? [{ key: 'commandLine.found.nobody', values: { text } }] : results.map(toLine),
      };
    };
  },
};

function toLine({ title, subtitle, phones, emails }: SearchResult): string {
  return [title, subtitle, ...phones, ...emails].filter((part) => part !== '').join(' · ');
}
