import type { Translate } from '#renderer/app/text.ts';
import type { ImportRow } from '#shared/import/contract.ts';

/** "Ana Pérez: same phone"; '' for a row that is nobody known. */
export function matchText({ match }: ImportRow, t: Translate): string {
  if (match === null) return '';
  const where = match.line === null ? '' : ` (${t('import.match.line', { line: match.line })})`;
  return `${match.title}${where}: ${t(`import.match.${match.by}`)}`;
}
