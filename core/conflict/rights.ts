import { isAllowed } from '#core/people/allow.ts';
import type { Act } from '#core/records/act.ts';
import type { Permission } from '#shared/people/permission.ts';
import { isWrittenByOffice } from '#shared/sync/scope-rules.ts';

/** What else somebody needs to write another value into a record of a type, besides the right to settle conflicts. */
const permissionByType: Readonly<Record<string, Permission>> = {
  party: 'party.edit',
  link: 'party.edit',
  lead: 'lead.edit',
  deal: 'deal.edit',
  deal_contact: 'deal.edit',
  deal_line: 'deal.edit',
  task: 'task.edit',
  activity: 'activity.edit',
  file: 'file.attach',
  document: 'document.create',
  payment: 'payment.create',
  user: 'people.manage',
  branch: 'branch.manage',
  pipeline: 'pipeline.edit',
  stage: 'pipeline.edit',
  lost_reason: 'pipeline.edit',
  product: 'product.edit',
  price_list: 'product.edit',
  price: 'product.edit',
  automation: 'automation.edit',
  document_template: 'documentTemplate.edit',
  custom_field: 'customField.edit',
  call_script: 'callScript.edit',
};

/** Whether whoever acts may write another value into a record. */
export function mayRewrite(
  { actor, branchId }: Act,
  { recordType, recordId }: { recordType: string; recordId: string },
): boolean {
  if (branchId !== null && isWrittenByOffice(recordType, recordId)) return false;
  return isAllowed(actor, permissionByType[recordType] ?? 'settings.edit');
}
