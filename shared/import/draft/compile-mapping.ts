import type { ColumnMapping, Mapping } from '#shared/import/mapping.ts';
import { readLabel } from '#shared/import/read-label.ts';
import type { Cell, SourceRow } from '#shared/import/table.ts';
import { joinPrefix } from '#shared/import/tie-prefixes.ts';
import { createRowFilter } from '#shared/import/trailing-rows.ts';
import { cellText, isFormulaError, isMarksOnly } from '#shared/import/values/cell-text.ts';
import { buildDrafts } from './build-drafts.ts';
import { warn } from './column-reader.ts';
import type { CellReader, ReaderContext } from './column-reader.ts';
import {
  addressReader,
  birthdayReader,
  customReader,
  kindReader,
  listReader,
  notesReader,
  partyTypeReader,
  preferencesReader,
  taxIdReader,
  textReader,
  wordsReader,
} from './read-fields.ts';
import { nameReader } from './read-name.ts';
import { emailReader, messengerReader, phoneReader, webPageReader } from './read-points.ts';
import { emptyParts } from './row-parts.ts';
import type { RowParts } from './row-parts.ts';
import type { DraftCompany, DraftContact, RowDraft } from './row-draft.ts';

interface CompiledColumn {
  readonly column: ColumnMapping;
  readonly read: CellReader;
}

/**
 * Prepares a mapping for reading many rows. The function that comes back makes a draft of a row, and may be called for
 * every row of the table: titles, headers, totals and footers come back as skipped.
 * @param country ISO code whose habits apply to phones, tax numbers and postcodes.
 */
export function compileMapping(mapping: Mapping, country: string): (row: SourceRow) => RowDraft {
  const lastShortYear = new Date().getUTCFullYear() % 100;
  const columns = mapping.columns
    .filter(({ target }) => target !== 'ignore')
    .map((column) => ({ column, read: readerOf({ column, mapping, country, lastShortYear }) }));
  const isNobodys = createRowFilter(mapping);
  const labels = new Map<string, string>();
  const translate = (cell: Cell | undefined) => {
    const text = cellText(cell);
    const known = labels.get(text) ?? readLabel(text);
    labels.set(text, known);
    return known;
  };
  return (row) => {
    if (row.line < mapping.firstLine || isNobodys(row)) return skippedRow(row.line);
    const parts = readRow({ row, columns, translate, country });
    return parts === null ? skippedRow(row.line) : toDraft(row.line, { parts, ...buildDrafts(parts, { mapping, country }) });
  };
}

/** A draft of one row. For many rows of a table, compile its mapping once instead. */
export function draftRow(row: SourceRow, mapping: Mapping, country: string): RowDraft {
  return compileMapping(mapping, country)(row);
}

function readRow(options: {
  row: SourceRow;
  columns: readonly CompiledColumn[];
  translate: (cell: Cell | undefined) => string;
  country: string;
}): RowParts | null {
  const { row, columns, translate, country } = options;
  const parts = emptyParts();
  let isEmpty = true;
  for (const { column, read } of columns) {
    const cell = row.cells[column.index];
    const text = cellText(cell);
    if (cell === null || cell === undefined || isMarksOnly(text)) continue;
    isEmpty = false;
    if (isFormulaError(text)) {
      warn(parts, 'formulaError', { column: column.index, value: text });
      continue;
    }
    const own = column.labelColumn === undefined ? '' : translate(row.cells[column.labelColumn]);
    const label = own === '' ? column.label : own;
    if (column.prefixColumn === undefined) read({ text, cell, parts, label });
    else {
      const whole = joinPrefix(cellText(row.cells[column.prefixColumn]), text, country);
      read({ text: whole, cell: whole, parts, label });
    }
  }
  return isEmpty ? null : parts;
}

function readerOf(context: ReaderContext): CellReader {
  const { column } = context;
  switch (column.target) {
    case 'fullName':
    case 'contactPerson':
      return nameReader(column.target, context);
    case 'nickname':
    case 'industry':
      return textReader(column.target, 200, context);
    case 'companyName':
    case 'legalName':
      return textReader(column.target, 300, context);
    case 'givenName':
    case 'middleName':
    case 'familyName':
    case 'jobTitle':
    case 'department':
    case 'source':
      return listReader(column.target, context);
    case 'phone':
      return phoneReader(context);
    case 'email':
      return emailReader(context);
    case 'messenger':
      return messengerReader(context);
    case 'webPage':
      return webPageReader(context);
    case 'addressFull':
    case 'addressStreet':
      return addressReader('street', context);
    case 'addressCity':
      return addressReader('city', context);
    case 'addressRegion':
      return addressReader('region', context);
    case 'addressPostalCode':
      return addressReader('postalCode', context);
    case 'addressCountry':
      return addressReader('country', context);
    case 'birthday':
      return birthdayReader(context);
    case 'taxId':
      return taxIdReader(context);
    case 'kind':
      return kindReader(context);
    case 'partyType':
      return partyTypeReader(context);
    case 'tags':
    case 'groups':
      return wordsReader(column.target);
    case 'preferences':
      return preferencesReader(context);
    case 'notes':
      return notesReader(context);
    case 'custom':
      return customReader(context);
    case 'ignore':
      return () => undefined;
  }
}

function toDraft(
  line: number,
  {
    parts,
    contact,
    company,
    role,
  }: { parts: RowParts; contact: DraftContact | null; company: DraftCompany | null; role: string },
): RowDraft {
  const { problems } = parts;
  const isNameless = company === null && contact !== null && !hasName(contact);
  if (isNameless && !canBeFound(contact)) {
    const error = { code: 'nothingToSave', severity: 'error', column: null, value: '' } as const;
    return { line, contact: null, company: null, role: '', problems: [...problems, error], skipped: false };
  }
  if (isNameless) problems.push({ code: 'namelessRow', severity: 'warning', column: null, value: '' });
  return { line, contact, company, role, problems, skipped: false };
}

function hasName({ givenName, familyName, middleName, nickname }: DraftContact): boolean {
  return [givenName, familyName, middleName, nickname].some((text) => text !== undefined && text !== '');
}

function canBeFound({ phones = [], emails = [], messengers = [], taxId = '' }: DraftContact): boolean {
  return phones.length + emails.length + messengers.length > 0 || taxId !== '';
}

function skippedRow(line: number): RowDraft {
  return { line, contact: null, company: null, role: '', problems: [], skipped: true };
}
