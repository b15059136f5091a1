import type { CustomField } from '#shared/custom-field/contract.ts';
import { joinHeaders } from '#shared/import/detect-layout.ts';
import type { Mapping } from '#shared/import/mapping.ts';
import { proposeMapping } from '#shared/import/propose-mapping.ts';
import type { SourceFormat, SourceRow } from '#shared/import/table.ts';

interface HeaderChoice {
  readonly mapping: Mapping;
  readonly sample: readonly SourceRow[];
  /** Lines the user says hold the names of the columns; none when the list has no names. */
  readonly headerLines: readonly number[];
  readonly format: SourceFormat;
  readonly country: string;
  readonly fields: readonly CustomField[];
}

/** The mapping once the names of the columns are said to be elsewhere: columns are proposed anew from there on. */
export function moveHeader({ mapping, sample, headerLines, format, country, fields }: HeaderChoice): Mapping {
  const last = headerLines.at(-1);
  const from = headerLines[0];
  const rows =
    from === undefined
      ? sample.filter((row) => row.line >= mapping.firstLine || mapping.headerLines.includes(row.line))
      : sample.filter((row) => row.line >= from);
  const data = rows.filter((row) => last === undefined || row.line > last);
  const proposal = proposeMapping(rows, { format, country, existingCustomFields: fields });
  const headers = joinHeaders(sample, headerLines);
  return {
    ...proposal.mapping,
    source: mapping.source,
    headerLines: [...headerLines],
    firstLine: data[0]?.line ?? (last ?? 0) + 1,
    columns: proposal.mapping.columns.map((column) => ({ ...column, header: headers[column.index] ?? '' })),
  };
}
