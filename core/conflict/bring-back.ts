import { changesOf } from '#core/conflict/write-fields.ts';
import type { Act } from '#core/records/act.ts';
import { typesReferringTo } from '#core/records/record-type.ts';
import type { AnyRecordType, RecordField } from '#core/records/record-type.ts';
import { createRecord, readRecord } from '#core/records/write.ts';

type Values = Readonly<Record<string, unknown>>;

interface Purge {
  readonly act_seq: number;
  readonly record_id: string;
  readonly changes: string;
}

/**
 * Makes a record that was removed again, as it was when it went, with the fields given, and what went together with it.
 * @returns false when too little is known of it
 */
export function bringBack(
  act: Act,
  type: AnyRecordType,
  { id, fields }: { readonly id: string; readonly fields: Values },
): boolean {
  const purge = act.tx
    .read<[string, string], Purge>(
      `SELECT act_seq, record_id, changes FROM history WHERE record_id = ? AND record_type = ? AND operation = 'purge'
       ORDER BY seq DESC LIMIT 1`,
    )
    .get(id, type.name);
  const known = purge ? (JSON.parse(purge.changes) as Values) : {};
  const row = { ...emptyKeyed(type), ...known, ...changesOf(type, known, fields), id };
  const isWhole = Object.entries(type.fields as Readonly<Record<string, RecordField>>).every(
    ([name, { derived }]) => derived || Object.hasOwn(row, name),
  );
  if (!isWhole) return false;
  createRecord(act, type, row);
  if (purge) bringBackChildren(act, type, { id, actSeq: purge.act_seq });
  return true;
}

/** A keyed field without keys doesn't travel at all. */
function emptyKeyed(type: AnyRecordType): Values {
  const keyed = Object.entries(type.fields as Readonly<Record<string, RecordField>>).filter(([, field]) => field.keyed);
  return Object.fromEntries(keyed.map(([name]) => [name, {}]));
}

function bringBackChildren(act: Act, parent: AnyRecordType, { id, actSeq }: { readonly id: string; readonly actSeq: number }) {
  for (const { type, reference } of typesReferringTo(parent.name)) {
    if (reference.onPurge !== 'purge') continue;
    const purged = act.tx
      .read<[number, string, string, string], Purge>(
        `SELECT act_seq, record_id, changes FROM history
         WHERE act_seq = ? AND record_type = ? AND operation = 'purge' AND changes ->> ? = ?`,
      )
      .all(actSeq, type.name, `$.${reference.field}`, id);
    for (const { record_id: childId } of purged)
      if (!readRecord(act.tx, type, childId)) bringBack(act, type, { id: childId, fields: {} });
  }
}
