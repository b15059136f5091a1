import { useCallback } from 'react';
import { useMe } from '#renderer/people/use-me.ts';
import type { Me } from '#shared/people/contract.ts';
import { fieldGroupOf } from '#shared/people/field-group.ts';
import { permissionsOnObjects } from '#shared/people/permission.ts';
import { covers } from '#shared/people/rights.ts';
import type { Governed, GovernedAction, Held, Reach } from '#shared/people/rights.ts';

/** A record as far as rights ask about it, and a deal's stage. */
interface HeldRecord extends Held {
  readonly stageId?: string;
}

type MayOn = (object: Governed, action: Exclude<GovernedAction, 'see'>, held: HeldRecord) => boolean;

/** `mayOn('client', 'edit', held)`: whether the rights of whoever works in this window reach a record that she sees. */
export function useMayOn(): MayOn {
  const me = useMe();
  return useCallback((object, action, held) => me !== undefined && mayOn(me, object, action, held), [me]);
}

function mayOn(me: Me, object: Governed, action: GovernedAction, { stageId, ...held }: HeldRecord): boolean {
  const permissions: Readonly<Record<string, string>> = permissionsOnObjects[object];
  const permission = permissions[action];
  if (!me.permissions.some((name) => name === permission)) return false;
  if (me.rights === null) return true;
  if (stageId !== undefined && me.rights.stages[stageId] !== undefined) return false;
  const reaches: Readonly<Record<string, Reach>> = me.rights.objects[object];
  return covers(reaches[action] ?? 'none', held, { userId: me.id, teamIds: me.teamIds, branchId: me.branchId });
}

/** Who is in charge of a client, a request or a deal, as rights ask. */
export function heldBy({
  ownerId,
  branchId = null,
}: {
  readonly ownerId: string | null;
  readonly branchId?: string | null;
}): Held {
  return { ownerIds: [ownerId], branchId };
}

type FieldRight = 'open' | 'readOnly' | 'hide';
type FieldOf = (field: string, record?: 'party' | 'deal' | 'lead' | 'task') => FieldRight;

/** `right('taxId')`: whether a field is hidden from whoever works in this window, or closed to changes. */
export function useFieldRights(): FieldOf {
  const fields = useMe()?.rights?.fields;
  return useCallback(
    (field, record = 'party') => {
      const group = fieldGroupOf(field, record);
      return (group === null ? undefined : fields?.[group as keyof typeof fields]) ?? 'open';
    },
    [fields],
  );
}

/** `right(stageId)`: whether the deals of a stage may be changed, and others be brought there. */
export function useStageRights(): (stageId: string) => FieldRight {
  const stages = useMe()?.rights?.stages;
  return useCallback((stageId) => stages?.[stageId] ?? 'open', [stages]);
}
