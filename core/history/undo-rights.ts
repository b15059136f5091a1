import type { ReadDb } from '#core/database/connection.ts';
import { permissionOnShop, permissionOnWork } from '#core/people/permission-by-type.ts';
import { isOfBranch } from '#core/records/own-branch.ts';
import type { Actor, Permission } from '#shared/people/permission.ts';
import { scopeRuleOf } from '#shared/sync/scope-rules.ts';

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
    const onWork = (isMadeOrMoved === 1 ? ofDeletion[recordType] : undefined) ?? permissionOnWork[recordType];
    // What was changed in the shop takes the right to change it, also from who did it; work only from others.
    const needed = permissionOnShop[recordType] ?? (isOwn ? undefined : onWork);
    if (needed !== undefined && !actor.permissions.has(needed)) return needed;
  }
  return null;
}
