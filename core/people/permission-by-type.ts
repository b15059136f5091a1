import type { Permission } from '#shared/people/permission.ts';

// What it takes to change records of a type, where that isn't done by a procedure of theirs: undoing, and settling conflicts.

/** What people work with. */
export const permissionOnWork: Readonly<Record<string, Permission>> = {
  party: 'party.edit',
  link: 'party.edit',
  activity: 'activity.edit',
  file: 'file.attach',
  consent: 'consent.edit',
  lead: 'lead.edit',
  deal: 'deal.edit',
  deal_contact: 'deal.edit',
  deal_line: 'deal.edit',
  task: 'task.edit',
  document: 'document.create',
  payment: 'payment.create',
};

/** What is the shop's own. */
export const permissionOnShop: Readonly<Record<string, Permission>> = {
  setting: 'settings.edit',
  number_series: 'documentTemplate.edit',
  document_template: 'documentTemplate.edit',
  pipeline: 'pipeline.edit',
  stage: 'pipeline.edit',
  lost_reason: 'pipeline.edit',
  product: 'product.edit',
  price_list: 'product.edit',
  price: 'product.edit',
  automation: 'automation.edit',
  custom_field: 'customField.edit',
  call_script: 'callScript.edit',
};
