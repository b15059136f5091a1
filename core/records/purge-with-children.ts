import type { Act } from '#core/records/act.ts';
import { columnOf, typesReferringTo } from '#core/records/record-type.ts';
import type { AnyRecordType, RecordType } from '#core/records/record-type.ts';
import { changeRecord, purgeRecord } from '#core/records/write.ts';

/** Removes a record for good with all that hangs on it, the farthest first, so that an undo brings them back in order. */
export function purgeWithChildren<Row extends { readonly id: string }>(
  act: Act,
  type: RecordType<Row>,
  id: string,
): Row | undefined {
  for (const { type: child, reference } of typesReferringTo(type.name)) {
    const ids = childIds(act, child, { field: reference.field, id });
    for (const childId of ids) {
      if (reference.onPurge === 'purge') purgeWithChildren(act, child, childId);
      else changeRecord(act, child, { id: childId, changes: { [reference.field]: null } });
    }
  }
  return purgeRecord(act, type, id);
}

function childIds(
  act: Act,
  type: AnyRecordType,
  { field, id }: { readonly field: string; readonly id: string },
): readonly string[] {
  return act.tx.readColumn<[string], string>(`SELECT id FROM ${type.table} WHERE ${columnOf(type, field)} = ?`).all(id);
}
