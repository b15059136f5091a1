import { readColumnCode } from '#shared/import/column-code.ts';
import { gatherEvidence } from '#shared/import/column-evidence.ts';
import { detectLayout, joinHeaders } from '#shared/import/detect-layout.ts';
import { judgeByProgram, judgeColumn } from '#shared/import/judge-column.ts';
import type { ColumnJudgement, ProposalReason } from '#shared/import/judge-column.ts';
import type { ColumnMapping, Mapping } from '#shared/import/mapping.ts';
import { recogniseProgram } from '#shared/import/presets/recognise-program.ts';
import type { Program } from '#shared/import/presets/recognise-program.ts';
import { readHeader } from '#shared/import/read-header.ts';
import { settleColumns } from '#shared/import/settle-columns.ts';
import type { SourceFormat, SourceRow } from '#shared/import/table.ts';
import { tiePrefixes } from '#shared/import/tie-prefixes.ts';
import { cellText } from '#shared/import/values/cell-text.ts';
import { findDecimal } from '#shared/import/values/read-number.ts';

export interface ProposalInfo {
  readonly format: SourceFormat;
  /** ISO code; decides phones, the order of day and month, and the decimal sign where the content doesn't. */
  readonly country: string;
  readonly existingCustomFields?: readonly { readonly key: string; readonly label: string }[];
}

export interface Proposal {
  readonly mapping: Mapping;
  /** The program that wrote the list, where it was recognised. */
  readonly source: string | null;
  /** Of each column, in the order of `mapping.columns`: how sure the proposal is (0 to 1), and why it is as it is. */
  readonly columns: readonly { readonly index: number; readonly confidence: number; readonly reason: ProposalReason }[];
}

/** Columns beyond this are noise of a damaged sheet. */
const mostColumns = 500;
const pointDecimalCountries = new Set('US GB IE MX GT SV HN NI DO PA PR CN JP IN IL AU NZ PE'.split(' '));
const monthFirstCountries = new Set(['US', 'PH', 'PR']);

/**
 * Works out how to bring a table in, from its first rows: the more of them, the surer. Nothing in them gets lost by the
 * proposal: what is not understood becomes a custom field, only counters, identifiers and empty columns are left out.
 */
export function proposeMapping(rows: readonly SourceRow[], info: ProposalInfo): Proposal {
  const layout = info.format === 'vcf' ? vcardLayout(rows) : detectLayout(rows);
  const data = rows.filter((row) => row.line >= layout.firstLine);
  const headers = joinHeaders(rows, layout.headerLines);
  const width = Math.min(mostColumns, Math.max(headers.length, ...data.map((row) => row.cells.length), 0));
  const program = info.format === 'vcf' ? null : recogniseProgram(headers);
  const judgements = Array.from({ length: width }, (_, index) =>
    judge({ index, header: headers[index] ?? '', data, program, info }),
  );
  const { columns: settled, reasons, subject } = settleColumns(judgements, info);
  const columns = info.format === 'vcf' ? settled : tiePrefixes(settled, data, info.country);
  return {
    source: program?.id ?? null,
    mapping: {
      source: {},
      headerLines: [...layout.headerLines],
      firstLine: layout.firstLine,
      subject: program !== null && program.subject !== 'auto' ? program.subject : subject,
      dateOrder: findDateOrder({ columns, data, country: info.country }),
      decimal: findDecimalSign({ columns, data, country: info.country }),
      columns: [...columns],
    },
    columns: reasons,
  };
}

function judge(options: {
  index: number;
  header: string;
  data: readonly SourceRow[];
  program: Program | null;
  info: ProposalInfo;
}): ColumnJudgement {
  const { index, header, data, program, info } = options;
  const evidence = gatherEvidence(
    data.map((row) => row.cells[index]),
    info.country,
  );
  const code = info.format === 'vcf' ? readColumnCode(header) : (program?.readHeader(header) ?? null);
  if (code !== null) return judgeByProgram({ index, header, evidence }, code);
  const lastPart = header.split(' / ').at(-1) ?? '';
  const reading = readHeader(header) ?? (lastPart === header ? null : readHeader(lastPart));
  return judgeColumn({ index, header, reading, evidence });
}

function vcardLayout(rows: readonly SourceRow[]): ReturnType<typeof detectLayout> {
  const [header, first] = rows;
  const headerLine = header?.line ?? 0;
  return { headerLines: [headerLine], firstLine: first?.line ?? headerLine + 1, hasHeader: true };
}

/** Text of the columns that may hold values of a kind, a few hundred at most. */
function textsOf(columns: readonly ColumnMapping[], data: readonly SourceRow[]): string[] {
  const indexes = columns.map(({ index }) => index);
  return data.slice(0, 300).flatMap((row) => indexes.map((index) => row.cells[index]).filter((cell) => typeof cell === 'string'));
}

function findDateOrder({
  columns,
  data,
  country,
}: {
  columns: readonly ColumnMapping[];
  data: readonly SourceRow[];
  country: string;
}) {
  const dates = columns.filter(({ target, customType }) => target === 'birthday' || customType === 'date');
  let dayFirst = 0;
  let monthFirst = 0;
  for (const text of textsOf(dates, data)) {
    const [, first = '0', second = '0'] = /^(\d{1,2})[./-](\d{1,2})[./-]\d{2,4}/.exec(cellText(text)) ?? [];
    if (Number(first) > 12) dayFirst++;
    if (Number(second) > 12) monthFirst++;
  }
  if (dayFirst !== monthFirst) return dayFirst > monthFirst ? 'dmy' : 'mdy';
  return monthFirstCountries.has(country) ? 'mdy' : 'dmy';
}

function findDecimalSign(options: { columns: readonly ColumnMapping[]; data: readonly SourceRow[]; country: string }): ',' | '.' {
  const numbers = options.columns.filter(({ customType }) => customType === 'number' || customType === 'money');
  return findDecimal(textsOf(numbers, options.data)) ?? (pointDecimalCountries.has(options.country) ? '.' : ',');
}
