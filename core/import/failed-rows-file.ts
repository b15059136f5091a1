import { formulaStart } from '#core/export/formula.ts';
import Papa from 'papaparse';
import type { FailedRow } from '#core/import/import-result.ts';
import type { Mapping } from '#shared/import/mapping.ts';
import { messageText } from '#shared/messages/message-text.ts';
import type { Language } from '#shared/settings/contract.ts';

/**
 * The rows that were not imported as CSV that Excel opens in any of the five languages, the reason in a last column.
 * Mended, it can be imported again.
 */
export function failedRowsFile(failed: readonly FailedRow[], mapping: Mapping, language: Language): string {
  const width = Math.max(0, ...mapping.columns.map((column) => column.index + 1), ...failed.map((row) => row.cells.length));
  const header = Array.from(
    { length: width },
    (_, index) => mapping.columns.find((column) => column.index === index)?.header ?? '',
  );
  const lines = failed.map((row) => {
    const cells = Array.from({ length: width }, (_, index) => row.cells[index] ?? '');
    const reasons = row.problems
      .filter(({ severity }) => severity === 'error')
      .map(({ code }) => messageText(`import.problem.${code}`, language));
    return [...cells, reasons.join(' '), row.line];
  });
  const head = [...header, messageText('import.errorsFile.reason', language), messageText('import.errorsFile.line', language)];
  // The mark tells Excel that it is UTF-8; the semicolon is what it expects where the comma is the decimal sign.
  return `\uFEFF${Papa.unparse([head, ...lines], { delimiter: ';', escapeFormulae: formulaStart })}`;
}
