import { branchRecord } from '#core/branch/branch.ts';
import { findBranch, readBranches } from '#core/branch/queries.ts';
import type { Act } from '#core/records/act.ts';
import { definedFields } from '#core/records/defined-fields.ts';
import { newId } from '#core/records/new-id.ts';
import { changeRecord, createRecord } from '#core/records/write.ts';
import type { Branch } from '#shared/branch/branch.ts';
import { foldText } from '#shared/text/fold-text.ts';

type BranchFields = Pick<Branch, 'name' | 'address' | 'phone'>;
type Given = { readonly [Field in keyof BranchFields]?: BranchFields[Field] | undefined };

export type BranchSaved =
  | { readonly type: 'saved'; readonly branch: Branch }
  | { readonly type: 'refused'; readonly field: 'name'; readonly code: 'taken'; readonly value: string }
  /** Branches are written at head office. */
  | { readonly type: 'notOffice' | 'notFound' };

/** Adds a branch; its number is the next one, and stays its own for ever. */
export function createBranch(act: Act, { name, address = '', phone = '' }: Given & Pick<BranchFields, 'name'>): BranchSaved {
  if (act.branchId !== null) return { type: 'notOffice' };
  const known = readBranches(act.tx);
  const refusal = refuseName(known, name);
  if (refusal) return refusal;
  const number = Math.max(0, ...known.map((branch) => branch.number)) + 1;
  const branch = { id: newId(), name, number, address, phone, createdAt: act.at, archivedAt: null };
  return { type: 'saved', branch: createRecord(act, branchRecord, branch) };
}

/** Changes the fields given. */
export function changeBranch(act: Act, id: string, given: Given): BranchSaved {
  if (act.branchId !== null) return { type: 'notOffice' };
  const others = readBranches(act.tx).filter((branch) => branch.id !== id);
  const refusal = given.name === undefined ? undefined : refuseName(others, given.name);
  if (refusal) return refusal;
  const branch = changeRecord(act, branchRecord, { id, changes: definedFields(given) });
  return branch ? { type: 'saved', branch } : { type: 'notFound' };
}

/** Closes a branch (with the time), or opens it again (null). */
export function archiveBranch(act: Act, id: string, archivedAt: number | null): BranchSaved {
  if (act.branchId !== null) return { type: 'notOffice' };
  const before = findBranch(act.tx, id);
  if (!before) return { type: 'notFound' };
  if ((before.archivedAt === null) === (archivedAt === null)) return { type: 'saved', branch: before };
  return { type: 'saved', branch: changeRecord(act, branchRecord, { id, changes: { archivedAt } }) ?? before };
}

function refuseName(others: readonly Branch[], name: string): BranchSaved | undefined {
  const isTaken = others.some((branch) => foldText(branch.name) === foldText(name));
  return isTaken ? { type: 'refused', field: 'name', code: 'taken', value: name } : undefined;
}
