import type { Inspection } from '#shared/import/contract.ts';
import type { ColumnMapping, DuplicatePolicy, Mapping } from '#shared/import/mapping.ts';
import type { SourceErrorCode } from '#shared/import/table.ts';

export const importSteps = ['file', 'columns', 'check'] as const;
export type ImportStep = (typeof importSteps)[number];

/** Everything chosen so far; going back loses none of it. */
export interface ImportDraft {
  readonly step: ImportStep;
  /** The file as the core keeps it; null before one is chosen. */
  readonly file: { readonly fileId: string; readonly name: string } | null;
  /** Name of the file being handed over or read. */
  readonly reading: string | null;
  /** Why the last file could not be read. */
  readonly failure: { readonly name: string; readonly code: SourceErrorCode | 'other' } | null;
  readonly country: string;
  readonly inspection: Inspection | null;
  readonly mapping: Mapping | null;
  readonly templateId: string | null;
  readonly duplicates: DuplicatePolicy;
  /** The import under way or done, and how many rows it was to bring in. */
  readonly run: { readonly jobId: string; readonly rows: number; readonly isUndone: boolean } | null;
}

export const emptyDraft: ImportDraft = {
  step: 'file',
  file: null,
  reading: null,
  failure: null,
  country: '',
  inspection: null,
  mapping: null,
  templateId: null,
  duplicates: 'fill',
  run: null,
};

/** Puts columns, by their position, in place of those there. */
export function replaceColumns(mapping: Mapping, columns: readonly ColumnMapping[]): Mapping {
  const byIndex = new Map(columns.map((column) => [column.index, column]));
  return { ...mapping, columns: mapping.columns.map((column) => byIndex.get(column.index) ?? column) };
}

/**
 * What the user has chosen for columns stays when the file is read again in another way, as long as it has as many
 * columns: read in other letters, a phone is still a phone.
 */
export function keepChoices(before: Mapping | null, proposed: Mapping, again: Mapping): Mapping {
  if (before === null || before.columns.length !== again.columns.length) return again;
  const columns = again.columns.map((column) => {
    const chosen = before.columns.find(({ index }) => index === column.index);
    const first = proposed.columns.find(({ index }) => index === column.index);
    const isChosen = chosen !== undefined && (chosen.target !== first?.target || chosen.label !== first.label);
    return isChosen ? { ...chosen, header: column.header } : column;
  });
  return { ...again, subject: before.subject, dateOrder: before.dateOrder, decimal: before.decimal, columns };
}

/** Whether there is anything to tell people apart by. */
export function canTellApart(mapping: Mapping): boolean {
  const telling = new Set([
    'fullName',
    'givenName',
    'familyName',
    'nickname',
    'companyName',
    'legalName',
    'contactPerson',
    'phone',
    'email',
  ]);
  return mapping.columns.some(({ target }) => telling.has(target));
}
