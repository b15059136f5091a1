import type { Act } from '#core/records/act.ts';
import type { Store } from '#core/records/store.ts';
import type { Exchange } from '#core/sync/exchange.ts';
import { forgetRecords } from '#core/sync/forget.ts';
import { inAnyOrder, syncAct } from '#core/sync/sync-act.ts';
import { unpack } from '#shared/sync/pack.ts';
import { keyOf } from '#shared/sync/record-key.ts';
import type { RecordChange } from '#shared/sync/record-state.ts';

type Apply = (act: Act, changes: readonly RecordChange[]) => unknown;

/** Asks for the whole of records and applies them. @returns those head office sent; null when it didn't answer */
export async function fetchRecords(
  { store, exchange }: { readonly store: Store; readonly exchange: Exchange },
  records: readonly (readonly [string, string])[],
  apply: Apply,
): Promise<ReadonlySet<string> | null> {
  const response = await exchange({
    kind: 'compare',
    ask: 'records',
    records: records.map(([type, id]): [string, string] => [type, id]),
  });
  if (response.kind === 'fault' || response.ask !== 'records') return null;
  const changes = unpack(response.changes);
  const write = inAnyOrder(store, (act) => {
    apply(act, changes);
    forgetRecords(act, response.leaves);
  });
  await store.perform(syncAct, write);
  return new Set([...changes, ...response.leaves].map(keyOf));
}
