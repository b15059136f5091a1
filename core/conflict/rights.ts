import { isAllowed } from '#core/people/allow.ts';
import { permissionOnShop, permissionOnWork } from '#core/people/permission-by-type.ts';
import type { Act } from '#core/records/act.ts';
import type { Permission } from '#shared/people/permission.ts';
import { isWrittenByOffice } from '#shared/sync/scope-rules.ts';

/** What else somebody needs to write another value into a record of a type, besides the right to settle conflicts. */
const permissionByType: Readonly<Record<string, Permission>> = {
  ...permissionOnWork,
  ...permissionOnShop,
  user: 'people.manage',
  branch: 'branch.manage',
};

/** Whether whoever acts may write another value into a record. */
export function mayRewrite(
  { actor, branchId }: Act,
  { recordType, recordId }: { recordType: string; recordId: string },
): boolean {
  if (branchId !== null && isWrittenByOffice(recordType, recordId)) return false;
  return isAllowed(actor, permissionByType[recordType] ?? 'settings.edit');
}
