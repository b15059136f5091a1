import type { ReadDb } from '#core/database/connection.ts';
import { conditionsOf, everything, nothing, objectOf } from '#core/people/viewer/conditions.ts';
import type { GovernedTable } from '#core/people/viewer/conditions.ts';
import { customPrefix, hiddenFields, recordedFields } from '#core/people/viewer/masks.ts';
import type { Actor, Limits, Permission } from '#shared/people/permission.ts';
import { permissionsOnObjects } from '#shared/people/permission.ts';
import type { FieldGroup } from '#shared/people/rights.ts';

/** Somebody tried to write what her rights don't reach. Nothing of the act is saved. */
export class RightsError extends Error {
  override readonly name = 'RightsError';
  readonly permission: Permission;
  constructor(permission: Permission) {
    super(`not allowed: ${permission}`);
    this.permission = permission;
  }
}

/** What is about to be written to a record. */
export interface Writing {
  readonly recordType: string;
  readonly id: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

export interface Guard {
  /** Asked before a record is written. @throws {RightsError} */
  (writing: Writing): void;
  /** Says whether a client is in sight, or was made within the act: who is recognised by what she says must not be told otherwise. */
  seesParty(id: string): boolean;
  /** Says whether the fields of a group are hidden. */
  hides(group: FieldGroup): boolean;
}

/** Types that hang on a governed one, the field that names it, and what has to be allowed there to write them. */
const hanging: Readonly<Record<string, readonly (readonly [field: string, table: GovernedTable, action: 'see' | 'edit'])[]>> = {
  link: [
    ['contactId', 'party', 'edit'],
    ['companyId', 'party', 'see'],
  ],
  activity: [
    ['partyId', 'party', 'see'],
    ['dealId', 'deal', 'see'],
  ],
  file: [
    ['partyId', 'party', 'see'],
    ['dealId', 'deal', 'see'],
  ],
  consent: [['partyId', 'party', 'see']],
  deal_line: [['dealId', 'deal', 'edit']],
  deal_contact: [['dealId', 'deal', 'edit']],
  document: [['dealId', 'deal', 'see']],
  payment: [['dealId', 'deal', 'see']],
};
/** Named by a new record of these types, so that it has to be in sight. */
const parentsOf: Readonly<Record<string, readonly (readonly [field: string, table: GovernedTable])[]>> = {
  deal: [['partyId', 'party']],
  lead: [
    ['partyId', 'party'],
    ['dealId', 'deal'],
  ],
  task: [
    ['partyId', 'party'],
    ['dealId', 'deal'],
    ['leadId', 'lead'],
  ],
};

/** What minds the rights of whoever acts, or null where nothing limits them. */
export function guardOf(db: ReadDb, { limits, permissions }: Pick<Actor, 'limits' | 'permissions'>): Guard | null {
  const limited = limits === null ? null : guardWithin(db, limits);
  if (permissions.has('party.markKey')) return limited;
  const guard = (writing: Writing) => {
    demandMark(writing);
    limited?.(writing);
  };
  return Object.assign(guard, { seesParty: limited?.seesParty ?? (() => true), hides: limited?.hides ?? (() => false) });
}

/** Who are key clients decides what others see, so that it isn't for everybody to say. */
function demandMark({ recordType, before, after }: Writing) {
  if (recordType === 'party' && after) demand((after['isKey'] ?? 0) === (before?.['isKey'] ?? 0), 'party.markKey');
}

function guardWithin(db: ReadDb, limits: Limits): Guard {
  const may = rightsOnRecords(db, limits);
  /** Made within the act: what is done to them meanwhile is part of making them. */
  const made = new Set<string>();
  const guard = ({ recordType, id, before, after }: Writing) => {
    if (before === null) made.add(id);
    if (made.has(id) && before !== null) return;
    const table = isGoverned(recordType) ? recordType : null;
    const action = after && !isMovedToBin(before, after) ? 'edit' : 'delete';
    if (table && before) demand(may(action, table, id), permissionOn(table, action));
    for (const [field, parentTable, action] of hanging[recordType] ?? []) {
      for (const parentId of new Set([before?.[field], after?.[field]]))
        if (typeof parentId === 'string' && !made.has(parentId))
          demand(may(action, parentTable, parentId), permissionOn(parentTable, action));
    }
    for (const [field, parentTable] of parentsOf[recordType] ?? []) {
      const parentId = after?.[field];
      if (typeof parentId === 'string' && parentId !== before?.[field] && !made.has(parentId))
        demand(may('see', parentTable, parentId), permissionOn(parentTable, 'see'));
    }
    if (before && after) demandOpenFields(limits, { recordType, before, after });
    if (table === 'deal' && after) demandOpenStage(limits, before, after);
  };
  const hidden = new Set(hiddenFields(limits.rights));
  return Object.assign(guard, {
    seesParty: (id: string) => made.has(id) || may('see', 'party', id),
    hides: (group: FieldGroup) => hidden.has(group),
  });
}

/** Into the recycle bin, or out of it. */
function isMovedToBin(before: Writing['before'], after: NonNullable<Writing['after']>): boolean {
  return before !== null && (before['deletedAt'] ?? null) !== (after['deletedAt'] ?? null);
}

function rightsOnRecords(db: ReadDb, limits: Limits) {
  const { sees, may } = conditionsOf(limits);
  const asked = new Map<string, (id: string) => boolean>();
  function ask(condition: string, table: GovernedTable): (id: string) => boolean {
    if (condition === everything) return () => true;
    if (condition === nothing) return () => false;
    const statement = db.readColumn<[string], number>(`SELECT 1 FROM main.${table} row WHERE row.id = ? AND ${condition}`);
    return (id) => statement.get(id) !== undefined;
  }
  return (action: 'see' | 'edit' | 'delete', table: GovernedTable, id: string): boolean => {
    const key = `${action} ${table}`;
    let answer = asked.get(key);
    if (!answer) asked.set(key, (answer = ask(action === 'see' ? sees(table, 'row') : may(action, table, 'row'), table)));
    return answer(id);
  };
}

/** Said when a deal is lost, and gone when it is opened again: nothing is overwritten by it. */
const saidWithStatus = new Set(['lostNote']);

/** Hidden fields can't be overwritten, nor can those that are only shown. */
function demandOpenFields(
  { rights }: Limits,
  { recordType, before, after }: Pick<Writing, 'recordType'> & { readonly before: object; readonly after: object },
) {
  const values = { before: before as Record<string, unknown>, after: after as Record<string, unknown> };
  const isOtherStatus = values.before['status'] !== values.after['status'];
  for (const group of Object.keys(rights.fields)) {
    for (const field of recordedFields(group, recordType)) {
      if (isOtherStatus && saidWithStatus.has(field)) continue;
      const key = group.startsWith(customPrefix) ? group.slice(customPrefix.length) : null;
      const [was, is] = [values.before[field], values.after[field]].map((value) =>
        key === null ? value : (value as Record<string, unknown> | undefined)?.[key],
      );
      demand(JSON.stringify(was) === JSON.stringify(is), recordType === 'party' ? 'party.edit' : 'deal.edit');
    }
  }
}

function demandOpenStage({ rights }: Limits, before: Writing['before'], after: object) {
  const { stageId } = after as { readonly stageId?: unknown };
  if (typeof stageId === 'string' && stageId !== before?.['stageId']) demand(rights.stages[stageId] === undefined, 'deal.edit');
}

function demand(isAllowed: boolean, permission: Permission) {
  if (!isAllowed) throw new RightsError(permission);
}

function isGoverned(recordType: string): recordType is GovernedTable {
  return Object.hasOwn(objectOf, recordType);
}

function permissionOn(table: GovernedTable, action: 'see' | 'edit' | 'delete'): Permission {
  const permissions: Readonly<Record<string, Permission>> = permissionsOnObjects[objectOf[table]];
  return permissions[action] ?? permissions['edit'] ?? 'party.see';
}
