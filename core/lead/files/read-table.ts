import { requestFileLimits } from '#core/lead/files/request-file.ts';
import type { FileRequest, FileToRead, RequestFile, RowTrouble } from '#core/lead/files/request-file.ts';
import { inspectFile } from '#core/import/inspect-file.ts';
import { readSource, SourceError } from '#core/import/readers/index.ts';
import { compileMapping } from '#shared/import/draft/compile-mapping.ts';
import type { DraftPhone, RowDraft } from '#shared/import/draft/row-draft.ts';
import type { ColumnMapping, ColumnTarget, Mapping } from '#shared/import/mapping.ts';
import type { SourceRow } from '#shared/import/table.ts';
import { isTotalsRow } from '#shared/import/trailing-rows.ts';
import { cellText } from '#shared/import/values/cell-text.ts';
import { formFieldOf } from '#shared/lead/form-field.ts';
import { readForm } from '#shared/lead/read-form.ts';
import { joinName } from '#shared/name/join-name.ts';

/**
 * Requests in a table of any kind, or in contacts sent from a telephone, read as an import would read them.
 * @throws {SourceError} when it can't be read
 */
export async function readTable({ path, country }: FileToRead): Promise<RequestFile> {
  const { mapping } = await inspectFile(path, { source: {}, country, customFields: [], templates: [] });
  const told = columnsOfRequest(mapping);
  const draftRow = compileMapping({ ...mapping, columns: mapping.columns.filter((column) => !told.includes(column)) }, country);
  const requests: FileRequest[] = [];
  const problems: RowTrouble[] = [];
  for await (const batch of readSource(path, mapping.source)) {
    for (const source of batch) {
      if (source.line < mapping.firstLine || isBlank(source)) continue;
      const draft = draftRow(source);
      const isNameless = draft.problems.some(({ severity }) => severity === 'error');
      // Words without anybody are told of, not dropped: whoever wrote them waits for an answer.
      if (isNameless || (draft.skipped && isTotalsRow(source, mapping))) problems.push({ row: source.line, code: 'nobody' });
      else requests.push(requestOf(draft, { source, told, country }));
    }
    if (requests.length > requestFileLimits.rows) throw new SourceError('tooLarge', { limit: requestFileLimits.rows });
  }
  return { requests, problems };
}

/** What tells of the person, and goes onto a card; all other columns tell of the request. */
const ofTheCard: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>([
  ...(['fullName', 'givenName', 'middleName', 'familyName', 'nickname', 'contactPerson', 'jobTitle', 'department'] as const),
  ...([
    'companyName',
    'legalName',
    'industry',
    'partyType',
    'taxId',
    'birthday',
    'phone',
    'email',
    'messenger',
    'webPage',
  ] as const),
  ...(['addressFull', 'addressStreet', 'addressCity', 'addressRegion', 'addressPostalCode', 'addressCountry'] as const),
]);

function columnsOfRequest(mapping: Mapping): readonly ColumnMapping[] {
  return mapping.columns.filter(({ target }) => !ofTheCard.has(target));
}

function isBlank({ cells }: SourceRow): boolean {
  return cells.every((cell) => cellText(cell).trim() === '');
}

interface RowOfRequest {
  readonly source: SourceRow;
  readonly told: readonly ColumnMapping[];
  readonly country: string;
}

function requestOf({ contact, company, line }: RowDraft, { source, told, country }: RowOfRequest): FileRequest {
  const form = readForm(
    told.map((column) => [nameOfColumn(column), cellText(source.cells[column.index])] as const),
    country,
  );
  const phones = [...(contact?.phones ?? []), ...(company?.phones ?? [])];
  const emails = [...(contact?.emails ?? []), ...(company?.emails ?? [])].map(({ address }) => address);
  const { custom: _, kind: __, notes = '', source: ___, ...card } = contact ?? {};
  return {
    row: line,
    attachments: [],
    lead: {
      ...form,
      name: nameOf(contact, country).slice(0, 200) || form.name,
      companyName: (company?.name ?? form.companyName).slice(0, 200),
      phones: unique([...phones.map(writtenPhone), ...form.phones]).slice(0, 20),
      emails: unique([...emails, ...form.emails]).slice(0, 20),
      text: [notes || (company?.notes ?? ''), form.text].filter((text) => text !== '').join('\n'),
      card,
    },
  };
}

/** vCards name their columns by what they are. */
function nameOfColumn({ header, target, index }: ColumnMapping): string {
  if (header !== '' && (formFieldOf(header) !== undefined || target !== 'notes')) return header;
  return target === 'notes' ? 'notes' : header || String(index + 1);
}

function nameOf(contact: RowDraft['contact'], country: string): string {
  const { givenName = '', middleName = '', familyName = '', nickname = '' } = contact ?? {};
  return joinName({ givenName, middleName, familyName }, country) || nickname;
}

function writtenPhone({ e164, raw, extension }: DraftPhone): string {
  return e164 === null || extension !== '' ? raw : e164;
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
