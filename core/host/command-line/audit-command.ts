import { auditKinds } from '#shared/audit/kinds.ts';
import { entryWords } from '#shared/audit/entry-words.ts';
import { tellIn } from '#core/audit/audit-csv.ts';
import { listAudit } from '#core/audit/queries.ts';
import type { Command } from '#core/host/command-line/command.ts';
import { choiceFlag, countFlag, noArgument, textFlag } from '#core/host/command-line/typed-values.ts';
import type { AuditEntry } from '#shared/audit/contract.ts';
import type { Language } from '#shared/settings/contract.ts';

export const auditCommand: Command = {
  name: 'audit',
  usage: 'audit [--kind KIND] [--text TEXT] [--limit N]',
  about: 'commandLine.about.audit',
  options: { kind: { type: 'string' }, text: { type: 'string' }, limit: { type: 'string' } },
  permission: 'audit.see',
  read(typed) {
    noArgument(typed);
    const limit = countFlag(typed, 'limit', { from: 1, to: 100_000 }) ?? 50;
    const kind = choiceFlag(typed, 'kind', auditKinds);
    const text = textFlag(typed, 'text') ?? '';
    return ({ store, language }) => {
      const { rows, total } = listAudit(store.db, { offset: 0, limit, kinds: kind ? [kind] : [], text });
      return { json: { entries: rows, total }, lines: rows.map((entry) => toLine(entry, language)) };
    };
  },
};

function toLine(entry: AuditEntry, language: Language): string {
  const time = new Date(entry.at).toLocaleString(language, { dateStyle: 'short', timeStyle: 'medium' });
  const { who, kind, about, details } = entryWords(entry, tellIn(language));
  return [time, who, kind, about, details].filter((word) => word !== '').join(' · ');
}
