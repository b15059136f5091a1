import type { RecordKey } from '#shared/sync/record-key.ts';
import type { RecordState } from '#shared/sync/record-state.ts';
import { parentsOf } from '#shared/sync/scope-rules.ts';
import { isPlainId } from '#office/merge/check-change.ts';

const plainType = /^[a-z_]{1,60}$/;

/** The records that one hangs on, but for names that can't be those of a record: they go into no statement. */
export function plainParents(state: Pick<RecordState, 'type' | 'fields'>): readonly RecordKey[] {
  return parentsOf(state).flatMap(({ type, id }) => (plainType.test(type) && isPlainId(id) ? [[type, id] as const] : []));
}
