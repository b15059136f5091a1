import { systemActor } from '#core/people/allow.ts';
import type { Act } from '#core/records/act.ts';
import type { Store } from '#core/records/store.ts';
import type { Exchange } from '#core/sync/exchange.ts';
import { forgetRecords } from '#core/sync/forget.ts';
import { unpack } from '#shared/sync/pack.ts';
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
  await store.perform({ actor: systemActor, kind: 'sync', subject: '' }, (act) => {
    store.connection.pragma('defer_foreign_keys = ON');
    apply(act, changes);
    forgetRecords(act, response.leaves);
  });
  return new Set([...changes.map(({ type, id }) => `${type}|${id}`), ...response.leaves.map(([type, id]) => `${type}|${id}`)]);
}
