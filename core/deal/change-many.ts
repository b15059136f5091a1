import { changeDeal, deleteDeal, moveDeal, restoreDeal } from '#core/deal/commands.ts';
import { findDeal } from '#core/deal/deal.ts';
import type { Act } from '#core/records/act.ts';
import type { Store } from '#core/records/store.ts';
import type { Actor } from '#shared/people/permission.ts';

export type ManyDealsChange =
  | { readonly type: 'setOwner'; readonly ownerId: string | null }
  | { readonly type: 'move'; readonly stageId: string }
  | { readonly type: 'delete' }
  | { readonly type: 'restore' };

export interface ManyDealsRequest {
  readonly ids: readonly string[];
  readonly change: ManyDealsChange;
}

type Changed = 'changed' | 'refused' | 'passedOver';

/** Does the same to many deals as one act; those it can't be done to are passed over, and named where a stage asks for more. */
export async function changeManyDeals(
  store: Store,
  actor: Actor,
  { ids, change }: ManyDealsRequest,
): Promise<{ actId: string; changed: number; refused: string[] }> {
  const subject = ids.length === 1 ? (findDeal(store.db, ids[0] ?? '')?.title ?? '') : '';
  const { actId, result } = await store.perform({ actor, kind: 'deal', subject }, (act) => {
    const outcomes = [...new Set(ids)].map((id) => ({ id, outcome: changeOne(act, id, change) }));
    const those = (wanted: Changed) => outcomes.filter(({ outcome }) => outcome === wanted).map(({ id }) => id);
    return { changed: those('changed').length, refused: those('refused') };
  });
  return { actId, ...result };
}

function changeOne(act: Act, id: string, change: ManyDealsChange): Changed {
  switch (change.type) {
    case 'setOwner':
      return changeDeal(act, id, { ownerId: change.ownerId }).type === 'changed' ? 'changed' : 'passedOver';
    case 'move': {
      const { type } = moveDeal(act, id, change.stageId);
      if (type === 'fieldsMissing' || type === 'closed') return 'refused';
      return type === 'changed' ? 'changed' : 'passedOver';
    }
    case 'delete':
      return deleteDeal(act, id) ? 'changed' : 'passedOver';
    case 'restore':
      return restoreDeal(act, id) ? 'changed' : 'passedOver';
  }
}
