import Papa from 'papaparse';
import { formulaStart } from '#core/export/formula.ts';
import type { AuditEntry } from '#shared/audit/contract.ts';
import type { Told } from '#shared/audit/entry-notes.ts';
import { entryWords } from '#shared/audit/entry-words.ts';
import { messageText } from '#shared/messages/message-text.ts';
import type { Language } from '#shared/settings/contract.ts';

/** The audit as lines of CSV that Excel opens, in the user's language; times are UTC. */
export function* auditCsv(entries: Iterable<AuditEntry>, language: Language): Generator<string> {
  const header = (['at', 'who', 'kind', 'subject', 'details'] as const).map((name) =>
    messageText(`audit.column.${name}`, language),
  );
  yield `\uFEFF${toLine(header)}\r\n`;
  for (const entry of entries) {
    const { who, kind, about, details } = entryWords(entry, tellIn(language));
    yield `${toLine([new Date(entry.at).toISOString(), who, kind, about, details])}\r\n`;
  }
}

/** Words where there is no interface to show them. */
export function tellIn(language: Language): Told {
  return {
    say: (key, values) => messageText(key, language, values),
    dateTime: (at) => new Date(at).toISOString(),
  };
}

function toLine(cells: readonly string[]): string {
  return Papa.unparse([[...cells]], { delimiter: ';', escapeFormulae: formulaStart });
}
