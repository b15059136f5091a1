import type { ReadDb } from '#core/database/connection.ts';
import { isOfBranch } from '#core/records/own-branch.ts';
import type { Actor, Permission } from '#shared/people/permission.ts';
import { scopeRuleOf } from '#shared/sync/scope-rules.ts';

/** What is the shop's own: only whoever may change it takes back what was changed in it, also by themselves. */
const ofTheShop: Readonly<Record<string, Permission>> = {
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
/** What people work with: to take back what another did takes the right to do it. */
const ofWork: Readonly<Record<string, Permission>> = {
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
/** Making one, and moving one into the bin or out of it, is taken back by whoever may delete. */
const ofDeletion: Readonly<Record<string, Permission>> = { party: 'party.delete', deal: 'deal.delete' };

interface Done {
  readonly recordType: string;
  readonly isMadeOrMoved: number;
}

interface UndoneAct {
  readonly seq: number;
  readonly actorId: string;
}

/** As many entries of an act as are looked at where only a button depends on them. */
const first = 1_000;

/**
 * What somebody may not take back of an act, as the permission it would take; null where they may.
 * @param isGlance looks at the beginning of long acts only
 */
export function refusedUndo(
  db: ReadDb,
  actor: Pick<Actor, 'userId' | 'permissions'>,
  { seq, actorId, isGlance = false }: UndoneAct & { readonly isGlance?: boolean },
): Permission | null {
  const entries = isGlance
    ? `(SELECT * FROM history WHERE act_seq = ? ORDER BY seq LIMIT ${first})`
    : '(SELECT * FROM history WHERE act_seq = ?)';
  const done = db
    .read<[number], Done>(
      `SELECT DISTINCT record_type AS recordType,
         operation = 'create' OR (operation = 'update' AND coalesce(json_type(changes, '$.deletedAt'), '') <> '') AS isMadeOrMoved
       FROM ${entries}`,
    )
    .all(seq);
  const isOwn = actorId === actor.userId;
  const inBranch = isOfBranch(db);
  // What is head office's stays as it is when a branch undoes an act, so that nothing has to be allowed for it.
  const staysAsItIs = (type: string) => inBranch && scopeRuleOf(type)?.writers === 'office';
  for (const { recordType, isMadeOrMoved } of done) {
    if (staysAsItIs(recordType)) continue;
    const ofPeople = (isMadeOrMoved === 1 ? ofDeletion[recordType] : undefined) ?? ofWork[recordType];
    const needed = ofTheShop[recordType] ?? (isOwn ? undefined : ofPeople);
    if (needed !== undefined && !actor.permissions.has(needed)) return needed;
  }
  return null;
}
