import type { RowTrouble } from '#core/lead/files/request-file.ts';
import type { SourceErrorCode } from '#shared/import/table.ts';
import { messageText } from '#shared/messages/message-text.ts';
import type { Language } from '#shared/settings/contract.ts';

/** What the text beside a file says that could not be read. */
export function whyFailed(code: string, language: Language): string {
  const reason = messageText(`import.unreadable.${code as SourceErrorCode}`, language);
  return `${messageText('lead.inbox.failed', language)}\n\n${reason}`;
}

/** What the text beside a file says of which some rows could not be taken in. */
export function whyRowsLeft(problems: readonly RowTrouble[], language: Language): string {
  return `${messageText('lead.inbox.rowsLeft', language)}\n\n${problems.map(({ row }) => row).join(', ')}`;
}
