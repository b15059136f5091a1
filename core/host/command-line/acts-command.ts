import { lastActs } from '#core/history/queries.ts';
import type { Command } from '#core/host/command-line/command.ts';
import { countFlag, noArgument } from '#core/host/command-line/typed-values.ts';
import type { Act } from '#shared/history/contract.ts';
import { messageText } from '#shared/messages/message-text.ts';
import type { Language } from '#shared/settings/contract.ts';

export const actsCommand: Command = {
  name: 'acts',
  usage: 'acts [--limit N]',
  about: 'commandLine.about.acts',
  options: { limit: { type: 'string' } },
  permission: 'history.see',
  read(typed) {
    noArgument(typed);
    const limit = countFlag(typed, 'limit', { from: 1, to: 10_000 }) ?? 20;
    return ({ store, language }) => {
      const { rows, total } = lastActs(store.db, { offset: 0, limit });
      return { json: { acts: rows, total }, lines: rows.map((act) => toLine(act, language)) };
    };
  },
};

function toLine({ id, at, kind, subject, records, undoneBy }: Act, language: Language): string {
  const time = new Date(at).toLocaleString(language, { dateStyle: 'short', timeStyle: 'short' });
  const words = [time, messageText(`history.kind.${kind}`, language), subject, String(records), id];
  if (undoneBy !== null) words.push(messageText('history.wasUndone', language));
  return words.filter((word) => word !== '').join(' · ');
}
