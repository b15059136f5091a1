import { withCompanions } from '#core/conflict/settled-row.ts';
import type { Act } from '#core/records/act.ts';
import type { AnyRecordType, RecordField } from '#core/records/record-type.ts';
import { changeRecord, readRecord } from '#core/records/write.ts';

type Values = Readonly<Record<string, unknown>>;

/** Writes fields, named as they travel, into a record that is here. @returns false when it has none of them */
export function writeFields(act: Act, type: AnyRecordType, { id, fields }: { readonly id: string; readonly fields: Values }) {
  const before = readRecord(act.tx, type, id)?.row as unknown as Values | undefined;
  if (!before) return false;
  const changes = changesOf(type, before, fields);
  if (Object.keys(changes).length > 0) changeRecord(act, type, { id, changes: withCompanions(act, type, before, changes) });
  const { carried } = type;
  if (carried && Object.hasOwn(fields, carried.field)) carried.write(act, id, fields[carried.field]);
  return Object.keys(changes).length > 0;
}

/** A record's fields, named as they travel, as changes of it: a key of a keyed field changes that key alone. */
export function changesOf(type: AnyRecordType, before: Values, fields: Values): Values {
  const known = type.fields as Readonly<Record<string, RecordField>>;
  const changes: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    const dot = name.indexOf('.');
    const owner = dot < 0 ? name : name.slice(0, dot);
    const field = known[owner];
    if (!field || field.derived) continue;
    if (dot >= 0) changes[owner] = withKey((changes[owner] ?? before[owner] ?? {}) as Values, name.slice(dot + 1), value);
    else changes[name] = value;
  }
  return changes;
}

function withKey(values: Values, key: string, value: unknown): Values {
  const { [key]: _replaced, ...others } = values;
  return value === null || value === undefined ? others : { ...others, [key]: value };
}
