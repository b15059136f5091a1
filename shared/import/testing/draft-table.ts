import { compileMapping } from '#shared/import/draft/compile-mapping.ts';
import type { RowDraft } from '#shared/import/draft/row-draft.ts';
import type { Mapping } from '#shared/import/mapping.ts';
import { proposeMapping } from '#shared/import/propose-mapping.ts';
import type { Proposal } from '#shared/import/propose-mapping.ts';
import { tableOf } from './table-of.ts';

/** A table brought in as proposed, rows that are nobody's left out; for tests. */
export function draftTable(text: string, country: string, change: Partial<Mapping> = {}): RowDraft[] {
  const rows = tableOf(text);
  const mapping = { ...proposeMapping(rows, { format: 'csv', country }).mapping, ...change };
  return rows.map(compileMapping(mapping, country)).filter(({ skipped }) => !skipped);
}

/** What is proposed for each column of a table, as "header > target[:label]"; for tests. */
export function targetsOf(proposal: Proposal): string[] {
  return proposal.mapping.columns.map(({ header, target, label }) => `${header} > ${target}${label === '' ? '' : `:${label}`}`);
}
