import Papa from 'papaparse';
import { formulaStart } from '#core/export/formula.ts';
import type { AuditEntry } from '#shared/audit/contract.ts';
import { messageText } from '#shared/messages/message-text.ts';
import type { Language } from '#shared/settings/contract.ts';

/** The audit as lines of CSV that Excel opens, in the user's language; times are UTC. */
export function* auditCsv(entries: Iterable<AuditEntry>, language: Language): Generator<string> {
  const header = (['at', 'who', 'kind', 'subject', 'details'] as const).map((name) =>
    messageText(`audit.column.${name}`, language),
  );
  yield `\uFEFF${toLine(header)}\r\n`;
  for (const { at, userName, kind, subject, details } of entries) {
    const time = new Date(at).toISOString();
    yield `${toLine([time, userName, messageText(`audit.kind.${kind}`, language), subject, JSON.stringify(details)])}\r\n`;
  }
}

function toLine(cells: readonly string[]): string {
  return Papa.unparse([[...cells]], { delimiter: ';', escapeFormulae: formulaStart });
}
