import type { GivenOperation } from '#shared/people/permission.ts';
import type { Rights } from '#shared/people/rights.ts';

/** What the interface can't do without: everybody who works here has it. */
const needed = ['people.see', 'settings.see', 'notice.see'] as const satisfies readonly GivenOperation[];
type Needed = (typeof needed)[number];
type ChosenOperation = Exclude<GivenOperation, Needed>;

export const operationAreas = ['clients', 'sales', 'money', 'overview', 'shop', 'company'] as const;
export type OperationArea = (typeof operationAreas)[number];

/** Where an operation stands when a role is made: a new one has to say it here. */
const areaOf: Readonly<Record<ChosenOperation, OperationArea>> = {
  'party.create': 'clients',
  'party.import': 'clients',
  'party.markKey': 'clients',
  'consent.edit': 'clients',
  'privacy.manage': 'clients',
  'lead.create': 'sales',
  'deal.create': 'sales',
  'activity.edit': 'sales',
  'call.create': 'sales',
  'file.attach': 'sales',
  'history.undo': 'sales',
  'product.see': 'money',
  'product.edit': 'money',
  'document.see': 'money',
  'document.create': 'money',
  'payment.see': 'money',
  'payment.create': 'money',
  'report.see': 'overview',
  'history.see': 'overview',
  'task.seeAll': 'overview',
  'automation.see': 'overview',
  'conflict.resolve': 'overview',
  'settings.edit': 'shop',
  'pipeline.edit': 'shop',
  'automation.edit': 'shop',
  'documentTemplate.edit': 'shop',
  'customField.edit': 'shop',
  'callScript.edit': 'shop',
  'demo.create': 'shop',
  'backup.run': 'shop',
  'archive.restore': 'shop',
  'sync.run': 'company',
  'branch.moveClients': 'company',
};

export function operationsIn(area: OperationArea): readonly ChosenOperation[] {
  return (Object.keys(areaOf) as ChosenOperation[]).filter((operation) => areaOf[operation] === area);
}

/** Rights with an operation or without it, and always with what nobody can do without. */
export function withOperation(rights: Rights, operation: ChosenOperation, isAllowed: boolean): Rights {
  const others = rights.operations.filter((name) => name !== operation);
  return { ...rights, operations: [...new Set([...others, ...needed, ...(isAllowed ? [operation] : [])])] };
}
