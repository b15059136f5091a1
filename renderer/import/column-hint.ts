import { gatherEvidence } from '#shared/import/column-evidence.ts';
import type { ColumnTarget } from '#shared/import/mapping.ts';
import type { Cell } from '#shared/import/table.ts';

/** Whether the values of a column look like what it becomes; null where there is nothing to tell it by. */
export type ColumnHint = 'empty' | 'fits' | 'check' | null;

type Share = keyof ReturnType<typeof gatherEvidence>['shares'];

const expected: Partial<Record<ColumnTarget, { readonly share: Share; readonly least: number }>> = {
  phone: { share: 'phone', least: 0.5 },
  email: { share: 'email', least: 0.5 },
  birthday: { share: 'date', least: 0.5 },
  webPage: { share: 'url', least: 0.4 },
  kind: { share: 'kind', least: 0.3 },
  partyType: { share: 'partyType', least: 0.5 },
};
const names = new Set<ColumnTarget>([
  'fullName',
  'givenName',
  'middleName',
  'familyName',
  'companyName',
  'contactPerson',
  'addressCity',
]);
/** Enough to tell; more only costs time. */
const lookedAt = 40;

export function hintFor(target: ColumnTarget, cells: readonly (Cell | undefined)[], country: string): ColumnHint {
  const { filled, shares } = gatherEvidence(cells.slice(0, lookedAt), country);
  if (filled === 0) return 'empty';
  const test = expected[target];
  if (test !== undefined) return shares[test.share] >= test.least ? 'fits' : 'check';
  if (!names.has(target)) return null;
  return shares.phone > 0.5 || shares.email > 0.5 || shares.date > 0.5 ? 'check' : 'fits';
}
