import { changeParty, deleteParty, purgeParty, restoreParty } from '#core/party/commands.ts';
import { partyTitle } from '#core/party/party-title.ts';
import { findParty } from '#core/party/queries.ts';
import { applyChange } from '#core/party/rules.ts';
import type { BulkChange } from '#core/party/rules.ts';
import type { Act, ActKind } from '#core/records/act.ts';
import type { Store } from '#core/records/store.ts';
import type { Actor } from '#shared/people/permission.ts';

export type ManyChange = BulkChange | { readonly type: 'delete' } | { readonly type: 'restore' } | { readonly type: 'purge' };

export interface ManyRequest {
  readonly ids: readonly string[];
  readonly change: ManyChange;
}

/** Does the same to many parties as one act; those it can't be done to are passed over. */
export async function changeMany(
  store: Store,
  actor: Actor,
  { ids, change }: ManyRequest,
): Promise<{ actId: string; changed: number }> {
  const subject = ids.length === 1 ? partyTitle(store.db, ids[0] ?? '') : '';
  const { actId, result } = await store.perform(
    { actor, kind: kindOf(change), subject },
    (act) => ids.filter((id) => changeOne(act, id, change)).length,
  );
  return { actId, changed: result };
}

function kindOf({ type }: ManyChange): ActKind {
  return type === 'delete' || type === 'restore' || type === 'purge' ? type : 'changeMany';
}

function changeOne(act: Act, id: string, change: ManyChange): boolean {
  switch (change.type) {
    case 'delete':
      return deleteParty(act, id) !== undefined;
    case 'restore':
      return restoreParty(act, id) !== undefined;
    case 'purge':
      return purgeParty(act, id) !== undefined;
    default: {
      const party = findParty(act.tx, id);
      return party !== undefined && changeParty(act, id, applyChange(party, change)).type === 'changed';
    }
  }
}
